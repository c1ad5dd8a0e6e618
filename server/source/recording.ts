import type { Host } from '@lib/model/host';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { ImagesReading, Written, WrittenBy } from '@lib/images/image';
import type { Sight } from '@lib/model/snapshot';
import type { Past } from '@lib/recording/past';
import type { Outcome } from '@lib/protocol/ask';
import { NotInRecording } from '@lib/asking/handler';
import { RecordedMoment, type Details } from '@lib/asking/recorded-moment';
import type { Player } from './player';
import type { Source } from './source';

/** Milliseconds; a timer takes no more than 2^31. */
const LONGEST_WAIT = 60_000;
/** Milliseconds until it is looked again whether there is a picture after the last one. */
const AGAIN = 500;

/** A recording as a source like any other: what there is to see is what was seen at that moment. */
export class RecordingSource implements Source {
  private shown: number | null = null;
  private watched = false;
  private hint: () => void = () => undefined;
  private next: NodeJS.Timeout | null = null;
  /** The host as it was recorded and as it is shown: it is the very same as long as that one is. */
  private host: { recorded: Host; shown: Host } | null = null;

  constructor(
    private readonly past: Past,
    private readonly details: Details,
    private readonly player: Player,
  ) {
    player.onChange(() => {
      this.waitForNext();
      this.hint();
    });
  }

  read(): Promise<Sight | null> {
    const index = this.past.indexAt(this.player.playback.position);
    // By the moment: numbers are others when the oldest is forgotten.
    const cameAt = this.past.cameAt(index);
    this.waitForNext();
    if (cameAt === this.shown) return Promise.resolve(null);
    this.shown = cameAt;
    const snapshot = this.past.snapshotOf(index);
    return Promise.resolve({ ...snapshot, host: this.hostOf(snapshot.host) });
  }

  /** A read of a recording never waits. */
  hurry(): void {}

  /** What was found then is all that there is. */
  search(): Promise<void> {
    return Promise.resolve();
  }

  usage(): Promise<[]> {
    return Promise.resolve([]);
  }

  async inside(request: InsideRequest): Promise<InsideReading> {
    return this.now.inside(request);
  }

  /** Only where a network is can be told what passes through it. */
  passage(): Promise<never> {
    return Promise.reject(new NotInRecording('what passes through networks'));
  }

  /** What processes may do is asked of machines. */
  privileges(): Promise<never> {
    return Promise.reject(new NotInRecording('what a process may do'));
  }

  /** What is used changes all the time, and is not written down. */
  use(): Promise<never> {
    return Promise.reject(new NotInRecording('what containers use'));
  }

  /** What was answered to a question that a lesson asks; null: it was not asked. */
  answered(name: string, key: string, life: string): Outcome | null {
    return this.now.answered(name, key, life);
  }

  async images(): Promise<ImagesReading> {
    return this.now.images;
  }

  async written(containers: readonly WrittenBy[]): Promise<Written[]> {
    return this.now.written(containers);
  }

  samples(): Promise<never> {
    return this.use();
  }

  limits(): Promise<never> {
    return this.use();
  }

  writtenLately(): Promise<never> {
    return this.use();
  }

  writableLimit(): never {
    throw new NotInRecording('what containers use');
  }

  /** How containers were started is not recorded. */
  config(): Promise<never> {
    return Promise.reject(new NotInRecording('how containers were started'));
  }

  enginesKnown(): boolean {
    return true;
  }

  onHint(listener: () => void): void {
    this.hint = listener;
  }

  setWatched(watched: boolean): void {
    this.watched = watched;
    this.waitForNext();
  }

  close(): Promise<void> {
    this.setWatched(false);
    return Promise.resolve();
  }

  private get now(): RecordedMoment {
    return new RecordedMoment(this.past, this.details, this.player.playback.position);
  }

  /** A hint at the moment of the next picture, while it plays and somebody looks. */
  private waitForNext(): void {
    if (this.next !== null) clearTimeout(this.next);
    this.next = null;
    const { position, playing, speed } = this.player.playback;
    const { size } = this.past;
    const next = this.past.nextAt(this.past.indexAt(position));
    // After the last picture of what is kept another one may come.
    const at = next ?? (size === null ? null : position + AGAIN * speed);
    if (!this.watched || !playing || at === null) return;
    const wait = Math.min((at - position) / speed, LONGEST_WAIT);
    this.next = setTimeout(() => {
      this.waitForNext();
      this.hint();
    }, wait).unref();
  }

  private hostOf(recorded: Host): Host {
    if (this.host?.recorded !== recorded) {
      this.host = { recorded, shown: { ...recorded, reader: 'recording' } };
    }
    return this.host.shown;
  }
}
