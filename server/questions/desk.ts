import { setImmediate } from 'node:timers/promises';
import { Unreadable } from '@lib/findings/unreadable';
import { gone, notInRecording, refusal } from '@lib/asking/refusal';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import {
  NotInRecording,
  NotThere,
  type Handler,
  type Informant,
  type Prepared,
} from '@lib/asking/handler';
import { Allowance } from './allowance';

/** Questions that may be read for at once; equal ones are one. */
const MOST = 32;
/** Answers that are kept while they stand. */
const KEPT = 256;

/** By the question's name, its fields as `Prepared` has them, and which life of what it is about. */
export type Recorded = (name: string, key: string, life: string) => Outcome | null;

/** One reading for an answer, by whoever asked first; it may be over. */
interface Reading {
  /** When it began, by performance.now(); until then everybody may join. */
  begun: number | null;
  /** It is under way. */
  open: boolean;
  fresh: number;
  result: Promise<Record<string, unknown>>;
}

/**
 * Answers questions about a machine, each with its deadline. Equal questions share one reading, and an
 * answer stands as long as its question lets it, but no longer than what it is about lives.
 */
export class Desk {
  readonly #readings = new Map<string, Reading>();
  readonly #all = new Allowance(MOST);

  constructor(
    private readonly machine: Informant,
    private readonly handlers: Readonly<Record<string, Handler>>,
    private readonly report: (error: unknown) => void,
    /** What was answered at the moment of a recording that is shown; null: that was not recorded. */
    private readonly recorded: Recorded = () => null,
  ) {}

  /**
   * Never rejects: what goes wrong is an answer as well.
   *
   * @param allowance of who asks, for what has to be read for them; null: they have all that there is
   */
  async answer(
    { name, ...fields }: AskedQuestion,
    allowance: Allowance | null = null,
  ): Promise<Outcome> {
    if (!Object.hasOwn(this.handlers, name)) {
      const known = Object.keys(this.handlers).sort().join(', ');
      return refusal('unknown-question', `there is no such question: ${known}`);
    }
    const question = this.handlers[name]?.(fields) ?? 'not as expected';
    if (typeof question === 'string') return refusal('invalid', question);
    const late = new AbortController();
    try {
      return await Promise.race([
        this.#answer(name, question, allowance),
        new Promise<Outcome>((resolve) => {
          const say = () =>
            resolve(refusal('deadline', `no answer within ${question.deadline} ms`));
          const timer = setTimeout(say, question.deadline);
          late.signal.addEventListener('abort', () => clearTimeout(timer));
        }),
      ]);
    } catch (error) {
      if (error instanceof NotInRecording) return notInRecording();
      if (error instanceof NotThere) return gone(error.message);
      if (error instanceof Unreadable) return refusal('failed', error.reason);
      this.report(error);
      return refusal('failed', error instanceof Error ? error.message : String(error));
    } finally {
      late.abort();
    }
  }

  async #answer(name: string, question: Prepared, allowance: Allowance | null): Promise<Outcome> {
    const askedAt = performance.now();
    const snapshot = await this.machine.seen();
    const { reader } = snapshot.host;
    const seen = question.lifetime(snapshot);
    const recorded = seen === null ? null : this.recorded(name, question.key, seen);
    if (recorded !== null) return recorded;
    if (!question.runs.includes(reader)) {
      return reader === 'recording'
        ? notInRecording()
        : refusal('not-from-here', `it cannot be read by who reads /proc now: ${reader}`);
    }
    // What came a moment ago is not seen yet.
    const lifetime = seen ?? question.lifetime(await this.machine.fresh());
    if (lifetime === null) return gone('no such namespace or process now');
    const moment = reader === 'recording' ? snapshot.takenAt : null;
    const key = JSON.stringify([name, question.key, lifetime, moment]);
    // A recording can be wound to another moment at any time, also to one with the same picture.
    const fresh = moment === null ? question.fresh : 0;
    for (;;) {
      const known = this.#readings.get(key);
      const spent = known === undefined ? (allowance?.spent ?? this.#all.spent) : null;
      if (spent !== null) {
        return refusal('busy', `${spent.most} other questions are being read for`);
      }
      const reading = known ?? this.#begin(key, question, moment, allowance);
      const stands = reading.begun === null || reading.begun >= askedAt - fresh;
      if (stands) return { answer: await reading.result };
      // It tells of before we asked: the next one is ours, and that of all who came meanwhile.
      await reading.result.catch(() => undefined);
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    }
  }

  #begin(
    key: string,
    question: Prepared,
    moment: string | null,
    allowance: Allowance | null,
  ): Reading {
    this.#forgetOld();
    const ends = [this.#all.begin(), allowance?.begin()];
    const reading: Reading = {
      begun: null,
      open: true,
      fresh: question.fresh,
      // Who asks in this very moment is waited for.
      result: setImmediate().then(() => {
        reading.begun = performance.now();
        return question.read(this.machine, moment);
      }),
    };
    this.#readings.set(key, reading);
    const over = () => {
      reading.open = false;
      for (const end of ends) end?.();
    };
    reading.result.then(over, () => {
      over();
      // The next one who asks tries again.
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    });
    return reading;
  }

  #forgetOld(): void {
    const now = performance.now();
    for (const [key, { open, begun, fresh }] of this.#readings) {
      const old = begun !== null && now - begun > fresh;
      if (!open && (old || this.#readings.size > KEPT)) this.#readings.delete(key);
    }
  }
}
