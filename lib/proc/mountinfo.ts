/*
 * /proc/PID/mountinfo, proc_pid_mountinfo(5):
 * 39 31 0:36 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids
 */
import { ProcParseError } from './parse-error';

export interface Mount {
  /** Numbers of mounts are given again once they are free. */
  id: number;
  /** The mount that it is mounted on; of the topmost one that is listed, none of the list, or itself. */
  parent: number;
  /** Major and minor number: what has the same is the same file system. */
  device: string;
  /** What of the file system is mounted; `net:[4026532290]` of one of type nsfs. */
  root: string;
  /** That is mounted still, but was removed from its folder. */
  deleted: boolean;
  /** Seen from the root of the process. */
  mountPoint: string;
  /** Of this mount: `ro`, `nosuid`… */
  options: string[];
  /**
   * `private`, or what it takes part in, parted by commas: `shared:1` (its peer group), `slave:2` (the
   * group that it hears from), `from:3` (the nearest group above that the process can see),
   * `unbindable`.
   */
  propagation: string;
  fsType: string;
  /** As the file system was told: a device, or any word. */
  source: string;
  /** Of the file system rather than of this mount: `rw`, `pids`, `hidepid=invisible`… */
  superOptions: string[];
}

const MOUNT =
  /^(\d+) (\d+) (\d+:\d+) ([^ ]+) ([^ ]+) ([^ ]+) ((?:[^ ]+ )*?)- ([^ ]+) ([^ ]*) (.+)$/s;

/** The optional fields that are known, and how each is called here; others are passed over. */
const PROPAGATION = new Map([
  ['shared', 'shared'],
  ['master', 'slave'],
  ['propagate_from', 'from'],
  ['unbindable', 'unbindable'],
]);

/** What the kernel adds to the path of what was removed; no path of a file system has two slashes. */
const DELETED = '//deleted';

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
  const fields = MOUNT.exec(line);
  if (fields === null) return null;
  const [, id, parent, device = '', from = '', at = '', options = ''] = fields;
  const [optional = '', fsType = '', source = '', superOptions = ''] = fields.slice(7);
  const root = unescape(from);
  const deleted = root.endsWith(DELETED);
  return {
    id: Number(id),
    parent: Number(parent),
    device,
    root: deleted ? root.slice(0, -DELETED.length) : root,
    deleted,
    mountPoint: unescape(at),
    options: options.split(','),
    propagation: propagationIn(optional),
    fsType: unescape(fsType),
    source: unescape(source),
    superOptions: superOptions.split(','),
  };
}

/** @param optional fields of a tag and perhaps a number, each with a blank after it */
function propagationIn(optional: string): string {
  if (optional === '') return 'private';
  const known = optional.split(' ').flatMap((field) => {
    const [tag = '', ...number] = field.split(':');
    const name = PROPAGATION.get(tag);
    return name === undefined ? [] : [[name, ...number].join(':')];
  });
  return known.length === 0 ? 'private' : known.join(',');
}

/** Space, tab, newline and backslash stand there as `\040` and so on; in some fields `#` as well. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
