import type { Process } from '../../model/process';
import { commandOf } from '../../model/command';
import { shortened } from '../node-text';
import type { DotLook } from './dot-look';

/** The least size of what is written below a dot; below a large one it is so much of its radius. */
const COMMAND = 11;
const OF_RADIUS = 0.42;

/** Smaller digits cannot be read. */
const LEAST_NUMBER = 7;

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
  const small = Math.max(COMMAND, Math.round(look.radius * OF_RADIUS));
  const command = shortened(commandOf(process), look.cell.width - 14, small * 1.06);
  const line = look.radius + Math.round(small * 1.45);
  return {
    number: look.says === 'nothing' || size < LEAST_NUMBER ? null : { text, size },
    below:
      look.says === 'full'
        ? {
            command: { text: command, size: small, y: line },
            host: { size: small - 1, y: line + Math.round(small * 1.36) },
          }
        : null,
  };
}
