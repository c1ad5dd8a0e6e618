import type { Process } from '../../model/process';
import { commandOf } from '../../select/command';
import { shortened } from '../node-text';
import type { DotLook } from './dot-look';

/** The size of what is written below a dot. */
const COMMAND = 11;

/** What is written in a dot and below it; baselines seen from its middle. */
export interface DotText {
  /** The PID that it has for itself; null where dots are too small. */
  number: { text: string; size: number } | null;
  below: {
    command: { text: string; size: number; y: number };
    /** Where its PID on the host goes. */
    host: { size: number; y: number };
  } | null;
}

/** The PID by which a process goes in every lens: the one it has for itself. */
export function shownPid(process: Process): number {
  return process.nsPids?.at(-1) ?? process.pid;
}

export function dotText(process: Process, look: DotLook): DotText {
  const text = String(shownPid(process));
  const size = Math.min(look.radius * 0.78, (look.radius * 2.6) / text.length);
  const command = shortened(commandOf(process), look.cell.width - 14, COMMAND * 1.06);
  return {
    number: look.says === 'nothing' ? null : { text, size },
    below:
      look.says === 'full'
        ? {
            command: { text: command, size: COMMAND, y: look.radius + 16 },
            host: { size: COMMAND - 1, y: look.radius + 31 },
          }
        : null,
  };
}
