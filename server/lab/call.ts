import type { LabReason, LabRule } from '@lib/lab/word';
import type { Images } from './images';
import type { Program } from './running';
import type { Surroundings } from './surroundings';

/** What a call has while it is done. */
export interface Doing extends Surroundings {
  images: Images;
  /** The line of the lesson, with the names that its containers have here. */
  line: string;
  /**
   * Runs a program whose lines are told as they come.
   * @param names id → the name that it was called by, which is told instead
   * @param isTold of what it prints, which lines are told; left out: all
   * @returns its exit code; null: a signal ended it
   */
  run: (
    program: Program,
    names?: ReadonlyMap<string, string>,
    isTold?: (line: string) => boolean,
  ) => Promise<number | null>;
}

/** A line that may be run: why, and what is done then. */
export interface Call {
  rule: LabRule['code'];
  /** May it take minutes, as a build does? */
  long?: true;
  /** Only root may do it. */
  needsRoot?: true;
  /** Does it show the arguments of processes of the machine? */
  showsArguments?: true;
  /** @returns the exit code; null: a signal ended it. @throws Refusal */
  does: (doing: Doing) => Promise<number | null>;
}

/** Whether a line may be run, or why not. */
export type Ruling = { call: Call } | { because: LabReason };
