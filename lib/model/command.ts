import type { Process } from './process';

/**
 * A process's command as `ps` prints it: its arguments joined by spaces, or `[comm]` where there
 * are none to read: kernel threads, zombies, and what could not be read (`unreadable.args`).
 */
export function commandOf(process: Process): string {
  const joined = process.args?.join(' ') ?? '';
  return joined === '' ? `[${process.comm}]` : joined;
}
