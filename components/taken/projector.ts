import { diff } from '@lib/diff/diff';
import type { Snapshot } from '@lib/model/snapshot';
import type { PlaybackRequest } from '@lib/protocol/from-viewer';
import { positionAfter, type Playback } from '@lib/protocol/playing';
import type { Delta } from '@lib/protocol/protocol';
import { snapshotAt, type Past } from '@lib/recording/past';
import { playedAfter } from '@lib/recording/played';

/** There is one series of pictures, and nobody else who has it. */
export const EPOCH = 'taken';
/** Milliseconds; a timer takes no more than 2^31. */
const LONGEST_WAIT = 60_000;

/** Is told where the playing is, and of each picture what is other than in the one before. */
export interface Screen {
  playback: (playback: Playback) => void;
  snapshot: (snapshot: Snapshot) => void;
  delta: (delta: Delta) => void;
}

/** Plays a recording on a screen. */
export class Projector {
  #since = performance.now();
  #shown: Snapshot | null = null;
  #seq = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param told where it begins */
  constructor(
    private readonly past: Past,
    private told: Playback,
    private readonly screen: Screen,
  ) {}

  /** Where it is now, in whole milliseconds. */
  get playback(): Playback {
    const elapsed = performance.now() - this.#since;
    return { ...this.told, position: Math.round(positionAfter(this.told, elapsed, this.past.to)) };
  }

  /** The number of the latest picture; 0: there was none. */
  get seq(): number {
    return this.#seq;
  }

  /** Shows all of the picture of now, and goes on from there. */
  begin(): void {
    this.#shown = null;
    this.#go(this.playback);
  }

  do(request: PlaybackRequest): void {
    this.#go(playedAfter(this.playback, request, this.past));
  }

  #go(playback: Playback): void {
    this.told = playback;
    this.#since = performance.now();
    this.screen.playback(playback);
    this.#show();
  }

  /** Shows the picture of now, where it is another, and waits for the next one, or the end. */
  #show(): void {
    const { position, playing, speed } = this.playback;
    this.#tell(snapshotAt(this.past, position));
    clearTimeout(this.#timer);
    if (!playing) return;
    if (position >= this.past.to) return this.do({ do: 'pause' });
    const next = this.past.nextAt(this.past.indexAt(position)) ?? this.past.to;
    const wait = Math.min((next - position) / speed, LONGEST_WAIT);
    this.#timer = setTimeout(() => this.#show(), wait);
  }

  #tell(recorded: Snapshot): void {
    const before = this.#shown;
    const host = { ...recorded.host, reader: 'recording' as const };
    const snapshot = { ...recorded, host, seq: this.#seq + 1 };
    const isOther = before === null || before.bootId !== snapshot.bootId;
    const delta = isOther ? null : diff(before, snapshot, EPOCH);
    if (!isOther && delta === null) return;
    this.#shown = snapshot;
    this.#seq = snapshot.seq;
    if (delta === null) this.screen.snapshot(snapshot);
    else this.screen.delta(delta);
  }
}
