import type { NamespaceType } from '../../model/namespace-type';

/** Each type as a sentence has it: "its PID namespace". */
export const typeNames: Record<NamespaceType, string> = {
  pid: 'PID',
  net: 'network',
  mnt: 'mount',
  user: 'user',
  ipc: 'IPC',
  uts: 'UTS',
  cgroup: 'cgroup',
  time: 'time',
};
