import { apply } from '../diff/apply';
import type { Snapshot } from '../model/snapshot';
import type { Change } from './timeline';

/** Makes text small, and text again. */
export interface Packing {
  pack: (text: string) => Uint8Array;
  unpack: (packed: Uint8Array) => string;
}

/** Bytes of a frame besides what is packed. */
const FRAME = 96;

interface Frame {
  at: number;
  packed: Uint8Array;
  /** A whole picture, or a change to the frame before. */
  isWhole: boolean;
}

/** Pictures in the order of time, packed: whole ones, and changes between them. The first one is whole. */
export class PackedFrames {
  #frames: Frame[] = [];
  #bytes = 0;
  /** The picture that was made anew last: who goes on from there has not far to go. */
  #last: { frame: Frame; snapshot: Snapshot } | null = null;

  constructor(private readonly packing: Packing) {}

  get length(): number {
    return this.#frames.length;
  }

  /** What it takes in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The moment of a frame; null: there is none of that number. */
  at(index: number): number | null {
    return this.#frames[index]?.at ?? null;
  }

  pushWhole(at: number, snapshot: Snapshot): void {
    this.#push({ at, packed: this.#packed(snapshot), isWhole: true });
  }

  pushChange(at: number, change: Change): void {
    this.#push({ at, packed: this.#packed(change), isWhole: false });
  }

  /** The first whole frame from this one on; null: there is none. */
  wholeFrom(index: number): number | null {
    const found = this.#frames.findIndex(({ isWhole }, each) => each >= index && isWhole);
    return found < 0 ? null : found;
  }

  /** Forgets the frames from `start` until `end`, which is a whole one, but for the moments of these: they stay, as whole ones. */
  forget(start: number, end: number, kept: readonly number[]): void {
    const whole = kept.map((index): Frame => {
      const { at = 0 } = this.#frames[index] ?? {};
      return { at, packed: this.#packed(this.snapshotOf(index)), isWhole: true };
    });
    this.#frames.splice(start, end - start, ...whole);
    this.#bytes = this.#frames.reduce((sum, each) => sum + sizeOf(each), 0);
    this.#last = null;
  }

  indexAt(at: number): number {
    let [low, high] = [0, this.#frames.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#frames[middle]?.at ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @throws RangeError for a picture that there is not */
  snapshotOf(index: number): Snapshot {
    const known = this.#last;
    const knownAt = known === null ? -1 : this.#frames.lastIndexOf(known.frame, index);
    let start = index;
    while (start > knownAt && this.#frames[start]?.isWhole === false) start -= 1;
    const isKnown = known !== null && start === knownAt;
    let snapshot: Snapshot | null = isKnown ? known.snapshot : this.#whole(start);
    for (const frame of this.#frames.slice(start + 1, index + 1)) {
      if (snapshot !== null) snapshot = apply(snapshot, this.#change(frame));
    }
    const frame = this.#frames[index];
    if (snapshot === null || frame === undefined) throw new RangeError(`no picture ${index}`);
    this.#last = { frame, snapshot };
    return snapshot;
  }

  #push(frame: Frame): void {
    this.#frames.push(frame);
    this.#bytes += sizeOf(frame);
  }

  #packed(picture: Snapshot | Change): Uint8Array {
    return this.packing.pack(JSON.stringify(picture));
  }

  #whole(index: number): Snapshot | null {
    const frame = this.#frames[index];
    return frame === undefined ? null : JSON.parse(this.packing.unpack(frame.packed));
  }

  #change({ packed }: Frame): Change {
    return JSON.parse(this.packing.unpack(packed));
  }
}

function sizeOf({ packed }: Frame): number {
  return packed.byteLength + FRAME;
}
