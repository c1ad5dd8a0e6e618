import { commandOf } from '../model/command';
import type { Process } from '../model/process';

/**
 * A process's command with its program by the last part of its path, for where there is little room: that part tells one
 * from another, and stands at the end of what would be cut.
 */
export function shortCommandOf(process: Process): string {
  const [program = '', ...args] = process.args ?? [];
  const name = program.startsWith('/') ? program.slice(program.lastIndexOf('/') + 1) : '';
  return name === '' ? commandOf(process) : [name, ...args].join(' ');
}
