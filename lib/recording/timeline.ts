import { apply } from '../diff/apply';
import type { Snapshot } from '../model/snapshot';
import type { Delta } from '../protocol/protocol';

/** What changed, as a recording has it. */
export type Change = Omit<Delta, 'epoch'>;

/** A whole picture is kept for every so many changes; those between are made anew when asked for. */
const KEPT_EVERY = 64;

interface Frame {
  at: number;
  /** Null: the change to the frame before it. */
  kept: Snapshot | null;
  change: Change | null;
}

/**
 * The pictures of a recording by the moment at which each came. Seeking is going back to the last
 * whole picture and applying the changes since, so that hours fit in memory and any moment is
 * a few milliseconds away.
 */
export class Timeline {
  private readonly frames: Frame[] = [];
  private readonly changesAt: number[] = [];
  private last: { index: number; snapshot: Snapshot } | null = null;

  get empty(): boolean {
    return this.frames.length === 0;
  }

  /** When containers or engines changed; or, if none ever did, when anything did. */
  get changes(): readonly number[] {
    return this.changesAt.length > 0
      ? this.changesAt
      : this.frames.slice(1).map((frame) => frame.at);
  }

  /** Frames are put in the order of time. */
  putSnapshot(at: number, snapshot: Snapshot): void {
    if (!this.empty) this.changesAt.push(at);
    this.frames.push({ at, kept: snapshot, change: null });
  }

  /** @param after what the change makes of the frame before */
  putDelta(at: number, change: Change, after: Snapshot): void {
    const kept = this.frames.length % KEPT_EVERY === 0 ? after : null;
    this.frames.push({ at, kept, change });
    const { put, remove } = change;
    const told = [put.containers, remove.containers, put.engines, remove.engines];
    if (told.some((list) => list.length > 0)) this.changesAt.push(at);
  }

  /** The frame that shows at a moment: the last one at or before it, the first before that. */
  indexAt(at: number): number {
    let [low, high] = [0, this.frames.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.frames[middle]?.at ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** When this frame came; null: there is none. */
  cameAt(index: number): number | null {
    return this.frames[index]?.at ?? null;
  }

  /** When the frame after this one comes; null after the last. */
  nextAt(index: number): number | null {
    return this.frames[index + 1]?.at ?? null;
  }

  /** @throws RangeError for a frame that there is not */
  snapshotOf(index: number): Snapshot {
    const known = this.last;
    const near = known !== null && known.index <= index ? known : null;
    let start = index;
    while (start > (near?.index ?? -1) && (this.frames[start]?.kept ?? null) === null) start -= 1;
    let snapshot = start === near?.index ? near.snapshot : (this.frames[start]?.kept ?? null);
    for (let at = start + 1; at <= index && snapshot !== null; at += 1) {
      const change = this.frames[at]?.change ?? null;
      snapshot = change === null ? null : apply(snapshot, change);
    }
    if (snapshot === null) throw new RangeError(`no frame ${index}`);
    this.last = { index, snapshot };
    return snapshot;
  }
}
