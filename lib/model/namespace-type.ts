/** The eight kinds of namespace, always in this order: in data, in rings, in columns. */
export const NAMESPACE_TYPES = [
  'pid',
  'net',
  'mnt',
  'user',
  'ipc',
  'uts',
  'cgroup',
  'time',
] as const;

export type NamespaceType = (typeof NAMESPACE_TYPES)[number];

/** One value for each type, made by asking `of` for each. */
export function perType<T>(of: (type: NamespaceType) => T): Record<NamespaceType, T> {
  return {
    pid: of('pid'),
    net: of('net'),
    mnt: of('mnt'),
    user: of('user'),
    ipc: of('ipc'),
    uts: of('uts'),
    cgroup: of('cgroup'),
    time: of('time'),
  };
}
