import type { SummaryTrouble } from '@lib/fleet/problems';
import { NotTold } from './put-summary';

/** Milliseconds from one look to the next… */
export const EVERY = 15_000;
/** …and this part of them more or less: many agents shall not speak at once. */
const JITTER = 0.2;
/** Milliseconds after which a summary that was not taken is sent again. */
export const AGAIN = 2000;

/** Time, as a test may have it pass. */
export interface Clock {
  /** Milliseconds, by a clock that never goes back. */
  now: () => number;
  /** Resolves when they have passed, or something was aborted. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
}

export interface Rounds {
  /** Resolves while there is a connection, with what is aborted at its end. */
  up: () => Promise<AbortSignal>;
  /** Looks at the machine. @returns the summary as it is sent */
  look: () => Promise<Uint8Array>;
  /** Resolves when it is taken. @param over the connection is, and nothing is waited for any more */
  put: (packed: Uint8Array, over: AbortSignal) => Promise<void>;
  /** Something is the matter, told once for as long as it is. */
  trouble: (error: NotTold) => void;
  /** It is no more. */
  well: () => void;
}

/**
 * Tells of this machine again and again while it is connected, until `ended`. Each connection begins with a look; cut
 * off, it neither looks nor sends, so however long that takes nothing waits to be sent.
 */
export async function sendSummaries(
  rounds: Rounds,
  ended: AbortSignal,
  clock: Clock,
): Promise<void> {
  const teller = new Teller(rounds);
  while (!ended.aborted) {
    const over = AbortSignal.any([await rounds.up(), ended]);
    // The second comes soon, for who keeps them may not have been ready, and at a time of its own: all agents begin
    // together when their server does.
    let share = JITTER + 2 * JITTER * clock.random();
    while (!over.aborted) {
      const next = clock.now() + EVERY * share;
      await tell(rounds, next, over, { clock, teller });
      await clock.wait(next - clock.now(), over);
      share = 1 - JITTER + 2 * JITTER * clock.random();
    }
  }
}

/** Looks once, and sends that until it is taken or the next look is due. */
async function tell(
  { look, put }: Rounds,
  next: number,
  over: AbortSignal,
  { clock, teller }: { clock: Clock; teller: Teller },
): Promise<void> {
  let packed: Uint8Array;
  try {
    packed = await look();
  } catch (error) {
    teller.failed(new NotTold('unread', error instanceof Error ? error.message : String(error)));
    return;
  }
  while (!over.aborted) {
    try {
      await put(packed, over);
      teller.taken();
      return;
    } catch (error) {
      if (!(error instanceof NotTold)) throw error;
      // That it is cut off is said already.
      if (over.aborted) return;
      teller.failed(error);
    }
    if (clock.now() + AGAIN >= next) return;
    await clock.wait(AGAIN, over);
  }
}

/** Tells each trouble once, and when it is over. */
class Teller {
  #told: SummaryTrouble | null = null;

  constructor(private readonly rounds: Pick<Rounds, 'trouble' | 'well'>) {}

  failed(error: NotTold): void {
    if (error.trouble === this.#told) return;
    this.#told = error.trouble;
    this.rounds.trouble(error);
  }

  taken(): void {
    if (this.#told !== null) this.rounds.well();
    this.#told = null;
  }
}
