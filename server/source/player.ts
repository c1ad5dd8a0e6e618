import { positionAfter, type Playback } from '@lib/protocol/playing';
import type { PlaybackRequest } from '@lib/protocol/from-viewer';
import type { Stretch } from '@lib/recording/past';
import { movedTo, playedAfter } from '@lib/recording/played';

/** Milliseconds until it is looked again whether there is more to play, at the least. */
const AGAIN = 50;

/** The playing of a recording, or of what was kept: where it is, and what moves it. What is not known is left out. */
export class Player {
  private told: Playback = { position: 0, playing: false, speed: 1, isNearest: false };
  private since = performance.now();
  private readonly listeners = new Set<() => void>();
  private stop: NodeJS.Timeout | null = null;
  private begun = false;

  constructor(private readonly past: Stretch) {}

  /** Where it is now, in whole milliseconds. */
  get playback(): Playback {
    const position = Math.round(
      positionAfter(this.told, performance.now() - this.since, this.past.to),
    );
    return { ...this.told, position };
  }

  /** Somebody has come to see it: it begins to play, unless it was told something before. */
  begin(): void {
    if (!this.begun) this.do({ do: 'play' });
  }

  do(request: PlaybackRequest): void {
    this.begun = true;
    this.set(playedAfter(this.playback, request, this.past));
  }

  /** Something was forgotten: where that is where it is, it goes to the nearest moment that is known. */
  stay(): void {
    const now = this.playback;
    const known = movedTo(now.position, now, this.past);
    if (known.isNearest) this.set(known);
  }

  /** Hears of everything but of time passing. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    if (this.stop !== null) clearTimeout(this.stop);
    this.listeners.clear();
  }

  private set(playback: Playback): void {
    this.told = playback;
    this.since = performance.now();
    if (this.stop !== null) clearTimeout(this.stop);
    this.stop = null;
    if (playback.playing) {
      const { position, speed } = playback;
      const until = this.past.gaps.find(({ from }) => from >= position)?.from ?? this.past.to;
      const left = Math.max(AGAIN, (until - position) / speed);
      this.stop = setTimeout(() => this.goOn(), left).unref();
    }
    for (const listener of this.listeners) listener();
  }
  /** It has come to the end, or to a gap; or there is more by now. */
  private goOn(): void {
    const now = this.playback;
    const gap = this.past.gaps.find(({ from, to }) => from <= now.position && now.position < to);
    if (gap !== undefined) this.set({ ...now, position: gap.to });
    else this.set({ ...now, playing: now.position < this.past.to });
  }
}
