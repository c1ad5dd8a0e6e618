import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../diff/diff';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import type { Snapshot } from '../model/snapshot';
import { namespaceId } from '../model/ids';
import { courseMachine } from '../select/course-machine';
import type { KeptAnswer } from './answers';
import { formatLine, type RecordingHeader, type RecordingLine } from './format';
import { parseRecording, RecordingError } from './parse';

const HEADER: RecordingHeader = {
  format: 'nsview-recording',
  version: 1,
  createdAt: '2026-11-23T15:30:00.000Z',
  nsview: '0.1.0',
  anonymous: false,
};

const sketch: fc.Arbitrary<Sketch> = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  state: fc.constantFrom('running' as const, 'exited' as const, 'paused' as const),
  shares: fc.record({ pid: fc.constantFrom('x', 'y') }),
});
const machine = fc
  .uniqueArray(sketch, { maxLength: 4, selector: ({ name }) => name })
  .map((sketches) => sketches.toSorted((a, b) => (a.name < b.name ? -1 : 1)));

/** What `nsview record` writes of a series of snapshots a quarter of a second apart. */
function linesOf(series: readonly Snapshot[]): RecordingLine[] {
  return series.flatMap((snapshot, index): RecordingLine[] => {
    const before = series[index - 1];
    const at = index * 250;
    if (before === undefined) return [{ at, snapshot }];
    const delta = diff(before, snapshot, 'epoch');
    if (delta === null) return [];
    const { seq, put, remove } = delta;
    return [{ at, delta: { seq, put, remove } }];
  });
}

/** Snapshots that follow on each other: one that changes nothing has no number. */
function seriesOf(machines: readonly (readonly Sketch[])[]): Snapshot[] {
  const series: Snapshot[] = [];
  for (const sketches of machines) {
    const before = series.at(-1);
    const next = { ...sampleSnapshot(sketches), seq: (before?.seq ?? 0) + 1 };
    if (before === undefined || diff(before, next, 'epoch') !== null) series.push(next);
  }
  return series;
}

function parse(...lines: (RecordingHeader | RecordingLine | string)[]) {
  return parseRecording(
    lines.map((line) => (typeof line === 'string' ? line : formatLine(line).trimEnd())),
  );
}

it('a picture of before hosts had ids is of the machine that nsview itself read', () => {
  const { id: _id, ...host } = sampleSnapshot([]).host;
  const line = JSON.stringify({ at: 0, snapshot: { ...sampleSnapshot([]), host } });
  expect(parse(HEADER, line).timeline.snapshotOf(0).host).toEqual({ id: 'local', ...host });
});

function problemOf(...lines: (RecordingHeader | RecordingLine | string)[]) {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof RecordingError) return error.problem;
    throw error;
  }
  return null;
}

