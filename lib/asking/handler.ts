import type { Findings } from '../findings/finding';
import type { Host } from '../model/host';
import type { Past } from '../recording/past';
import type { Snapshot } from '../model/snapshot';
import type { UseReading, UseRequest } from '../use/reading';
import type { UsageRow } from '../protocol/usage';
import { IN_ENGLISH, whatIsWrong } from '../protocol/what-is-wrong';
import type { Question } from '../questions/question';
import type { DetailReader } from './detail-reader';

/** What handlers may ask of the machine. A hub is one. */
export interface Informant {
  /** What can be gone back to; null: nothing. */
  readonly past: Past | null;
  /** A snapshot at most one second old. */
  fresh: () => Promise<Snapshot>;
  /** What viewers see; where nobody looks, the same. Of what ended a moment ago the reading tells. */
  seen: () => Promise<Snapshot>;
  /** The same after a search for what else holds namespaces that began now or later. */
  searched: () => Promise<Snapshot>;
  usage: (pids?: readonly number[]) => Promise<UsageRow[]>;
  readonly details: DetailReader;
  /** Are told what was read and found anyway: who tells of it in numbers does not look for it. */
  readonly uses: { keep: (request: UseRequest, reading: UseReading) => void };
  readonly findings: { keep: (ofAll: Findings) => void };
}

/** What is asked about is not there. */
export class NotThere extends Error {}

/** What is asked is not in the recording that is shown. */
export class NotInRecording extends Error {}

/** How one question is answered. Times in milliseconds. */
interface Handling<Q, A, M> {
  /** With whom reading /proc it can be answered. */
  runs: readonly Host['reader'][];
  /** After so long it is answered that it took too long. */
  deadline: number;
  /** An answer whose reading began so long ago still stands; 0: it has to begin now or later. */
  fresh: number;
  /**
   * Which life of what it is about, so that no answer outlives it: null when it is not there. Left out:
   * it is about nothing that ends.
   */
  lifetimeOf?: (question: Q, snapshot: Snapshot) => string | null;
  answer: (question: Q, machine: M) => Promise<Omit<A, 'takenAt'>>;
}

/** What is read to answer of a recording. A machine tells it as well. */
export interface Teller extends Pick<Informant, 'past' | 'seen' | 'fresh'> {
  readonly details: Pick<DetailReader, 'inside' | 'images' | 'written'>;
}

/** A question that was found to be as it should be. */
export interface Prepared<M = Informant> {
  /** Equal questions have equal keys. */
  key: string;
  runs: readonly Host['reader'][];
  deadline: number;
  fresh: number;
  lifetime: (snapshot: Snapshot) => string | null;
  /** @param moment the one that it tells of, ISO 8601; null: now */
  read: (machine: M, moment: string | null) => Promise<Record<string, unknown>>;
}

/** Checks the fields of a question. A text: what is wrong with them, in English. */
export type Handler<M = Informant> = (fields: object) => Prepared<M> | string;

/** Puts a question and the way it is answered together. */
export function handler<Q, A, M = Informant>(
  { question: schema }: Question<Q, A>,
  { runs, deadline, fresh, lifetimeOf, answer }: Handling<Q, A, M>,
): Handler<M> {
  return (fields) => {
    const parsed = schema.safeParse(fields, IN_ENGLISH);
    if (!parsed.success) return whatIsWrong(parsed.error);
    const question = parsed.data;
    return {
      key: JSON.stringify(question),
      runs,
      deadline,
      fresh,
      lifetime: (snapshot) => (lifetimeOf === undefined ? '' : lifetimeOf(question, snapshot)),
      read: async (machine, moment) => {
        const takenAt = moment ?? new Date().toISOString();
        return { takenAt, ...(await answer(question, machine)) };
      },
    };
  };
}
