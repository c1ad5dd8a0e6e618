import { namespaceId } from '../model/ids';
import type { NamespaceSet } from '../model/namespace-set';

/**
 * The namespaces that the kernel itself begins with have fixed inodes (include/linux/proc_ns.h);
 * those of mnt and net are given out at boot.
 */
export const INITIAL_NAMESPACES: Readonly<NamespaceSet> = {
  pid: namespaceId('pid', '4026531836'),
  net: null,
  mnt: null,
  user: namespaceId('user', '4026531837'),
  ipc: namespaceId('ipc', '4026531839'),
  uts: namespaceId('uts', '4026531838'),
  cgroup: namespaceId('cgroup', '4026531835'),
  time: namespaceId('time', '4026531834'),
};
