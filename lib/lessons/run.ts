import type { LabNews, LabReason } from '../lab/word';
import type { Snapshot } from '../model/snapshot';
import type { AskedQuestion } from '../protocol/ask';
import type { Asked } from '../protocol/asked';
import type { Predicate } from './predicate';

/** True, false, or not to be known, with the reason (an errno, or a word of lib/i18n's `unknownBecause`). */
export type Truth = { is: 'true' } | { is: 'false' } | { is: 'unknown'; because: string };

/**
 * A question to be asked now, and again as long as it is wanted. Its answer is kept by `key`: equal questions
 * about another life of a number (a namespace's, a process's) have another.
 */
export interface Wanted {
  key: string;
  question: AskedQuestion;
}

/** All that is known of the machine at one moment. `answers`: by the key of `Wanted`. */
export interface Sight {
  snapshot: Snapshot;
  answers: ReadonlyMap<string, Asked<unknown>>;
  /** Milliseconds since the epoch, as the machine (or the recording) has them. */
  at: number;
}

/** A container that a name of the lesson stands for now: by id, so that another of that name is another. */
export interface Bound {
  id: string;
  engine: string;
}

/** How a command of a step ended that the lab ran, and what it printed. */
export interface Ran {
  /** Null: it did not come to its end. */
  exit: number | null;
  /** Why that is, or why it was not run at all; null: it ended. */
  because: LabReason | null;
  /** What the lab told of it before it ran: which line, which image. */
  news: readonly LabNews[];
  /** What it printed, as far as it is kept. */
  text: string;
  /** Lines that were printed before that, and are not kept. */
  left: number;
  /** When it ended. */
  at: number;
}

/** What is remembered of a step since it was first shown. JSON, as all of a run. */
export interface StepRun {
  /** When it was first shown. */
  since: number;
  /** When the newest process had begun that was there then: clock ticks after boot. A browser's clock is another. */
  newestTicks: number;
  /** The answer that was chosen; null: it was skipped, openly. Left out: not yet. */
  chosen?: string | null;
  /** Was `done` seen to be false since then? Only after that it counts; what was not known does not do. */
  wasOpen: boolean;
  /** When the learner had seen what is typed in it, where nothing else tells (`isSeenFirst`); left out: not yet. */
  sawAt?: number;
  /** When it was done; left out: it is not. `told`: by the learner, nothing was checked. */
  doneAt?: number;
  told?: boolean;
  /** When each of its facts was first seen so since it is done, by its index; a fact left out was not so yet. */
  factsAt?: Record<string, number>;
  /** Whom the lesson's names stood for when it was first shown. */
  bound: Record<string, Bound>;
  /** Its hints, by index, that can tell of what came about since then; others tell what was left by what went before. */
  openHints: number[];
  /** Counters, of limits and of traffic, as they stood when they were first read: what they were before counts for nothing. */
  before: Record<string, number>;
  /** How each of its commands ended that the lab ran, the last time that it did, by its index (see `commandsOf`). */
  ran?: Record<string, Ran>;
}

/** One person's way through a lesson: all that is remembered, as JSON, to be kept over a reload. */
export interface Run {
  lesson: string;
  /** The boot it is about; another boot begins anew. */
  bootId: string;
  /** Put behind the names of the lesson's containers where some were taken: c1 is c1-suffix then; or empty. */
  suffix: string;
  /** Engines that have told which containers they have since it began. */
  heard: string[];
  /**
   * Containers with names of the lesson that were there when it began, by `containerKey`: somebody else's,
   * until a person says that they are not.
   */
  foreign: Record<string, { name: string; engine: string }>;
  bound: Record<string, Bound>;
  /** By the step's id. */
  steps: Record<string, StepRun>;
  /** By the step's id, which of its commands the lab can run; left out: all is typed by hand. */
  lab?: Record<string, readonly number[]>;
}

/** As `data-step-state` has it. */
export type StepState = 'waiting' | 'done' | 'disagrees' | 'unknown' | 'impossible';

/** A fact with the command that shows it and what that says. */
export interface Evidence {
  /** The predicate's name, and the n-th of it where there are several: `shares`, `shares-2`. */
  name: string;
  /** What it claims: of several of which one is enough, the one that is so, once one is. */
  predicate: Predicate;
  truth: Truth;
  /** A line for a shell; null where there is none. */
  command: string | null;
  /** As that command says it; null: it was not read. */
  value: string | null;
  /** Of what that counts from before the step, the bytes that came since it began; null: it is about nothing like that. */
  grown: number | null;
  /** When it was first seen so since the step is done; null: it was not so yet. */
  seenAt: number | null;
  at: number;
}

/** What is told of a step now. */
export interface StepTold {
  state: StepState;
  evidence: Evidence[];
  /** The index of the hint that is true; null: none is. */
  hint: number | null;
  /**
   * Why it cannot be known, or be done here, a word of lib/i18n's `unknownBecause`; of one that waits,
   * `already-so`: it was so before the step was first shown, and has to become otherwise first. Else null.
   */
  because: string | null;
}
