import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseRecording } from '../recording/parse';
import { isAnsweredAlone } from './decide';
import { parseLesson } from './parse';
import { begin, choose, enter, look, saw } from './runner';
import { isSeenFirst } from './seen-first';
import { told } from './told';

const ROOT = new URL('../..', import.meta.url).pathname;

const parsed = parseLesson(readFileSync(`${ROOT}lib/lessons/course/isolation.yaml`, 'utf8'));
if ('problems' in parsed) throw new Error('the lesson has mistakes');
const { lesson } = parsed;

const file = gunzipSync(readFileSync(`${ROOT}public/recordings/course.jsonl.gz`)).toString();
const { timeline, typed, duration } = parseRecording(file.trimEnd().split('\n'));

const typedAt = (command: RegExp) => typed.find((each) => command.test(each.typed))?.at ?? NaN;

/** When each step was done, as the recording is played from one to the next. */
function play(): Map<string, number> {
  const first = timeline.snapshotOf(0);
  let run = begin(lesson, { snapshot: first, answers: new Map(), at: 0 });
  const done = new Map<string, number>();
  let index = 0;
  for (const step of lesson.steps) {
    const sightNow = () => ({
      ...{ snapshot: timeline.snapshotOf(index), answers: new Map<string, never>() },
      at: timeline.nextAt(index - 1) ?? 0,
    });
    run = enter(run, lesson, step.id, sightNow());
    expect(told(run, lesson, step.id, sightNow()).state).not.toBe('done');
    if (isAnsweredAlone(step.done)) run = choose(run, lesson, step.id, null, sightNow().at);
    if (isSeenFirst(step)) {
      expect(run.steps[step.id]?.doneAt, step.id).toBeUndefined();
      run = saw(run, lesson, step.id, sightNow().at);
    }
    while (run.steps[step.id]?.doneAt === undefined && timeline.nextAt(index) !== null) {
      index += 1;
      run = look(run, lesson, step.id, sightNow());
    }
    const at = run.steps[step.id]?.doneAt;
    if (at === undefined) break;
    done.set(step.id, at);
    expect(told(run, lesson, step.id, sightNow())).toMatchObject({ state: 'done' });
  }
  return done;
}

const done = play();

it('the recording of the course goes through the lesson as far as it goes', () => {
  const whole = lesson.steps.map(({ id }) => id);
  expect([...done.keys()]).toEqual(whole.slice(0, whole.indexOf('c1-goes')));
});

it.each([
  ['start-c1', /--name c1/, /exec c1 ps/],
  ['start-c2', /--name c2 -d/, /exec c2 ps/],
  ['remove-c2', /rm c2/, /contariner/],
  ['join', /--pid=container:c1/, null],
])('%s is done by its command, not before and not after the next', (id, command, next) => {
  const at = done.get(id);
  expect(at).toBeGreaterThan(typedAt(command));
  expect(at).toBeLessThan(next === null ? duration + 1 : typedAt(next));
});
