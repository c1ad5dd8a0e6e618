import type { Findings } from '../findings/finding';
import type { InsideReading, InsideRequest } from '../inside/reading';
import type { Told } from '../inside/told';
import type { ImagesReading, WhoseImages, Written, WrittenBy } from '../images/image';
import type { Privileges, ProcessRequest } from '../privileges/privileges';
import type { PassageReading, PassageRequest } from '../reach/reading';
import type { Config } from '../config/config';
import type { Container } from '../model/container';
import type { Host } from '../model/host';
import type { Past } from '../recording/past';
import type { Snapshot } from '../model/snapshot';
import type { LimitsReading, SampleReading, UseReading, UseRequest } from '../use/reading';
import type { UsageRow } from '../protocol/usage';
import { IN_ENGLISH, whatIsWrong } from '../protocol/what-is-wrong';
import type { Question } from '../questions/question';

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
  /** What a namespace isolates that no snapshot has. */
  inside: (request: InsideRequest) => Promise<InsideReading>;
  /** What the files of a container's cgroups say. */
  use: (request: UseRequest) => Promise<UseReading>;
  /** Of several what changes all the time, in the order in which they are given. */
  samples: (requests: readonly UseRequest[]) => Promise<SampleReading[]>;
  /** What limits the memory and the tasks of several, in the order in which they are given. */
  limits: (requests: readonly UseRequest[]) => Promise<LimitsReading[]>;
  /** What decides what passes through a network. */
  passage: (request: PassageRequest) => Promise<PassageReading>;
  /** What a process may do, and what it does now; null when it has ended. */
  privileges: (request: ProcessRequest) => Promise<Privileges | null>;
  /** The images that containers run from, or all. */
  images: (whose: WhoseImages) => Promise<ImagesReading>;
  /** What containers have written into layers of their own, in the order in which they are given. */
  written: (containers: readonly WrittenBy[]) => Promise<Written[]>;
  /** The same of one, for who asks every few seconds: what was told lately stands. */
  writtenLately: (container: WrittenBy) => Promise<Written>;
  /** Whether anything limits what containers of an engine write into those layers. */
  writableLimit: (engine: string) => Told<null>;
  /** Is told what was found of all containers: who tells of it in numbers does not look for it. */
  found: (findings: Findings) => void;
  /** How a container was started; null: that is not told, or it is not there. */
  config: (container: Pick<Container, 'engine' | 'id'>) => Promise<Config | null>;
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
export type Teller = Pick<Informant, 'past' | 'seen' | 'fresh' | 'inside' | 'images' | 'written'>;

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
