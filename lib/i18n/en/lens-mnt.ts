import type { Danger } from '../../inside/danger';

/** What the Lens draws of mount namespaces. */
export const lensMnt = {
  /** A column for several that are alike. */
  alike: (image: string, n: number) => `${image} ×${n}`,
  asked: 'Being read…',
  hostsFiles: 'the host’s own files',
  notOverlay: (fs: string) => `on ${fs}: its layers are not told`,
  noMounts: 'no volume, no bind',
  various: 'each with mounts of its own',
  hidden: 'hidden',
  inMemory: 'in memory',
  elsewhere: 'from elsewhere',
  moreTags: (n: number) => `+${n} more`,
  /** Paths that the engine covers in every container. */
  covered: (masked: number, readonly: number) => `${masked} + ${readonly} ro`,
  coveredWhy: (masked: number, readonly: number) =>
    `${masked} paths are masked, ${readonly} are read-only`,
  writable: 'writable',
  readOnly: 'nothing may be written',
  layers: (n: number) => `${n} ${n === 1 ? 'layer' : 'layers'}`,
  readBy: (n: number) => `on disk once, read by ${n}`,
  readByShort: (n: number) => `read by ${n}`,
  volume: (name: string) => `volume ${name}`,
  danger: {
    engine: 'who may talk to it is root on the host',
    whole: 'all of the host’s files',
    system: 'the system of the host',
  } satisfies Record<Danger, string>,
  moreCords: (n: number) => `${n} more of the host, without a cord here`,
  rootOn: (fs: string, source: string) => `${fs} on ${source}`,
  notMounted: 'No container has mounted',
  notMountedYet: 'of those that are read so far',
  nothingLeft: 'all that is looked for here is mounted somewhere',
  kept: 'Where the layers are kept',
  once: (n: number) => `${n} ${n === 1 ? 'layer' : 'layers'}, each once`,
  copies: (n: number) => `${n} if each container had its own`,
  legend: {
    shared: 'layer that several containers read',
    own: 'layer of one container’s image',
    written: 'what the container has written',
    rw: 'mounted: rw',
    ro: 'ro',
  },
  sentence: (layers: number, shared: number) =>
    `its root has ${layers} ${layers === 1 ? 'layer' : 'layers'}, ${shared} of them read by others as well`,
  tag: (path: string, from: string | null, mode: string) =>
    from === null ? `${path} (${mode})` : `${path} from ${from} (${mode})`,
};