describe('a recording', () => {
  it('gives back every snapshot that went in, at its moment, in any order', () => {
    const order = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(machine, { minLength: 1, maxLength: 150 }), order, (machines, asked) => {
        const series = seriesOf(machines);
        const { timeline } = parse(HEADER, ...linesOf(series));
        for (const number of asked) {
          const index = number % series.length;
          expect(timeline.indexAt(index * 250)).toBe(index);
          expect(timeline.indexAt(index * 250 + 249)).toBe(index);
          expect(timeline.snapshotOf(index)).toEqual(series[index]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes any text without throwing anything but its own error', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (lines) => {
        expect(problemOf(...lines)).not.toBeNull();
        expect(problemOf(HEADER, ...lines)).not.toBeNull();
      }),
    );
  });

  const [first, second] = linesOf(seriesOf([[], [{ name: 'c1' }]]));
  if (first === undefined || second === undefined) throw new Error('two lines');

  it('is complete when it says that it ended, and as long as it says', () => {
    const whole = parse(HEADER, first, second, { at: 9000, end: true });
    expect(whole).toMatchObject({ complete: true, duration: 9000 });
    expect(parse(HEADER, first, second)).toMatchObject({ complete: false, duration: 250 });
  });

  it('tells when containers changed, and what was typed', () => {
    const { timeline, typed } = parse(HEADER, first, { at: 100, typed: 'docker run c1' }, second, {
      at: 300,
      typed: 'docker run c2',
      refused: 'no',
    });
    expect(timeline.changes).toEqual([250]);
    expect(typed).toEqual([
      { at: 100, typed: 'docker run c1', refused: null },
      { at: 300, typed: 'docker run c2', refused: 'no' },
    ]);
  });

  it('has what was read inside namespaces', () => {
    const namespace = namespaceId('uts', '4026532001');
    const told = { hostname: 'c1', domainname: '(none)', through: 7, unreadable: {} };
    const reading = { type: 'uts', ...told } as const;
    const line: RecordingLine = { at: 100, namespace, lifetime: '7', reading };
    const { readings, timeline } = parse({ ...HEADER, version: 2 }, first, line, second);
    expect(readings.at(100, namespace, '7')).toEqual(reading);
    expect(timeline.changes).toEqual([250]);
    const wrong = JSON.stringify({ ...line, reading: { ...reading, hostname: 7 } });
    expect(problemOf(HEADER, first, wrong)).toMatchObject({ kind: 'line', line: 3 });
  });

  it('has what was answered, and the steps of a lesson, each until the next', () => {
    const answered: KeptAnswer = {
      ...{ asked: 'usage', question: { pids: [7] }, life: '' },
      answer: { takenAt: '2026-11-23T15:30:00.000Z', through: null, processes: [], unreadable: {} },
    };
    const step = (at: number, id: string): RecordingLine => ({ at, lesson: 'isolation', step: id });
    const lines = [first, step(10, 'one'), { at: 20, answered }, second, step(400, 'two')];
    const end: RecordingLine = { at: 900, end: true };
    const { answers, steps } = parse({ ...HEADER, version: 3 }, ...lines, end);
    expect(answers.at(400, 'usage', '{"pids":[7]}', '')).toEqual(answered);
    expect(steps).toEqual([
      { lesson: 'isolation', step: 'one', from: 10, to: 400 },
      { lesson: 'isolation', step: 'two', from: 400, to: 900 },
    ]);
    const wrong = { at: 20, answered: { ...answered, question: { pids: [] } } };
    expect(problemOf(HEADER, first, JSON.stringify(wrong))).toMatchObject({
      ...{ kind: 'line', line: 3 },
      reason: expect.stringContaining('pids'),
    });
  });

  it.each([
    ['typed', { at: 0, typed: 'ls' }],
    ['step', { at: 0, lesson: 'isolation', step: 'one' }],
  ])('has no more than 400 %s lines', (what, line: RecordingLine) => {
    const most = Array.from({ length: 400 }, () => line);
    expect(problemOf(HEADER, first, ...most)).toBeNull();
    expect(problemOf(HEADER, first, ...most, line)).toEqual({
      ...{ kind: 'size', most: `400 ${what} lines` },
    });
  });

  it('opens one that was made before lifetimes and what a kernel lacks were told', () => {
    const now = courseMachine;
    const namespaces = now.namespaces.map(({ lifetime, ...older }) => older);
    const { lacks, ...host } = now.host;
    const { timeline } = parseRecording([
      JSON.stringify(HEADER),
      JSON.stringify({ at: 0, snapshot: { ...now, host, namespaces } }),
    ]);
    const opened = timeline.snapshotOf(0);
    expect(opened.host.lacks).toEqual([]);
    expect(opened.namespaces.map(({ lifetime }) => lifetime)).toEqual(namespaces.map(() => ''));
  });

  const text = JSON.stringify;
  it.each<[string, (RecordingHeader | RecordingLine | string)[], object]>([
    ['nothing', [], { kind: 'format' }],
    ['something else', ['{"hello":"world"}'], { kind: 'format' }],
    ['a header alone', [HEADER], { kind: 'format' }],
    ['a later version', [text({ ...HEADER, version: 5 })], { kind: 'version', version: 5 }],
    [
      'a version that there never was',
      [text({ ...HEADER, version: 0 })],
      { kind: 'version', version: 0 },
    ],
    ['a field of the header', [text({ ...HEADER, createdAt: 'now' })], { kind: 'line', line: 1 }],
    ['no JSON', [HEADER, first, 'garbage'], { kind: 'line', line: 3 }],
    ['a change before a snapshot', [HEADER, second], { kind: 'line', line: 2 }],
    ['a change twice', [HEADER, first, second, second], { kind: 'line', line: 4 }],
    ['time running backwards', [HEADER, first, second, { at: 2, end: true }], { line: 4 }],
    ['more after the end', [HEADER, first, { at: 2, end: true }, second], { line: 4 }],
    ['a kind of line that there is not', [HEADER, first, '{"at":3,"sound":"ping"}'], { line: 3 }],
    ['a line with more', [HEADER, first, '{"at":3,"end":true,"more":1}'], { line: 3 }],
  ])('refuses %s, and says where', (_name, lines, problem) => {
    expect(problemOf(...lines)).toMatchObject(problem);
  });

  it('says what was expected', () => {
    const broken = text(first).replace('"bootId":"', '"bootId":5,"was":"');
    expect(problemOf(HEADER, broken)).toMatchObject({
      line: 2,
      reason: expect.stringMatching(/^snapshot\.bootId: .*expected string/) as string,
    });
  });
});
