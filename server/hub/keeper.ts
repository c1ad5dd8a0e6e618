import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Snapshot } from '@lib/model/snapshot';
import type { Delta } from '@lib/protocol/protocol';
import { History, type HistoryLimits } from '@lib/recording/history';
import type { Packing } from '@lib/recording/packed-frames';
import type { Keeper } from './hub';

/** An hour, in as much memory as is told. */
const LIMITS: HistoryLimits = { bytes: 64 * 1024 * 1024, length: 60 * 60_000 };

/** Fast rather than small: the same records come again and again, and a sixth is left all the same. */
const PACKING: Packing = {
  // Copied: what zlib returns holds all of the room that it was written in.
  pack: (text) => new Uint8Array(deflateRawSync(text, { level: 1 })),
  unpack: (packed) => inflateRawSync(packed).toString(),
};

/** Keeps what a machine looked like, by the clock on the wall. */
export class PastKeeper implements Keeper {
  readonly past: History;
  #begun: number;

  /** @param now milliseconds since the epoch */
  constructor(
    private readonly now: () => number = Date.now,
    limits = LIMITS,
  ) {
    this.#begun = now();
    this.past = new History(new Date(this.#begun).toISOString(), PACKING, limits);
  }

  keep(snapshot: Snapshot, change?: Delta | null): void {
    const passed = this.now() - this.#begun;
    // The clock was set back: time goes on from where it was.
    if (passed < this.past.to) this.#begun -= this.past.to - passed;
    this.past.put(Math.max(passed, this.past.to), snapshot, change);
  }
}
