import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What the boxes of the Lens tell of what their namespaces isolate, in few words. */
export const lensContent = {
  refused: (code: AskErrorCode) => `? what it isolates is not told: ${noAnswer[code]}`,
  refusedShort: '? not told',
  /** @param name of the container that number 1 is of; null: it is of none */
  ends: (names: string, n: number, name: string | null) =>
    `${names} ${n === 1 ? 'ends' : 'end'} with ${name ?? 'its number 1'}`,
  endsCounted: (n: number, name: string | null) =>
    `${counted(n, 'container ends', 'containers end')} with ${name ?? 'its number 1'}`,
  endsUnknown: '? who ends with its number 1 is not known',
  notSet: 'never set',
  rootIs: 'its / is',
  seesItselfAt: (name: string) => `${name} sees itself at`,
  outsideRoot: 'outside of it',
  sysV: 'System V',
  objects: (n: number) => String(n),
  more: (n: number) => `and ${n} more`,
  segment: (bytes: string, uid: number, attached: number) =>
    `${bytes} · uid ${uid} · attached ${counted(attached, 'time', 'times')}`,
  segmentShort: (bytes: string, attached: number) => `${bytes}, attached ${attached}×`,
  semaphore: (count: number, uid: number) =>
    `${counted(count, 'semaphore', 'semaphores')} · uid ${uid}`,
  queue: (messages: number, bytes: string, uid: number) =>
    `${counted(messages, 'message', 'messages')} · ${bytes} · uid ${uid}`,
  queueShort: (messages: number) => counted(messages, 'message', 'messages'),
  counted: {
    segments: (n: number) => counted(n, 'segment', 'segments'),
    semaphores: (n: number) => counted(n, 'set of semaphores', 'sets of semaphores'),
    queues: (n: number) => counted(n, 'queue', 'queues'),
  },
  inAll: (n: number) => counted(n, 'object', 'objects'),
  shmOf: (used: string, size: string) => `${used} of ${size}`,
  noMount: 'nothing mounted',
};
