import { parseMountinfo, type Mount } from '@lib/proc/mountinfo';
import type { ProcRoot } from './read';
import { attempt } from './reason';

/**
 * What is mounted for a process or thread, line by line: there may be a hundred thousand mounts, with paths of
 * 4 KB, and they are never all in memory. Null for each line that was not wanted, or is no mount.
 *
 * @param process its folder below /proc
 * @param wanted by its line, of which each byte is one character
 * @throws what the system call throws
 */
export function* mountLines(
  proc: ProcRoot,
  process: string,
  wanted: (line: string) => boolean,
): Generator<Mount | null> {
  for (const line of proc.lines(`${process}/mountinfo`)) {
    const mounts = wanted(line)
      ? attempt(() => parseMountinfo(Buffer.from(line, 'latin1').toString()))
      : null;
    yield mounts?.[0] ?? null;
  }
}
