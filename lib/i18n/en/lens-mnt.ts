/** What the Lens draws of mount namespaces. */
export const lensMnt = {
  /** A column for several that are alike. */
  alike: (image: string, n: number) => `${image} ×${n}`,
  asked: 'Being read…',
  nothingKnown: 'Of none of these it is known what is mounted.',
  hostsFiles: 'the host’s own files',
  notOverlay: (fs: string) => `on ${fs}: its layers are not told`,
  noMounts: 'no volume, no bind',
  various: 'each with mounts of its own',
  hidden: 'hidden',
  inMemory: 'memory',
  moreTags: (n: number) => `+${n} more`,
  /** @param more that are not drawn even so */
  fewerTags: (more: number) => (more === 0 ? 'show fewer' : `show fewer (+${more} more)`),
  /** Makes columns one again. */
  asOne: (name: string) => `${name} · show as one`,
  /** Paths that the engine covers in every container. */
  covered: (masked: number, readonly: number) => `${masked} + ${readonly} ro`,
  coveredWhy: (masked: number, readonly: number) =>
    `${masked} paths are masked, ${readonly} are read-only`,
  /** The same in words, a line each. */
  masked: (n: number) => `${n} hidden`,
  onlyRead: (n: number) => `${n} read-only`,
  /** Whether what is mounted may be changed. */
  access: { ro: 'read-only', rw: 'read-write' },
  writable: 'writable',
  readOnly: 'nothing may be written',
  sealed: 'nothing may be written to its root',
  layers: (n: number) => `${n} ${n === 1 ? 'layer' : 'layers'}`,
  readBy: (n: number) => `on disk once, read by ${n}`,
  readByShort: (n: number) => `read by ${n}`,
  volume: (name: string) => `volume ${name}`,
  moreCords: (n: number) => `${n} more of the host, without a cord here`,
  rootOn: (fs: string, source: string) => `${fs} on ${source}`,
  notMounted: 'No container has mounted',
  notMountedSoFar: 'Not mounted, as far as is known',
  notReadYet: (n: number) => `${n} ${n === 1 ? 'container is' : 'containers are'} not read yet`,
  notKnownOf: (n: number) =>
    `of ${n} ${n === 1 ? 'container' : 'containers'} it is not known what of the host they have`,
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
    danger: 'a way to the host',
    covered: 'paths masked + read-only',
  },
  sentence: (layers: number, shared: number) =>
    `its root has ${layers} ${layers === 1 ? 'layer' : 'layers'}, ${shared} of them read by others as well`,
  tag: (path: string, from: string | null, mode: string) =>
    from === null ? `${path} (${mode})` : `${path} from ${from} (${mode})`,
  tagSpoken: (tag: string) => `${tag}, which this step is about`,
  tagHidden: (tag: string) => `${tag}, hidden: something else lies over it`,
  tagDanger: (tag: string, why: string) => `${tag}, dangerous: ${why}`,
};
