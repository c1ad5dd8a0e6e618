import type { ContainerState } from '../../model/container';
import type { NamespaceType } from '../../model/namespace-type';
import { reason } from './reason';
import { typeNames } from './type-names';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
const types = (all: readonly NamespaceType[]): string => list(all.map((type) => typeNames[type]));
const spaces = (all: readonly NamespaceType[]): string =>
  `${types(all)} ${all.length === 1 ? 'namespace' : 'namespaces'}`;
const theirs = (others: readonly string[]): string =>
  others.length === 0 ? 'the host’s' : `${list(others)}’s`;

/** The timeline, and two moments compared. */
export const timeline = {
  title: 'Timeline',
  close: 'Close the timeline',
  moment: 'Moment that is shown',
  start: 'Moment that it is compared with',
  earlier: 'To the event before (,)',
  later: 'To the next event (.)',
  play: 'Play',
  pause: 'Pause',
  pace: 'Pace',
  paces: { live: 'as it was', even: 'event by event' },
  window: 'How far back',
  minutes: (count: number) => `${count} min`,
  events: (count: number) => `${count} ${count === 1 ? 'event' : 'events'}`,
  size: (used: string, most: string) => `${used} of ${most} kept`,
  live: 'live',
  backToLive: 'Back to live',
  pin: 'Pin this moment: it is kept',
  unpin: 'Let go of this moment',
  pinsFull: 'No more moments can be pinned: let go of one',
  pinned: 'pinned',
  unknown: 'not recorded: nobody looked',
  forgotten: 'This moment is not recorded; shown is the nearest that is.',
  compare: 'Compare from here',
  stopComparing: 'Compare no more',
  compared: (from: string, to: string) => `What is different at ${to} from ${from}`,
  nothing: 'Nothing is different.',
  asBefore: (count: number) => `As before: ${count} ${count === 1 ? 'container' : 'containers'}.`,
  asking: 'Comparing…',
  notCompared: 'These moments could not be compared.',
  /** What a sign in a picture means. */
  signs: { appeared: 'only at B', went: 'only at A', changed: 'changed' },
  /** In a cell: who was in the namespace too. */
  withOthers: (others: readonly string[]) => `with ${list(others)}`,
  /** Of a container that is gone. */
  wasIn: (id: string) => `was in ${id}`,
  wasInHosts: (type: NamespaceType) => `was in the host’s ${typeNames[type]} namespace`,
  wasPid: (pid: number) => `was PID ${pid} on the host`,
  pidUnknown: (why: string) => `its process is not known: ${reason(why)}`,
  didNotRun: 'did not run',
  groups: { appeared: 'Appeared', went: 'Went', changed: 'Changed' },
  again: {
    appeared: (name: string) => `${name}, made again`,
    went: (name: string) => `the ${name} of before`,
  },
  happened: {
    removed: (name: string) => `${name} removed`,
    stopped: (name: string) => `${name} stopped`,
    created: (name: string) => `${name} made`,
    recreated: (name: string) => `${name} made again`,
    started: (name: string) => `${name} started`,
    restarted: (name: string) => `${name} started again`,
  },
  renewed: (of: readonly NamespaceType[]) =>
    `new ${spaces(of)} with the same ${of.length === 1 ? 'number' : 'numbers'}`,
  joined: (of: readonly NamespaceType[], others: readonly string[]) =>
    `in ${theirs(others)} ${spaces(of)} now`,
  left: (of: readonly NamespaceType[], others: readonly string[]) =>
    `no longer in ${theirs(others)} ${spaces(of)}`,
  /** Of one that only moved. */
  only: (name: string, facts: readonly string[]) => `${name}: ${facts.join('; ')}`,
  /** What happened to one container at once. */
  together: (facts: readonly string[]) => facts.join('; '),
  facts: {
    state: (from: ContainerState, to: ContainerState) => `${to}; it was ${from}`,
    run: 'started again',
    sameNumber: (type: NamespaceType, id: string) =>
      `in another ${typeNames[type]} namespace, ${id}: a new one with the same number`,
    own: (type: NamespaceType, id: string) =>
      `has a ${typeNames[type]} namespace of its own, ${id}`,
    shared: (type: NamespaceType, id: string, others: readonly string[]) =>
      `in ${theirs(others)} ${typeNames[type]} namespace, ${id}`,
    host: (type: NamespaceType) => `in the host’s ${typeNames[type]} namespace`,
    unknown: (type: NamespaceType) => `its ${typeNames[type]} namespace is not known`,
    was: (id: string) => `it was in ${id}`,
    wasWith: (type: NamespaceType, id: string, others: readonly string[]) =>
      `was in ${theirs(others)} ${typeNames[type]} namespace, ${id}`,
    came: (type: NamespaceType, others: readonly string[]) =>
      `${list(others)} came into its ${typeNames[type]} namespace`,
    gone: (type: NamespaceType, others: readonly string[]) =>
      `${list(others)} left its ${typeNames[type]} namespace`,
    sees: (to: number, from: number) =>
      `sees ${to} ${to === 1 ? 'process' : 'processes'}; it saw ${from}`,
  },
};
