import type { NamespaceType } from '../model/namespace-type';

/** Each type in one letter, where there is no room for more: two have a T, of which one isolates the host name. */
export const TYPE_LETTERS: Readonly<Record<NamespaceType, string>> = {
  ...{ pid: 'P', net: 'N', mnt: 'M', user: 'U' },
  ...{ ipc: 'I', uts: 'H', cgroup: 'C', time: 'T' },
};
