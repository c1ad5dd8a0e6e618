import type { Process } from '../model/process';
import type { Asked } from '../protocol/asked';
import type { Privileges } from './privileges';

/**
 * What is told of the system call that a process is in: its name, or the number where that has none that is
 * known; that it is in none; or why it is not known. `asked`: no answer yet.
 */
export type CallTold =
  | { is: 'in'; name: string }
  | { is: 'numbered'; number: number }
  | { is: 'running' | 'none' | 'asked' }
  | { is: 'unknown'; why: string | null };

/** By PID; of others nothing was asked. */
export type CallsTold = ReadonlyMap<number, CallTold>;

/** Reads the answer of the question `process` for one of them. */
export function callTold(
  asked: Asked<Privileges>,
  { startTicks }: Pick<Process, 'startTicks'>,
): CallTold {
  if (asked.is === 'asked') return { is: 'asked' };
  if (asked.is === 'refused') return { is: 'unknown', why: asked.code };
  const { call, unreadable, startTicks: of } = asked.answer;
  // Another one had the number by then.
  if (of !== startTicks) return { is: 'unknown', why: 'gone' };
  if (call === null) return { is: 'unknown', why: unreadable.call ?? null };
  if (typeof call === 'string') return { is: call };
  if (call.name === null) return { is: 'numbered', number: call.number };
  return { is: 'in', name: call.name };
}
