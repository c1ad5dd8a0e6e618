import type { Lesson } from '@lib/lessons/lesson';
import { clockTime } from '@lib/recording/clock-time';
import type { CommonConfig } from '../config/common';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { AnswersRecorder } from './answers-recorder';
import { InsideRecorder } from './inside-recorder';
import { LayersRecorder } from './layers-recorder';
import { machineKnown, tellMissingEngines } from './look';
import { peopleHere } from './people';
import { Recorder } from './recorder';
import type { RecordingWriter } from './recording-writer';
import { thisMachineAlone } from './this-machine';

/** Milliseconds between two looks at how far it is, on a terminal. */
const PROGRESS = 500;

/** What is written down, and until when. */
interface Wanted {
  anonymous: boolean;
  /** What each namespace isolates as well. */
  inside: boolean;
  /** What this lesson asks as well, and all that `inside` does. */
  lesson: Lesson | null;
  /** Milliseconds; null: until a signal comes; `moment`: when all was read once. */
  lasts: number | null | 'moment';
}

/** Writes down what changes on this machine. @returns who did: it knows how much @throws why it could not be done */
export async function recordMachine(
  writer: RecordingWriter,
  { anonymous, inside: withInside, lesson, lasts }: Wanted,
  config: CommonConfig,
): Promise<Recorder> {
  const { cli } = config.messages;
  const people = anonymous ? peopleHere(config.messages) : null;
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
  const recorder = new Recorder(writer, people);
  writer.onDrain(() => hub.drained(recorder));
  await hub.join(recorder, { epoch: null, lastSeq: null }).catch(fail);
  if (failure === null) tellMissingEngines(await hub.fresh(), config);
  const inside = new InsideRecorder(hub, recorder.reading);
  const layers = new LayersRecorder(hub, recorder.layers);
  const progress = process.stderr.isTTY ? setInterval(tell, PROGRESS) : null;
  function tell(): void {
    const { passed, changes, size } = recorder;
    process.stderr.write(`\r\u001b[K${cli.recording(clockTime(passed), changes, size)}`);
  }
  if (lasts === 'moment') {
    const { signal } = ended;
    const all = [inside.round(signal), layers.look(performance.now(), signal)];
    await Promise.all(all).catch(fail);
  } else {
    const others = [
      ...(withInside || lesson !== null ? [inside, layers] : []),
      ...(lesson === null ? [] : [answersRecorder(hub, inside, lesson, recorder)]),
    ];
    const recorded = others.map((each) => each.run(ended.signal).catch(fail));
    const timer = lasts === null ? null : setTimeout(end, lasts);
    if (!ended.signal.aborted) {
      await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
    }
    if (timer !== null) clearTimeout(timer);
    await Promise.all(recorded);
  }
  if (progress !== null) {
    clearInterval(progress);
    process.stderr.write('\r\u001b[K');
  }
  hub.close();
  await source.close();
  if (failure !== null) {
    throw new Error(cli.recordingFailed(failure instanceof Error ? failure.message : ''));
  }
  await writer.end({ at: recorder.passed, end: true });
  return recorder;
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
