import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { peopleIn } from '@lib/recording/passwd';
import { errnoOf } from '../proc/read';
import { createReadBelow } from '../proc/read-below';

const PASSWD = '/etc/passwd';
/** Bytes: many times of what an organization's comes to. */
const LARGEST = 16 * 1024 * 1024;

/**
 * The login names of people: of nsview's own /etc/passwd, and where it runs in a container beside the machine's
 * processes, of the machine's, whose names are in what it sees.
 *
 * @param proc where the processes are
 * @throws where the machine has an /etc/passwd of its own that cannot be read
 */
export function peopleHere({ cli }: CommandMessages, proc = '/proc'): string[] {
  const own = peopleIn(readFileSync(PASSWD, 'utf8'));
  if (!hasOtherFiles(proc)) return own;
  const { value, reason } = createReadBelow()(join(proc, '1/root'), PASSWD, LARGEST);
  if (value === null) throw new Error(cli.peopleUnread(reason));
  return [...new Set([...own, ...peopleIn(value)])];
}

/** Who may not know is outside of any container, or sees nothing of the machine. */
function hasOtherFiles(proc: string): boolean {
  const mountsOf = (process: string) => readlinkSync(join(proc, process, 'ns/mnt'));
  try {
    return mountsOf('1') !== mountsOf('self');
  } catch (error) {
    if (['EACCES', 'ENOENT', 'EPERM'].includes(errnoOf(error))) return false;
    throw error;
  }
}
