import { randomUUID } from 'node:crypto';
import { diff } from '@lib/diff/diff';
import type { HostId } from '@lib/model/host';
import type { Sight, Snapshot } from '@lib/model/snapshot';
import type { Hello } from '@lib/protocol/from-viewer';
import type { OfHost } from '@lib/protocol/of-host';
import type { Delta, SnapshotMessage } from '@lib/protocol/protocol';
import type { Viewer } from './viewer';

/** Deltas kept for viewers that come back; older ones get a whole snapshot. */
const BACKLOG = 256;

/** Before the first one of all. */
export const NOTHING_SEEN = -1;

/** What is seen, numbered, and what follows from one to the next, as viewers are sent it. An epoch ends with a boot. */
export class Sequence {
  #epoch = randomUUID();
  #current: Snapshot | null = null;
  /** `current` as it is sent: one object for all, so that it is written out once. */
  #whole: OfHost<SnapshotMessage> | null = null;
  #backlog: OfHost<Delta>[] = [];

  constructor(private readonly host: HostId) {}

  get epoch(): string {
    return this.#epoch;
  }

  /** What was seen last; null before the first. */
  get current(): Snapshot | null {
    return this.#current;
  }

  /**
   * @param sight what is seen now; null: the same as before
   * @returns `change` to the one before: null where there is none, undefined where it is the first of an epoch
   * @throws Error where nothing was ever seen
   */
  follow(sight: Sight | null): { now: Snapshot; change: Delta | null | undefined } {
    const before = this.#current;
    if (sight === null) {
      if (before === null) throw new Error('the source had nothing to read');
      return { now: before, change: null };
    }
    const now = { ...sight, seq: (before?.seq ?? 0) + 1 };
    if (before === null || before.bootId !== now.bootId) {
      this.#epoch = randomUUID();
      this.#backlog = [];
      this.#current = now;
      return { now, change: undefined };
    }
    const change = diff(before, now, this.#epoch);
    if (change === null) return { now: before, change };
    this.#current = now;
    this.#backlog.push({ host: this.host, ...change });
    if (this.#backlog.length > BACKLOG) this.#backlog.shift();
    return { now, change };
  }

  /** What one has seen who comes back, as far as that can be gone on from. */
  seenBy({ epoch, lastSeq }: Pick<Hello, 'epoch' | 'lastSeq'>): number {
    return epoch === this.#epoch && lastSeq !== null ? lastSeq : NOTHING_SEEN;
  }

  /** Sends what is missing since `seq`, or all where that is less. @returns what has been seen then */
  send(viewer: Viewer, seq: number): number {
    const current = this.#current;
    if (current === null) return seq;
    const missed = this.#backlog.filter((delta) => delta.seq > seq);
    if (seq > NOTHING_SEEN && seq + missed.length === current.seq) {
      for (const delta of missed) viewer.delta(delta);
    } else {
      if (this.#whole?.snapshot !== current) {
        this.#whole = { host: this.host, epoch: this.#epoch, snapshot: current };
      }
      viewer.snapshot(this.#whole);
    }
    return current.seq;
  }
}
