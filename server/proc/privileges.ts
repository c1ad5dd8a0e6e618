import { privilegesOf, type PrivilegeReadings } from '@lib/privileges/assemble';
import type { Privileges, ProcessRequest } from '@lib/privileges/privileges';
import { parseLabel } from '@lib/proc/attr-current';
import { isOf32Bits } from '@lib/proc/auxv';
import { parseLimits } from '@lib/proc/limits';
import { parseNsfsName } from '@lib/proc/ns-link';
import { parseStat } from '@lib/proc/stat';
import { parseRights } from '@lib/proc/status';
import { parseSyscall } from '@lib/proc/syscall';
import { parseWchan } from '@lib/proc/wchan';
import { errnoOf, meansGone, type ProcRoot } from './read';
import { toldBy } from './reason';

/**
 * What a process may do and what it does now, proc(5). Null: it has ended, whoever has its number now.
 *
 * stat is opened first and read last, as in `ProcessReader.read`: so all is of this process.
 */
export function readPrivileges(proc: ProcRoot, request: ProcessRequest): Privileges | null {
  try {
    const fd = proc.open(`${String(request.pid)}/stat`);
    try {
      const { startTicks, kernelThread } = parseStat(proc.again(fd));
      if (startTicks !== request.startTicks) return null;
      const files = readFiles(proc, request.pid);
      proc.again(fd);
      return privilegesOf({ ...request, ...files, kernelThread, architecture: process.arch });
    } finally {
      proc.close(fd);
    }
  } catch (error) {
    if (meansGone(errnoOf(error))) return null;
    throw error;
  }
}

function readFiles(
  proc: ProcRoot,
  pid: number,
): Omit<PrivilegeReadings, keyof ProcessRequest | 'kernelThread' | 'architecture'> {
  const bytes = <T>(name: string, parse: (bytes: Buffer) => T) =>
    toldBy(() => parse(proc.file(`${String(pid)}/${name}`)));
  const text = <T>(name: string, parse: (text: string) => T) =>
    bytes(name, (read) => parse(read.toString('latin1')));
  return {
    rights: text('status', parseRights),
    label: bytes('attr/current', (read) => parseLabel(read.toString())),
    syscall: text('syscall', parseSyscall),
    of32Bits: bytes('auxv', isOf32Bits),
    wchan: text('wchan', parseWchan),
    limits: text('limits', parseLimits),
    namespaceFiles: toldBy(() => namespaceFilesOf(proc, pid)),
  };
}

/** Its open files that are of namespaces, proc_pid_fd(5). */
function namespaceFilesOf(proc: ProcRoot, pid: number) {
  const folder = `${String(pid)}/fd`;
  return proc.numbers(folder).flatMap((fd) => {
    const namespace = parseNsfsName(proc.passingLink(`${folder}/${String(fd)}`));
    return namespace === null ? [] : [{ fd, namespace }];
  });
}
