import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAnsweredAlone } from '@lib/lessons/decide';
import type { Step } from '@lib/lessons/lesson';
import { parseLesson } from '@lib/lessons/parse';
import { RECORDED, recordingOf } from '@lib/lessons/recordings';
import { choose, saw } from '@lib/lessons/runner';
import { isSeenFirst } from '@lib/lessons/seen-first';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { told } from '@lib/lessons/told';
import {
  LESSON_RECORDINGS,
  SHIPPED_RECORDINGS,
  type ShippedRecording,
} from '@lib/protocol/shipped';
import { COURSE } from '../lessons/shipped';
import { Replayed } from './fixtures/replayed';
import { readRecording } from './recording-file';

const lessons = new Map(
  SHIPPED_LESSONS.map((id) => {
    const parsed = parseLesson(readFileSync(join(COURSE, `${id}.yaml`), 'utf8'));
    if ('problems' in parsed) throw new Error(`${id} has mistakes`);
    return [id, parsed.lesson];
  }),
);
const recordings = new Map(
  await Promise.all(
    SHIPPED_RECORDINGS.map(async (name) => {
      const file = new URL(`../../public/recordings/${name}.jsonl.gz`, import.meta.url).pathname;
      return [name, await readRecording(file)] as const;
    }),
  ),
);

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no ${String(key)}`);
  return value;
}

const linesOf = ({ kind, run, solve }: Step) => (kind === 'vary' ? solve : run);

describe.each(LESSON_RECORDINGS)('%s', (name) => {
  const lesson = known(lessons, RECORDED[name].lesson);
  const recording = known(recordings, name);
  const { steps, typed } = recording;
  const replayed = new Replayed(recording, lesson);
  const mine = lesson.steps.filter(({ id }) => recordingOf(lesson.id, id) === name);

  it('is of the lesson as it stands: its steps, and what is typed in each', () => {
    expect(new Set(steps.map((each) => each.lesson))).toEqual(new Set([lesson.id]));
    const done = steps.map(({ step, from, to }) => [
      step,
      ...typed.filter(({ at }) => at >= from && at < to).map((each) => each.typed),
    ]);
    const written = mine.map((step) => [step.id, ...linesOf(step)]);
    expect(done, 'make it anew: npm run recordings').toEqual(written);
  });

  it.each(steps)('$step is not done before it was played, and is done then', (part) => {
    const step = lesson.steps.find(({ id }) => id === part.step);
    if (step === undefined) throw new Error(`no step ${part.step}`);
    let run = replayed.comeTo(step.id, part.from);
    const begun = told(run, lesson, step.id, replayed.sightAt(run, step.id, part.from));
    expect(begun).toMatchObject({ state: 'waiting', because: null });
    if (isSeenFirst(step)) run = choose(run, lesson, step.id, null, part.from);
    run = replayed.play(run, step.id, part.from, part.to);
    if (isAnsweredAlone(step.done)) {
      expect(run.steps[step.id]?.doneAt, 'nothing on the machine does it').toBeUndefined();
      run = isSeenFirst(step)
        ? saw(run, lesson, step.id, part.to)
        : choose(run, lesson, step.id, null, part.to);
    } else {
      const first = typed.find(({ at }) => at >= part.from)?.at;
      expect(run.steps[step.id]?.doneAt, 'it is what was typed that did it').toBeGreaterThan(
        first ?? Infinity,
      );
    }
    const { state, evidence } = told(run, lesson, step.id, replayed.sightAt(run, step.id, part.to));
    expect(state).toBe('done');
    expect(evidence.filter(({ truth }) => truth.is !== 'true')).toEqual([]);
  });
});

function allBut(...names: readonly ShippedRecording[]): readonly ShippedRecording[] {
  return SHIPPED_RECORDINGS.filter((name) => !names.includes(name));
}

/**
 * Steps that are done in a recording of something else as well, for the very thing that they ask comes about there,
 * whichever lesson one meant to follow; and how.
 */
const DONE_ELSEWHERE: Readonly<
  Record<string, { in: readonly ShippedRecording[]; because: string }>
> = {
  'process two-numbers': { because: 'a c1 of its own is started', in: allBut('lesson-process') },
  'process several': {
    because: 'a c2 is started that has several processes',
    in: ['lesson-namespaces', 'lesson-limits'],
  },
  'process one-more': {
    because: 'c1 has more than one process: by exec, or of its own',
    in: ['compose', 'lesson-images', 'lesson-namespaces', 'lesson-limits'],
  },
  'process continue': {
    because: 'c1 is busy, and the next one that has its name sleeps',
    in: ['lesson-limits'],
  },
  'kernel one-kernel': { because: 'c1 and c2 run at a time', in: allBut('lesson-kernel') },
  'limits memory-first': {
    because: 'c2 is killed: with c1, in whose PID namespace it is',
    in: ['lesson-isolation'],
  },
  'isolation start-c1': { because: 'a c1 of its own is started', in: allBut('lesson-isolation') },
  'isolation start-c2': {
    because: 'a c2 of its own is started',
    in: allBut('compose', 'lesson-isolation'),
  },
  'isolation remove-c2': {
    because: 'a c2 is removed',
    in: allBut('compose', 'lesson-isolation'),
  },
  'isolation join': {
    because: 'c2 is put into the PID namespace of c1',
    in: ['course', 'compose'],
  },
  'isolation own-hand': {
    because: 'c2 is put into the network of c1, and nothing else of it',
    in: ['lesson-namespaces'],
  },
};

it('no other recording completes a step but by the very thing that it asks', () => {
  const done = new Map<string, readonly ShippedRecording[]>();
  for (const lesson of lessons.values()) {
    for (const step of lesson.steps.filter((each) => !isAnsweredAlone(each.done))) {
      const elsewhere = SHIPPED_RECORDINGS.filter((name) => {
        if (LESSON_RECORDINGS.some((each) => each === name && RECORDED[each].lesson === lesson.id))
          return false;
        const recording = known(recordings, name);
        const replayed = new Replayed(recording, lesson);
        const run = replayed.play(replayed.comeTo(step.id, 0), step.id, 0, recording.duration);
        return run.steps[step.id]?.doneAt !== undefined;
      });
      if (elsewhere.length > 0) done.set(`${lesson.id} ${step.id}`, elsewhere);
    }
  }
  const foreseen = Object.entries(DONE_ELSEWHERE).map(([step, { in: names }]) => [step, names]);
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(foreseen));
});
