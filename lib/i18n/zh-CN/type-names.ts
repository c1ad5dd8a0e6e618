import type { NamespaceType } from '../../model/namespace-type';

export const typeNames: Record<NamespaceType, string> = {
  pid: 'PID',
  net: '网络',
  mnt: '挂载',
  user: '用户',
  ipc: 'IPC',
  uts: 'UTS',
  cgroup: 'cgroup',
  time: '时间',
};
