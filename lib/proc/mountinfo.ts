/*
 * /proc/PID/mountinfo, proc_pid_mountinfo(5):
 * 39 31 0:36 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids
 */
import { ProcParseError } from './parse-error';

export interface Mount {
  /** What of the file system is mounted; `net:[4026532290]` of one of type nsfs. */
  root: string;
  mountPoint: string;
  fsType: string;
  /** Of the file system rather than of this mount: `rw`, `pids`, `hidepid=invisible`… */
  superOptions: string[];
}

const ROW = /^\d+ \d+ \d+:\d+ (\S+) (\S+) \S+(?: \S+)* - (\S+) \S* (\S+)$/;

/** Every mount, in the kernel's order. */
export function parseMountinfo(text: string): Mount[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = ROW.exec(line);
      if (row === null) throw new ProcParseError('mountinfo', 'a mount');
      const [, root = '', mountPoint = '', fsType = '', superOptions = ''] = row;
      return {
        root: unescape(root),
        mountPoint: unescape(mountPoint),
        fsType,
        superOptions: superOptions.split(','),
      };
    });
}

/** Space, tab, newline and backslash stand there as `\040` and so on. */
function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
