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

/** Before the mount point: id, parent, device and root; after it the options. */
const ROOT = 3;
const MOUNT_POINT = 4;
/** After the options come optional fields, any number of them, and this. */
const FIRST_OPTIONAL = 6;
const END_OF_OPTIONAL = '-';

/**
 * Every mount, in the kernel's order. Only U+0020 parts fields: a carriage return, a no-break space
 * and the like may be in a name, for the kernel writes space, tab, newline and backslash in octal.
 * What a file system says of itself is the rest of the line, blanks and all (drvfs, cifs).
 *
 * A line that is no mount costs itself alone.
 * @throws ProcParseError when there are lines and none is a mount
 */
export function parseMountinfo(text: string): Mount[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const mounts = lines.map(parseMount).filter((mount) => mount !== null);
  if (mounts.length === 0 && lines.length > 0) throw new ProcParseError('mountinfo', 'a mount');
  return mounts;
}

function parseMount(line: string): Mount | null {
  const fields = line.split(' ');
  const [id = '', parent = '', device = ''] = fields;
  const end = fields.indexOf(END_OF_OPTIONAL, FIRST_OPTIONAL);
  const [fsType, source, ...superOptions] = end < 0 ? [] : fields.slice(end + 1);
  const isMount = /^\d+ \d+ \d+:\d+$/.test(`${id} ${parent} ${device}`);
  if (!isMount || !fsType || source === undefined || superOptions.length === 0) return null;
  return {
    root: unescape(fields[ROOT] ?? ''),
    mountPoint: unescape(fields[MOUNT_POINT] ?? ''),
    fsType,
    superOptions: superOptions.join(' ').split(','),
  };
}

/** Space, tab, newline and backslash stand there as `\040` and so on. */
function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
