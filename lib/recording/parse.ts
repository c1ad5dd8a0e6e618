import { apply } from '../diff/apply';
import type { Snapshot } from '../model/snapshot';
import type { RecordedStep } from '../protocol/playback';
import { IN_ENGLISH, whatIsWrong } from '../protocol/what-is-wrong';
import { RecordedAnswers } from './answers';
import { changeWithEngines, snapshotWithEngines } from './before-engines';
import {
  RECORDING_VERSION,
  recordingHeaderSchema,
  recordingLabelSchema,
  schemaOfLine,
  type RecordingHeader,
} from './format';
import { RecordedLayers } from './layers';
import { RecordedReadings } from './readings';
import { Timeline } from './timeline';

/** Lines that a recording may have: at four changes a second, seven hours without a pause. */
const MAX_LINES = 100_000;
/** Lines in which something is typed, or a step begins: viewers are sent each of them. */
const MAX_MARKS = 400;

/** What a person typed while it was recorded. */
export interface Typed {
  /** Milliseconds since the start. */
  at: number;
  typed: string;
  /** What it was answered, when it was refused. */
  refused: string | null;
}

export interface Recording {
  header: RecordingHeader;
  /** Milliseconds. */
  duration: number;
  timeline: Timeline;
  /** What was read inside namespaces. */
  readings: RecordedReadings;
  /** What was told of images and of what containers had written. */
  layers: RecordedLayers;
  /** What was answered to questions that a lesson asks. */
  answers: RecordedAnswers;
  /** In the order in which they were done. */
  steps: readonly RecordedStep[];
  typed: readonly Typed[];
  /** False: it was cut off; what is here is what came before. */
  complete: boolean;
}

/** Why something is not a recording that this nsview can open. */
export type RecordingProblem =
  /** Not one at all, or nothing of it is there. */
  | { kind: 'format' }
  | { kind: 'version'; version: number }
  /** Counted from one; `reason` in English, as validation has it. */
  | { kind: 'line'; line: number; reason: string }
  | { kind: 'size'; most: string };

export class RecordingError extends Error {
  constructor(readonly problem: RecordingProblem) {
    super(problem.kind === 'line' ? `line ${problem.line}: ${problem.reason}` : problem.kind);
  }
}

/** Takes the lines of a recording one by one, each checked as it comes. */
export class RecordingParser {
  private lines = 0;
  private header: RecordingHeader | null = null;
  private readonly timeline = new Timeline();
  private readonly readings = new RecordedReadings();
  private readonly layers = new RecordedLayers();
  private readonly answers = new RecordedAnswers();
  private readonly begun: Omit<RecordedStep, 'to'>[] = [];
  private latest: Snapshot | null = null;
  private readonly typed: Typed[] = [];
  private now = 0;
  private ended = false;

  /** @param text one whole line, without its line feed @throws RecordingError */
  take(text: string): void {
    this.lines += 1;
    if (this.lines > MAX_LINES) {
      throw new RecordingError({ kind: 'size', most: `${MAX_LINES} lines` });
    }
    if (this.header === null) this.header = parseHeader(text);
    else this.takeLine(text);
  }

  /** All lines have been taken. @throws RecordingError when there is nothing to be seen */
  finish(): Recording {
    const { header, timeline, readings, layers, answers, typed } = this;
    const { begun, now: duration, ended: complete } = this;
    if (header === null || timeline.empty) throw new RecordingError({ kind: 'format' });
    const steps = begun.map((each, nth) => ({ ...each, to: begun[nth + 1]?.from ?? duration }));
    return { header, duration, timeline, readings, layers, answers, steps, typed, complete };
  }

  private takeLine(text: string): void {
    if (this.ended) throw this.wrong('expected nothing after the end');
    const json = parseJson(text);
    if (typeof json !== 'object' || json === null) throw this.wrong('expected a JSON object');
    const parsed = schemaOfLine(json).safeParse(json, IN_ENGLISH);
    if (!parsed.success) throw this.wrong(whatIsWrong(parsed.error));
    const line = parsed.data;
    if (line.at < this.now) throw this.wrong(`expected at ≥ ${this.now}, got ${line.at}`);
    this.now = line.at;
    if ('snapshot' in line) {
      this.latest = snapshotWithEngines(line.snapshot);
      this.timeline.putSnapshot(line.at, this.latest);
    } else if ('delta' in line) {
      const expected = this.latest === null ? 'a snapshot first' : `seq ${this.latest.seq + 1}`;
      const delta = this.latest === null ? line.delta : changeWithEngines(line.delta, this.latest);
      const next = this.latest === null ? null : apply(this.latest, delta);
      if (next === null) throw this.wrong(`expected ${expected}, got seq ${line.delta.seq}`);
      this.latest = next;
      this.timeline.putDelta(line.at, delta, next);
    } else if ('reading' in line) {
      this.readings.put(line.at, line.namespace, line.lifetime, line.reading);
    } else if ('layers' in line) {
      this.layers.put(line.at, line.layers);
    } else if ('answered' in line) {
      this.answers.put(line.at, line.answered);
    } else if ('step' in line) {
      this.demandFew(this.begun, 'step');
      this.begun.push({ lesson: line.lesson, step: line.step, from: line.at });
    } else if ('typed' in line) {
      this.demandFew(this.typed, 'typed');
      this.typed.push({ at: line.at, typed: line.typed, refused: line.refused ?? null });
    } else {
      this.ended = true;
    }
  }

  private demandFew(known: readonly unknown[], what: string): void {
    if (known.length < MAX_MARKS) return;
    throw new RecordingError({ kind: 'size', most: `${MAX_MARKS} ${what} lines` });
  }

  private wrong(reason: string): RecordingError {
    return new RecordingError({ kind: 'line', line: this.lines, reason });
  }
}

/** A recording from all of its lines. @throws RecordingError */
export function parseRecording(lines: Iterable<string>): Recording {
  const parser = new RecordingParser();
  for (const line of lines) parser.take(line);
  return parser.finish();
}

function parseHeader(text: string): RecordingHeader {
  const json = parseJson(text);
  const label = recordingLabelSchema.safeParse(json);
  if (!label.success) throw new RecordingError({ kind: 'format' });
  const { version } = label.data;
  if (version < 1 || version > RECORDING_VERSION)
    throw new RecordingError({ kind: 'version', version });
  const header = recordingHeaderSchema.safeParse(json, IN_ENGLISH);
  if (header.success) return header.data;
  throw new RecordingError({ kind: 'line', line: 1, reason: whatIsWrong(header.error) });
}

/** Null for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
