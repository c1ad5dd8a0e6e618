/** The PIDs, on the host, of the parents of a process up to the first, as far as they are known. */
export function eldersOf(
  pid: number,
  processes: readonly { pid: number; ppid: number }[],
): Set<number> {
  const parents = new Map(processes.map((each) => [each.pid, each.ppid]));
  const elders = new Set<number>();
  let next = parents.get(pid);
  while (next !== undefined && !elders.has(next)) {
    elders.add(next);
    next = parents.get(next);
  }
  return elders;
}
