import { describe, expect, it } from 'vitest';
import type { Lesson, Step } from '../lessons/lesson';
import { stepMoments } from './step-moments';

function step(id: string, run: string[], solve: string[] = []): Step {
  const lists = {
    run,
    solve,
    evidence: [],
    hints: [],
    near: [],
    ends: [],
    requires: [],
    programs: [],
  };
  return { id, kind: 'do', title: { en: id }, done: { answered: true }, ...lists };
}

function lesson(...steps: Step[]): Lesson {
  return { id: 'l', title: { en: 'l' }, about: { en: 'l' }, containers: [], steps };
}

function typed(...lines: [number, string][]) {
  return lines.map(([at, line]) => ({ at, typed: line, refused: null }));
}

const moments = (...args: Parameters<typeof stepMoments>) =>
  Object.fromEntries(stepMoments(...args));

describe('when each step began in a recording', () => {
  it.each([
    ['each typed', lesson(step('a', ['x']), step('b', ['y'])), { a: 9, b: 19 }],
    ['the same typed twice', lesson(step('a', ['x']), step('b', ['x'])), { a: 9 }],
    ['several lines of one', lesson(step('a', ['x', 'y']), step('b', ['z'])), { a: 9, b: 29 }],
    ['one that was not recorded', lesson(step('a', ['-']), step('b', ['y'])), { a: 19, b: 19 }],
    ['one after all that was typed', lesson(step('a', ['z']), step('b', ['-'])), { a: 29 }],
    ['what was left to the learner', lesson(step('a', [], ['y'])), { a: 19 }],
    ['another lesson', lesson(step('a', ['-'])), {}],
  ])('%s', (_, of, expected) => {
    expect(moments(of, typed([10, 'x'], [20, 'y'], [30, 'z']))).toEqual(expected);
  });

  it('what was typed for two steps in a row is told apart by what is between', () => {
    const of = lesson(step('a', ['x']), step('b', ['y']), step('c', ['x']));
    expect(moments(of, typed([10, 'x'], [20, 'y'], [30, 'x']))).toEqual({ a: 9, b: 19, c: 29 });
  });

  it('begins no earlier than the recording', () => {
    expect(moments(lesson(step('a', ['x'])), typed([0, 'x']))).toEqual({ a: 0 });
  });
});
