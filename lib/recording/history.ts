import type { Snapshot } from '../model/snapshot';
import type { TimelineEvent } from '../timeline/event';
import { EventTeller } from '../timeline/events';
import { PackedFrames, type Packing } from './packed-frames';
import { MOST_PINS, type Gap, type Past } from './past';
import type { Change } from './timeline';

/** How much a history may be. */
export interface HistoryLimits {
  /** In memory. */
  bytes: number;
  /** Milliseconds that can be gone back. */
  length: number;
}

/** A whole picture is kept for every so many frames: as much is forgotten at once. */
const WHOLE_EVERY = 32;
/** …and where those since the last take more than one part in so many of what there may be. */
const LEAST_PARTS = 8;
/** Milliseconds without a look after which it is not known what was. */
const UNSEEN = 10_000;
/** Bytes that an event takes. */
const EVENT = 400;
/** Bytes that a name takes, with the namespaces in which its container was. */
const NAME = 1500;

/**
 * What was to be seen lately, in bounded memory: pictures are packed, and the oldest forgotten where they are too
 * many or too old. Moments that were pinned stay.
 */
export class History implements Past {
  readonly #frames: PackedFrames;
  /** As many frames at the beginning are pinned moments, of whose surroundings nothing is left. */
  #alone = 0;
  readonly #pins = new Set<number>();
  #unseen: Gap[] = [];
  #events: TimelineEvent[] = [];
  #teller: EventTeller | null = null;
  #sinceWhole = 0;
  /** What all took before the last whole picture. */
  #beforeWhole = 0;
  #to = 0;
  readonly #listeners = new Set<() => void>();

  /** @param startedAt moment 0, ISO 8601 */
  constructor(
    readonly startedAt: string,
    packing: Packing,
    private readonly limits: HistoryLimits,
  ) {
    this.#frames = new PackedFrames(packing);
  }

  get from(): number {
    return this.#frames.at(0) ?? this.#to;
  }

  get to(): number {
    return this.#to;
  }

  get gaps(): readonly Gap[] {
    const alone = Array.from({ length: this.#alone }, (_, index) => ({
      from: this.#frames.at(index) ?? 0,
      to: this.#frames.at(index + 1) ?? 0,
    }));
    return [...alone, ...this.#unseen];
  }

  get size(): { bytes: number; most: number } {
    const names = this.#teller?.names ?? 0;
    const bytes = this.#frames.bytes + this.#events.length * EVENT + names * NAME;
    return { bytes, most: this.limits.bytes };
  }

  get pins(): readonly number[] {
    return [...this.#pins].sort((a, b) => a - b);
  }

  events(): readonly TimelineEvent[] {
    return this.#events;
  }

  /**
   * The machine was looked at. Moments are told in order.
   *
   * @param at milliseconds since the start
   * @param change to the picture before: null where there is none, left out where it is of another boot or the first
   */
  put(at: number, snapshot: Snapshot, change?: Change | null): void {
    const isFirst = this.#frames.length === 0;
    const isUnseen = !isFirst && at - this.#to > UNSEEN;
    if (isUnseen) this.#unseen.push({ from: this.#to, to: at });
    this.#to = at;
    if (change === null && !isUnseen) return;
    if (change === undefined || this.#teller === null) this.#teller = new EventTeller(snapshot, at);
    else this.#events.push(...this.#teller.tell(at, snapshot));
    const isLarge = this.#frames.bytes - this.#beforeWhole > this.limits.bytes / LEAST_PARTS;
    const isDue = isFirst || isUnseen || isLarge || this.#sinceWhole >= WHOLE_EVERY;
    if (isDue || change === undefined || change === null) {
      this.#beforeWhole = this.#frames.bytes;
      this.#frames.pushWhole(at, snapshot);
      this.#sinceWhole = 1;
    } else {
      this.#frames.pushChange(at, change);
      this.#sinceWhole += 1;
    }
    this.#forget();
  }

  /** Keeps what shows at a moment for good, or no longer; beyond so many nothing more is kept. */
  pin(at: number, isKept: boolean): void {
    const index = this.#frames.indexAt(at);
    const moment = this.#frames.at(index);
    if (moment === null) return;
    if (isKept && this.#pins.size < MOST_PINS) this.#pins.add(moment);
    if (isKept || !this.#pins.delete(moment) || index >= this.#alone) return;
    this.#frames.forget(index, index + 1, []);
    this.#alone -= 1;
    this.#tellForgotten();
  }

  /** Hears that moments are not known any more. Returns how to stop. */
  onForgotten(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  indexAt(at: number): number {
    return this.#frames.indexAt(at);
  }

  cameAt(index: number): number | null {
    return this.#frames.at(index);
  }

  nextAt(index: number): number | null {
    return this.#frames.at(index + 1);
  }

  snapshotOf(index: number): Snapshot {
    return this.#frames.snapshotOf(index);
  }

  /** Forgets the oldest, from one whole picture to the next, until the rest is within the limits. */
  #forget(): void {
    for (;;) {
      const next = this.#frames.wholeFrom(this.#alone + 1);
      const until = next === null ? null : this.#frames.at(next);
      if (next === null || until === null) return;
      const isOld = until <= this.#to - this.limits.length;
      if (!isOld && this.size.bytes <= this.limits.bytes) return;
      const kept = this.#pinnedIn(this.#alone, next);
      const before = this.#frames.bytes;
      this.#frames.forget(this.#alone, next, kept);
      this.#beforeWhole -= before - this.#frames.bytes;
      this.#alone += kept.length;
      this.#unseen = this.#unseen.filter(({ to }) => to > until);
      this.#events = this.#events.filter(({ at }) => at >= until);
      this.#teller?.forget(until);
      this.#tellForgotten();
    }
  }

  #tellForgotten(): void {
    for (const listener of this.#listeners) listener();
  }

  #pinnedIn(start: number, end: number): number[] {
    return Array.from({ length: end - start }, (_, index) => start + index).filter((index) =>
      this.#pins.has(this.#frames.at(index) ?? -1),
    );
  }
}
