import type { Process } from '@lib/model/process';
import type { Privileges } from '@lib/privileges/privileges';
import { ASKED, type Asked } from '@lib/protocol/asked';
import { process as question } from '@lib/questions/process';
import { useAnswer } from './answer';

/** Milliseconds until it is asked again: the call that it is in is another one soon. */
const EVERY = 2000;

/** What a process may do and does, asked again and again while one looks. @param process null: nothing is asked */
export function usePrivileges(
  process: Pick<Process, 'pid' | 'startTicks'> | null,
): Asked<Privileges> {
  const pid = process?.pid ?? null;
  const asked = useAnswer('process', question, pid === null ? null : { pid }, EVERY);
  // Of one that had this number before, nothing is told.
  const isOther = asked.is === 'answered' && asked.answer.startTicks !== process?.startTicks;
  return isOther ? ASKED : asked;
}
