import { isPod } from '../../model/project';
import { reason } from './reason';
import type { NamespaceType } from '../../model/namespace-type';
import { typeNames } from './type-names';

function list(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const containers = (n: number) => `${n} ${n === 1 ? 'container' : 'containers'}`;

export const sharing = {
  title: 'Which containers share which namespaces',
  loading: 'Reading this machine’s processes…',
  arranging: (count: number) => `Arranging ${containers(count)}…`,
  arc: {
    own: (name: string, type: NamespaceType, id: string) =>
      `${name} has a ${typeNames[type]} namespace of its own, ${id}`,
    ownUncertain: (name: string, type: NamespaceType, id: string) =>
      `${name} is in the ${typeNames[type]} namespace ${id}; whether others are too is not known, for some could not be read`,
    shared: (name: string, type: NamespaceType, id: string, others: string[]) =>
      `${name} shares its ${typeNames[type]} namespace ${id} with ${list(others)}`,
    moreOthers: (count: number) => `${count} others`,
    host: (name: string, type: NamespaceType, id: string) =>
      `${name} is in the host’s ${typeNames[type]} namespace ${id}`,
    engine: (name: string, type: NamespaceType, id: string) =>
      `${name} is in its engine’s ${typeNames[type]} namespace ${id}`,
    unknown: (name: string, type: NamespaceType, why: string | null) =>
      `The ${typeNames[type]} namespace of ${name} could not be read${why === null ? '' : `: ${reason(why)}`}`,
    none: (name: string, type: NamespaceType) =>
      `${name} has no process now, so it is in no ${typeNames[type]} namespace`,
    absent: (name: string, type: NamespaceType) =>
      `This kernel has no ${typeNames[type]} namespaces, so ${name} is in none`,
    broken: (sentence: string, donor: string, restarted: boolean) =>
      `${sentence}; it is configured to share ${donor}’s, but ${donor} has another${restarted ? ' since its restart' : ''}`,
    ofHost: (type: NamespaceType, id: string) => `The host’s ${typeNames[type]} namespace ${id}`,
    ofHostAbsent: (type: NamespaceType) => `This kernel has no ${typeNames[type]} namespaces`,
    ofHostUnknown: (type: NamespaceType) =>
      `The host’s ${typeNames[type]} namespace could not be read`,
  },
  tie: {
    hub: (name: string, type: NamespaceType, id: string) =>
      `${name} is in the ${typeNames[type]} namespace ${id}, with others`,
    host: (name: string, type: NamespaceType) =>
      `${name} runs in the host’s ${typeNames[type]} namespace`,
  },
  hub: {
    label: (id: string, members: string[]) => `${id}, shared by ${list(members)}`,
    engine: (id: string, members: string[]) => `${id}, the engine’s own, with ${list(members)}`,
    engineWith: (members: string[], more: number) =>
      more === 0
        ? `engine’s, with ${members.join(', ')}`
        : `engine’s, with ${members.join(', ')} +${more}`,
    sharedBy: (members: string[], more: number) =>
      more === 0 ? `shared by ${members.join(', ')}` : `shared by ${members.join(', ')} +${more}`,
    many: (type: NamespaceType, n: number) => `${type} × ${n}`,
  },
  bundle: {
    label: (type: NamespaceType, n: number) =>
      `${n} containers run in the host’s ${typeNames[type]} namespace`,
    members: (names: string[]) => names.join(', '),
    open: 'Press to see each tie',
    close: 'Press to see them as one',
  },
  stopped: {
    word: 'stopped',
    open: 'Press to see each',
    close: 'Press to see them as one',
    shortOpen: 'show each',
    shortClose: 'fold',
  },
  project: {
    of: (project: string) => `Of the ${isPod(project) ? 'pod' : 'Compose project'} ${project}`,
    members: (project: string, names: string[]) =>
      `${isPod(project) ? 'Pod' : 'Compose project'} ${project}: ${names.join(', ')}`,
  },
  pin: {
    pinned: 'Moved by hand: it stays here until a double-click or p lets it go',
    free: 'Drag it, or press Shift and an arrow, to move it',
  },
  node: {
    /** @param engine where there are several */
    label: (name: string, image: string, state: string, engine: string | null, parts: string[]) =>
      [[name, image && `image ${image}`, state, engine].filter(Boolean).join(', '), ...parts].join(
        '. ',
      ),
    stale: 'stale',
    staleLong: 'its engine does not answer: this is what was last known',
  },
  legend: {
    title: 'Legend',
    own: 'its own',
    shared: 'shared with other containers',
    host: 'the host’s',
    unknown: 'could not be read',
    none: 'no process now',
    absent: 'this kernel has no such type',
    hidden: (n: number) =>
      `${n} ${n === 1 ? 'connection' : 'connections'} hidden by the type filter`,
  },
  camera: {
    zoomIn: 'Zoom in (+)',
    zoomOut: 'Zoom out (−)',
    fit: 'Fit all into the picture (0)',
    reset: 'Reset layout: forget where things stood',
    outside: (n: number) => `${containers(n)} outside the picture`,
    fitShort: 'Fit',
  },
};
