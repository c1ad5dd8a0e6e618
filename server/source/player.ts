import { positionAfter, type Playback } from '@lib/protocol/playing';
import type { PlaybackRequest } from '@lib/protocol/from-viewer';

/** The playing of a recording: where it is, and what moves it. */
export class Player {
  private told: Playback = { position: 0, playing: false, speed: 1 };
  private since = performance.now();
  private readonly listeners = new Set<() => void>();
  private end: NodeJS.Timeout | null = null;
  private begun = false;

  /** @param duration of the recording, in milliseconds */
  constructor(private readonly duration: number) {}

  /** Where it is now, in whole milliseconds. */
  get playback(): Playback {
    const position = Math.round(
      positionAfter(this.told, performance.now() - this.since, this.duration),
    );
    return { ...this.told, position };
  }

  /** Somebody has come to see it: it begins to play, unless it was told something before. */
  begin(): void {
    if (!this.begun) this.do({ do: 'play' });
  }

  do(request: PlaybackRequest): void {
    this.begun = true;
    const now = this.playback;
    switch (request.do) {
      case 'play': {
        // From the end there is nothing to play but all of it again.
        const position = now.position >= this.duration ? 0 : now.position;
        return this.set({ ...now, position, playing: true });
      }
      case 'pause':
        return this.set({ ...now, playing: false });
      case 'seek':
        return this.set({ ...now, position: Math.min(request.to, this.duration) });
      case 'speed':
        return this.set({ ...now, speed: request.by });
    }
  }

  /** Hears of everything but of time passing. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    if (this.end !== null) clearTimeout(this.end);
    this.listeners.clear();
  }

  private set(playback: Playback): void {
    this.told = playback;
    this.since = performance.now();
    if (this.end !== null) clearTimeout(this.end);
    this.end = null;
    if (playback.playing) {
      const left = (this.duration - playback.position) / playback.speed;
      this.end = setTimeout(
        () => this.set({ ...playback, position: this.duration, playing: false }),
        left,
      ).unref();
    }
    for (const listener of this.listeners) listener();
  }
}
