/** Why something of a cgroup cannot be told; an errno as the system names it. */
export const useReasons = new Map([
  ['ESRCH', 'its first process is gone'],
  ['ENOENT', 'its cgroup has no such file'],
  ['ETIMEDOUT', 'the engine has not counted yet'],
  ['controller-absent', 'this kernel does not count it'],
  ['cgroup-not-its-own', 'its cgroup does not bear its id, so that others may be in it'],
  ['cgroup-unseen', 'no process that can be read shows this cgroup'],
  ['above-unseen', 'cgroups further up, which cannot be seen, may be stricter'],
  ['quota-unseen', 'quotas of file systems are not read'],
  ['covered', 'something in the container tells it otherwise'],
  ['too-many', 'too many cgroups are in it'],
]);
