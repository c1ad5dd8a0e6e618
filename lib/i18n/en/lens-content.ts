import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What the boxes of the Lens tell of what their namespaces isolate, in few words. */
export const lensContent = {
  refused: (code: AskErrorCode) => `? what it isolates is not told: ${noAnswer[code]}`,
  refusedShort: '? not told',
  notSet: 'never set',
  rootIs: 'its / is',
  seesItselfAt: (name: string) => `${name} sees itself at`,
  outsideRoot: 'outside of it',
  sysV: 'System V',
  objects: (n: number) => String(n),
  more: (n: number) => `and ${n} more`,
  segment: (bytes: string, uid: number, attached: number) =>
    `${bytes} · uid ${uid} · attached ${counted(attached, 'time', 'times')}`,
  semaphore: (count: number, uid: number) =>
    `${counted(count, 'semaphore', 'semaphores')} · uid ${uid}`,
  queue: (messages: number, bytes: string, uid: number) =>
    `${counted(messages, 'message', 'messages')} · ${bytes} · uid ${uid}`,
  counted: {
    segments: (n: number) => counted(n, 'segment', 'segments'),
    semaphores: (n: number) => counted(n, 'set of semaphores', 'sets of semaphores'),
    queues: (n: number) => counted(n, 'queue', 'queues'),
  },
  noMount: 'nothing mounted',
};
