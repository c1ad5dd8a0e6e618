import { parseMountinfo, type Mount } from '@lib/proc/mountinfo';
import { TooMuch, type ProcRoot } from '../proc/read';

/** Of more, none is told: no page could show them, and whoever made them has made them for us. */
const MOST_MOUNTS = 10_000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * What is mounted for a process.
 *
 * @throws TooMuch, what the system call throws, or ProcParseError
 */
export function mountsOf(proc: ProcRoot, pid: number): Mount[] {
  const mounts = parseMountinfo(proc.records(`${String(pid)}/mountinfo`, MOST_BYTES).toString());
  if (mounts.length > MOST_MOUNTS) throw new TooMuch();
  return mounts;
}
