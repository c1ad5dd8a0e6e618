import { readFileSync } from 'node:fs';
import { printable } from '@lib/table/printable';
import type { InsideReading } from '@lib/inside/reading';
import type { NamespaceId } from '@lib/model/ids';
import { anonymousChange, anonymousReading, anonymousSnapshot } from '@lib/recording/anonymize';
import { anonymousAnswer } from '@lib/recording/anonymize-answer';
import { anonymousLayers } from '@lib/recording/anonymize-layers';
import type { KeptAnswer } from '@lib/recording/answers';
import { clockTime } from '@lib/recording/clock-time';
import {
  PICTURES_VERSION,
  READINGS_VERSION,
  RECORDING_FORMAT,
  RECORDING_VERSION,
} from '@lib/recording/format';
import type { Lesson } from '@lib/lessons/lesson';
import type { LayersReading } from '@lib/recording/layers';
import { namesOf, type Names } from '@lib/recording/names';
import { VERSION } from '@lib/model/version';
import { peopleIn } from '@lib/recording/passwd';
import type { RecordConfig } from '../config/record';
import { UsageError } from '../usage-error';
import { Hub, type Viewer } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { AnswersRecorder } from './answers-recorder';
import { InsideRecorder } from './inside-recorder';
import { LayersRecorder } from './layers-recorder';
import { lessonNamed } from './lesson-named';
import { machineKnown, tellMissingEngines } from './look';
import { RecordingWriter } from './recording-writer';
import { thisMachineAlone } from './this-machine';

/** Milliseconds between two looks at how far it is, on a terminal. */
const PROGRESS = 500;

/** `nsview record`: what changes on this machine, to a file, until a signal or its time ends it. */
export async function record(config: RecordConfig): Promise<void> {
  const lesson = await lessonNamed(config);
  const writer = await openWriter(config);
  try {
    await recordTo(writer, config, lesson);
  } finally {
    writer.discard();
  }
}

async function recordTo(
  writer: RecordingWriter,
  config: RecordConfig,
  lesson: Lesson | null,
): Promise<void> {
  const { cli } = config.messages;
  const source = thisMachineAlone(config);
  const ended = new AbortController();
  const end = () => ended.abort();
  let failure: unknown = null;
  const fail = (error: unknown) => {
    failure ??= error;
    end();
  };
  writer.onError(fail);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);

  await machineKnown(source, config);
  const hub = new Hub(source, fail);
  const recorder = new Recorder(writer, config.anonymous);
  writer.onDrain(() => hub.drained(recorder));
  await hub.join(recorder, { epoch: null, lastSeq: null }).catch(fail);
  if (failure === null) tellMissingEngines(await hub.fresh(), config);
  const inside = new InsideRecorder(hub, recorder.reading);
  const others = [
    ...(config.inside || lesson !== null ? [inside, new LayersRecorder(hub, recorder.layers)] : []),
    ...(lesson === null ? [] : [answersRecorder(hub, inside, lesson, recorder)]),
  ];
  const recorded = others.map((each) => each.run(ended.signal).catch(fail));
  const timer = config.duration === null ? null : setTimeout(end, config.duration);
  const progress = process.stderr.isTTY ? setInterval(tell, PROGRESS) : null;
  function tell(): void {
    const { passed, changes, size } = recorder;
    process.stderr.write(`\r\u001b[K${cli.recording(clockTime(passed), changes, size)}`);
  }
  if (!ended.signal.aborted) {
    await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
  }

  if (timer !== null) clearTimeout(timer);
  if (progress !== null) {
    clearInterval(progress);
    process.stderr.write('\r\u001b[K');
  }
  await Promise.all(recorded);
  hub.close();
  await source.close();
  if (failure !== null) {
    throw new Error(cli.recordingFailed(failure instanceof Error ? failure.message : ''));
  }
  await writer.end({ at: recorder.passed, end: true });
  const { passed, changes, size } = recorder;
  const file = printable(config.output);
  process.stderr.write(`${cli.recorded(file, clockTime(passed), changes, size)}\n`);
}

/** What cannot be answered is not recorded; why not is nothing to be told. */
function answersRecorder(
  hub: Hub,
  inside: InsideRecorder,
  lesson: Lesson,
  { answer }: Recorder,
): AnswersRecorder {
  const desk = new Desk(hub, HANDLERS, () => undefined);
  return new AnswersRecorder(hub, desk, inside, lesson, answer);
}

/** The viewer that writes down what it is shown. */
class Recorder implements Viewer {
  changes = 0;
  private started: number | null = null;
  private names: Names | null = null;
  private bootId = '';

  constructor(
    private readonly writer: RecordingWriter,
    private readonly anonymous: boolean,
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
    if (this.anonymous) {
      this.names ??= namesOf(hostname, peopleIn(readFileSync('/etc/passwd', 'utf8')));
    }
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

async function openWriter({
  output,
  anonymous,
  inside,
  lesson,
  force,
  messages: { cli },
}: RecordConfig): Promise<RecordingWriter> {
  const header = {
    format: RECORDING_FORMAT,
    version: lesson !== null ? RECORDING_VERSION : inside ? READINGS_VERSION : PICTURES_VERSION,
    createdAt: new Date().toISOString(),
    nsview: VERSION,
    anonymous,
  } as const;
  try {
    return await RecordingWriter.create(output, header, force);
  } catch (error) {
    const file = printable(output);
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(there ? cli.exists(file) : cli.cannotWrite(file, printable(why)));
  }
}
