import * as z from 'zod/mini';

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

export const namespaceTypeSchema = z.enum(NAMESPACE_TYPES);
export type NamespaceType = z.infer<typeof namespaceTypeSchema>;

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
