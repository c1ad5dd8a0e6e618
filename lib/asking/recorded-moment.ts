import type { ImagesReading, Written, WrittenBy } from '../images/image';
import type { InsideReading, InsideRequest } from '../inside/reading';
import type { Snapshot } from '../model/snapshot';
import type { Outcome } from '../protocol/ask';
import { RecordedAnswers } from '../recording/answers';
import { RecordedLayers, recordedOf, type LayersReading } from '../recording/layers';
import type { Recording } from '../recording/parse';
import { snapshotAt, type Past } from '../recording/past';
import { readingWithout, RecordedReadings } from '../recording/readings';
import { NotInRecording } from './handler';
import { gone } from './refusal';

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

/** What a recording, or what was kept, tells of a moment of it. */
export class RecordedMoment {
  constructor(
    readonly past: Past,
    private readonly details: Details,
    /** Milliseconds since its start. */
    private readonly position: number,
  ) {}

  /** What there was to see. */
  get snapshot(): Snapshot {
    return snapshotAt(this.past, this.position);
  }

  /** What a namespace isolated. @throws NotInRecording */
  inside({ type, namespace }: InsideRequest): InsideReading {
    const lifetime = this.snapshot.namespaces.find(({ id }) => id === namespace)?.lifetime ?? '';
    const { readings } = this.details;
    const reading = readings.at(this.position, namespace, lifetime) ?? readingWithout(type);
    if (reading === null) throw new NotInRecording(`${namespace} was not read`);
    return reading;
  }

  /** @throws NotInRecording */
  get images(): ImagesReading {
    return this.#layers.images;
  }

  /** What these containers had written, in the order in which they are given. @throws NotInRecording */
  written(containers: readonly WrittenBy[]): Written[] {
    return recordedOf(containers, this.#layers.written);
  }

  /** What was answered to a question that a lesson asks; null: it was not asked. */
  answered(name: string, key: string, life: string): Outcome | null {
    const kept = this.details.answers.at(this.position, name, key, life);
    if (kept === null) return null;
    return kept.answer === null ? gone('it was not there') : { answer: kept.answer };
  }

  get #layers(): LayersReading {
    const reading = this.details.layers.at(this.position);
    if (reading === null) throw new NotInRecording('layers were not read');
    return reading;
  }
}
