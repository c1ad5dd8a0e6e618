/** Why something of a cgroup cannot be told; an errno as the system names it. */
export const useReasons = new Map([
  ['ESRCH', '它的首个进程已经结束'],
  ['ENOENT', '它的 cgroup 没有这个文件'],
  ['ETIMEDOUT', '引擎还没有统计完'],
  ['controller-absent', '这个内核不统计它'],
  ['cgroup-not-its-own', '它所在的 cgroup 不带它的 ID，里面可能还有别的进程'],
  ['cgroup-unseen', '能读取的进程都看不到这个 cgroup'],
  ['above-unseen', '更上级的 cgroup 看不到，它们可能更严'],
  ['quota-unseen', '不读取文件系统的配额'],
  ['covered', '容器里有东西给出了另外的数值'],
  ['too-many', '它里面的 cgroup 太多'],
]);
