import type { Process } from '../../model/process';
import { commandOf } from '../../model/command';
import { sansWidth, shortened } from '../node-text';
import type { DotLook } from './dot-look';

/** The least size of what is written below a dot; below a large one it is so much of its radius. */
const COMMAND = 11;
const OF_RADIUS = 0.42;

/** How large a number is in its dot, and the least that can be read. */
const NUMBER = 0.78;
const LEAST_NUMBER = 11;
/** What is free on both sides of a number, for each pixel of the radius: at the least, and in a pill. */
const BESIDE = { least: 0.25, pill: 0.4 };

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

function numberSize({ radius }: DotLook): number {
  return Math.max(LEAST_NUMBER, radius * NUMBER);
}

/** Half the width of a dot: a long number makes it a pill. */
export function dotHalf(process: Process, look: DotLook): number {
  if (look.says === 'nothing') return look.radius;
  const { radius } = look;
  const half = sansWidth(String(shownPid(process)), numberSize(look), true) / 2;
  return half + radius * BESIDE.least <= radius ? radius : Math.ceil(half + radius * BESIDE.pill);
}

export function dotText(process: Process, look: DotLook): DotText {
  const text = String(shownPid(process));
  const small = Math.max(COMMAND, Math.round(look.radius * OF_RADIUS));
  const command = shortened(commandOf(process), look.cell.width - 14, small * 1.06);
  const line = look.radius + Math.round(small * 1.45);
  return {
    number: look.says === 'nothing' ? null : { text, size: numberSize(look) },
    below:
      look.says === 'full'
        ? {
            command: { text: command, size: small, y: line },
            host: { size: small - 1, y: line + Math.round(small * 1.36) },
          }
        : null,
  };
}
