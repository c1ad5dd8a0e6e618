/*
 * /proc/sysvipc/shm, sem and msg, proc_sysvipc(5): names of columns, then an object each. Keys are
 * printed with a sign, permissions as octal digits.
 *        key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid …
 *          0          3   600               4096  5356  5356      1     0     0     0     0 …
 */
import { ProcParseError } from './parse-error';

export interface Segment {
  id: number;
  /** As `ipcs` writes it: `0x0000002a`; all zeros is a private one. */
  key: string;
  /** As the reader's user namespace numbers it. */
  ownerUid: number;
  /** `600`. */
  mode: string;
  bytes: number;
  /** How often it is attached. */
  attached: number;
}

export interface SemaphoreSet extends Pick<Segment, 'id' | 'key' | 'ownerUid' | 'mode'> {
  /** How many are in the set. */
  count: number;
}

export interface MessageQueue extends Pick<Segment, 'id' | 'key' | 'ownerUid' | 'mode'> {
  messages: number;
  bytes: number;
}

/** Segments of memory, by id. */
export function parseSegments(text: string): Segment[] {
  return rowsIn(text, 'shm', 'shmid', ({ number, ...same }) => ({
    ...same,
    bytes: number('size'),
    attached: number('nattch'),
  }));
}

/** Sets of semaphores, by id. */
export function parseSemaphores(text: string): SemaphoreSet[] {
  return rowsIn(text, 'sem', 'semid', ({ number, ...same }) => ({
    ...same,
    count: number('nsems'),
  }));
}

/** Queues of messages, by id. */
export function parseQueues(text: string): MessageQueue[] {
  return rowsIn(text, 'msg', 'msqid', ({ number, ...same }) => ({
    ...same,
    messages: number('qnum'),
    bytes: number('cbytes'),
  }));
}

interface Row extends Pick<Segment, 'id' | 'key' | 'ownerUid' | 'mode'> {
  number: (column: string) => number;
}

/** @throws ProcParseError where a column is missing or is no number */
function rowsIn<T extends { id: number }>(
  text: string,
  file: string,
  id: string,
  make: (row: Row) => T,
): T[] {
  const [heading, ...lines] = text.split('\n').map((line) => line.trim().split(/ +/));
  return lines
    .filter((fields) => fields.join('') !== '')
    .map((fields) => {
      const word = (column: string): string => {
        const value = fields[heading?.indexOf(column) ?? -1];
        if (value === undefined || !/^-?\d+$/.test(value)) {
          throw new ProcParseError(`sysvipc/${file}`, column);
        }
        return value;
      };
      const number = (column: string) => Number(word(column));
      return make({
        id: number(id),
        key: `0x${(number('key') >>> 0).toString(16).padStart(8, '0')}`,
        ownerUid: number('uid'),
        mode: word('perms'),
        number,
      });
    })
    .sort((a, b) => a.id - b.id);
}
