import type { Snapshot } from '../model/snapshot';
import type { TimelineEvent } from '../timeline/event';

/** Moments that may be pinned. */
export const MOST_PINS = 8;

/** From when to when nobody looked: nothing is known of it. Milliseconds since the start. */
export interface Gap {
  from: number;
  to: number;
}

/** The pictures of some time by the moments at which each came, to go back to: a recording, or what a server kept. */
export interface Past {
  /** Moment 0, ISO 8601. */
  readonly startedAt: string;
  /** The first and the last moment that is known, in milliseconds since the start. */
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly Gap[];
  /** What is kept of it in memory, and how much may be; null: all of it, and no more comes. */
  readonly size: { bytes: number; most: number } | null;
  /** Moments that were pinned, in order. */
  readonly pins: readonly number[];
  /** The number of the picture that shows at a moment: the last one at or before it, the first before that. */
  indexAt: (at: number) => number;
  /** When a picture came; null: there is none of that number. */
  cameAt: (index: number) => number | null;
  /** When the picture after this one comes; null after the last. */
  nextAt: (index: number) => number | null;
  /** @throws RangeError for a picture that there is not */
  snapshotOf: (index: number) => Snapshot;
  /** What happened, in the order in which it did. */
  events: () => readonly TimelineEvent[];
}

/** Of which moments something is known. */
export type Stretch = Pick<Past, 'from' | 'to' | 'gaps'>;

/** The known moment that is nearest. */
export function nearestIn({ from, to, gaps }: Stretch, at: number): number {
  const within = Math.min(Math.max(at, from), to);
  const gap = gaps.find((each) => each.from < within && within < each.to);
  if (gap === undefined) return within;
  return within - gap.from < gap.to - within ? gap.from : gap.to;
}

/** The moment so far on, or back: where nothing is known of that, the next one in that direction that is. */
export function steppedIn(stretch: Stretch, at: number, by: number): number {
  const to = at + by;
  const gap = stretch.gaps.find((each) => each.from < to && to < each.to);
  if (gap === undefined) return nearestIn(stretch, to);
  return by > 0 ? gap.to : gap.from;
}

/** What is to be seen at a moment. */
export function snapshotAt(past: Past, at: number): Snapshot {
  return past.snapshotOf(past.indexAt(at));
}
