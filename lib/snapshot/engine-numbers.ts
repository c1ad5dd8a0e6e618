import type { ProcessReading } from '../proc/reading';

/** A container whose engine may be anybody: what it tells has to be true of what its daemon can reach. */
export interface Doubted {
  /** The daemon's process; undefined: it was not found, and nothing can be held against it. */
  daemon: ProcessReading | undefined;
}

/**
 * Is this process one that the daemon can have started, and `pid` its number for it? It has to be in the daemon's PID
 * namespace or in one below: there each has a number, and of those outside a daemon in a container knows none.
 */
export function isNumberedBy(
  { daemon }: Doubted,
  pid: number,
  reading: ProcessReading,
  processes: ReadonlyMap<number, ProcessReading>,
): boolean {
  const depth = daemon?.nsPids?.length ?? 0;
  const namespace = daemon?.namespaces.pid ?? null;
  if (depth === 0 || namespace === null || reading.nsPids?.[depth - 1] !== pid) return false;
  // Who is in a PID namespace starts processes in it and below it alone, and stays the forebear of them all.
  const met = new Set<number>();
  let each: ProcessReading | undefined = reading;
  while (each !== undefined && !met.has(each.pid)) {
    if (each.namespaces.pid === namespace) return true;
    met.add(each.pid);
    each = processes.get(each.ppid);
  }
  return false;
}
