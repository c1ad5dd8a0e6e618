import type { InsideReading } from '@lib/inside/reading';
import type { NamespaceId } from '@lib/model/ids';
import { anonymousChange, anonymousReading, anonymousSnapshot } from '@lib/recording/anonymize';
import { anonymousAnswer } from '@lib/recording/anonymize-answer';
import { anonymousLayers } from '@lib/recording/anonymize-layers';
import type { KeptAnswer } from '@lib/recording/answers';
import type { LayersReading } from '@lib/recording/layers';
import { namesOf, type Names } from '@lib/recording/names';
import type { Viewer } from '../hub/viewer';
import type { RecordingWriter } from './recording-writer';

/** The viewer that writes down what it is shown. */
export class Recorder implements Viewer {
  changes = 0;
  private started: number | null = null;
  private names: Names | null = null;
  private bootId = '';

  constructor(
    private readonly writer: RecordingWriter,
    /** Whose names are replaced, with all that tells where this is; null: nothing is. */
    private readonly people: readonly string[] | null,
  ) {}

  /** Whole milliseconds since the first picture. */
  get passed(): number {
    return this.started === null ? 0 : Math.round(performance.now() - this.started);
  }

  /** Of the file, for people. */
  get size(): string {
    const kilobytes = this.writer.bytes / 1000;
    return kilobytes < 1000 ? `${kilobytes.toFixed(0)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
  }

  snapshot: Viewer['snapshot'] = ({ snapshot }) => {
    if (this.started !== null) this.changes += 1;
    else this.writer.appear();
    this.started ??= performance.now();
    const at = this.passed;
    const { hostname } = snapshot.host;
    this.bootId = snapshot.bootId;
    if (this.people !== null) this.names ??= namesOf(hostname, this.people);
    const shown = this.names === null ? snapshot : anonymousSnapshot(snapshot, this.names);
    this.writer.write({ at, snapshot: shown });
  };

  delta: Viewer['delta'] = ({ seq, put, remove }) => {
    this.changes += 1;
    const change = { seq, put, remove };
    const shown = this.names === null ? change : anonymousChange(change, this.names);
    this.writer.write({ at: this.passed, delta: shown });
  };

  reading = (namespace: NamespaceId, lifetime: string, reading: InsideReading): void => {
    const told = this.names === null ? reading : anonymousReading(reading, this.names);
    this.writer.write({ at: this.passed, namespace, lifetime, reading: told });
  };

  layers = (layers: LayersReading): void => {
    const told = this.names === null ? layers : anonymousLayers(layers, this.names);
    this.writer.write({ at: this.passed, layers: told });
  };

  answer = (kept: KeptAnswer): void => {
    const answered = this.names === null ? kept : anonymousAnswer(kept, this.bootId, this.names);
    this.writer.write({ at: this.passed, answered });
  };

  congested(): boolean {
    return this.writer.congested;
  }

  drop(): void {
    // The hub has reported why it lets go of its viewers, and that ends the recording.
  }
}
