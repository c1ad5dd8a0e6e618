import type { Host } from '@lib/model/host';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { ImagesReading, Written, WrittenBy } from '@lib/images/image';
import type { Sight } from '@lib/model/snapshot';
import { recordedOf, RecordedLayers, type LayersReading } from '@lib/recording/layers';
import { RecordedAnswers } from '@lib/recording/answers';
import { readingWithout, RecordedReadings } from '@lib/recording/readings';
import { snapshotAt, type Past } from '@lib/recording/past';
import type { Recording } from '@lib/recording/parse';
import type { Outcome } from '@lib/protocol/ask';
import { gone } from '../questions/desk';
import { NotInRecording } from '../questions/handler';
import type { Player } from './player';
import type { Source } from './source';

/** Milliseconds; a timer takes no more than 2^31. */
const LONGEST_WAIT = 60_000;
/** Milliseconds until it is looked again whether there is a picture after the last one. */
const AGAIN = 500;

/** What is known of moments besides their pictures. */
export type Details = Pick<Recording, 'readings' | 'layers' | 'answers'>;

/** Nothing: of what a server keeps there are the pictures alone. */
export function noDetails(): Details {
  return {
    readings: new RecordedReadings(),
    layers: new RecordedLayers(),
    answers: new RecordedAnswers(),
  };
}

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

  async inside({ type, namespace }: InsideRequest): Promise<InsideReading> {
    const { readings } = this.details;
    const { position } = this.player.playback;
    const { namespaces } = snapshotAt(this.past, position);
    const lifetime = namespaces.find(({ id }) => id === namespace)?.lifetime ?? '';
    const reading = readings.at(position, namespace, lifetime) ?? readingWithout(type);
    if (reading === null) throw new NotInRecording(`${namespace} was not read`);
    return reading;
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
    const { position } = this.player.playback;
    const kept = this.details.answers.at(position, name, key, life);
    if (kept === null) return null;
    return kept.answer === null ? gone('it was not there') : { answer: kept.answer };
  }

  async images(): Promise<ImagesReading> {
    return this.layersNow().images;
  }

  async written(containers: readonly WrittenBy[]): Promise<Written[]> {
    return recordedOf(containers, this.layersNow().written);
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

  private layersNow(): LayersReading {
    const reading = this.details.layers.at(this.player.playback.position);
    if (reading === null) throw new NotInRecording('layers were not read');
    return reading;
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
