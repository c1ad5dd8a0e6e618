import { describe, expect, it } from 'vitest';
import { machine } from './fixtures/machine';
import { lessonOf } from './fixtures/sight';
import { freeSuffix, withNames } from './names';

const lesson = lessonOf({ running: 'c1' });

describe('a text with the names of this machine', () => {
  it.each([
    ['docker run --name c1 -d ubuntu', 'docker run --name c1-x -d ubuntu'],
    [
      'docker run --name c2 --pid=container:c1 ubuntu',
      'docker run --name c2-x --pid=container:c1-x ubuntu',
    ],
    ['docker rm --force c1 c2', 'docker rm --force c1-x c2-x'],
    ['c2 joined c1.', 'c2-x joined c1-x.'],
    ["c1's process", "c1-x's process"],
    ['看 c1 和c2的圆环', '看 c1-x 和c2-x的圆环'],
    [
      'view=lens&vantages=:host,c1,c2&select=container:c1',
      'view=lens&vantages=:host,c1-x,c2-x&select=container:c1-x',
    ],
    ['touch /only-in-c1', 'touch /only-in-c1'],
    ['c10, c1_a, c1-data, xc1, c1.example', 'c10, c1_a, c1-data, xc1, c1.example'],
  ])('%s', (text, expected) => {
    expect(withNames({ suffix: 'x' }, lesson, text)).toBe(expected);
    expect(withNames({ suffix: '' }, lesson, text)).toBe(text);
  });

  it('is the same where a lesson has no containers', () => {
    expect(withNames({ suffix: 'x' }, { ...lesson, containers: [] }, 'c1 -x')).toBe('c1 -x');
  });
});

describe('a suffix', () => {
  it.each([
    [[], 'mine'],
    [['c1'], 'mine'],
    [['c2-mine'], 'mine2'],
    [['c1-mine', 'c1-mine2'], 'mine3'],
    [['c9-mine'], 'mine'],
  ])('%j → %s', (names, expected) => {
    const there = machine(names.map((name, nth) => ({ name, nth: nth + 1 })));
    expect(freeSuffix(lesson, there)).toBe(expected);
  });
});
