import { describe, expect, it } from 'vitest';
import { marksOf } from './marks';
import { markAfter, markBefore, typedAt } from './neighbours';

const typed = (at: number, what: string) => ({ at, typed: what, refused: null });
const MINUTE = 60_000;

describe('marks', () => {
  it.each<[string, number[], ReturnType<typeof typed>[], [number, number, string | null][]]>([
    ['nothing', [], [], []],
    ['changes of one event, at its last', [100, 400, 1300], [], [[100, 1300, null]]],
    [
      'two events',
      [100, 400, 1500],
      [],
      [
        [100, 400, null],
        [1500, 1500, null],
      ],
    ],
    [
      'a command, and what came of it after a while',
      [2000, 2300],
      [typed(100, 'a')],
      [[100, 2300, 'a']],
    ],
    [
      'a command that comes to nothing',
      [9000],
      [typed(100, 'a')],
      [
        [100, 100, 'a'],
        [9000, 9000, null],
      ],
    ],
    [
      'a command in the middle of changes',
      [100, 300],
      [typed(200, 'a')],
      [
        [100, 100, null],
        [200, 300, 'a'],
      ],
    ],
  ])('%s', (_name, changes, commands, expected) => {
    const marks = marksOf(changes, commands, MINUTE);
    expect(marks.map((mark) => [mark.from, mark.at, mark.typed])).toEqual(expected);
  });

  it('are few, however much changes', () => {
    const changes = Array.from({ length: 50_000 }, (_, at) => at * 250);
    expect(marksOf(changes, [], 12_500_000).length).toBeLessThanOrEqual(400);
    const sparse = changes.filter((_, index) => index % 7 === 0);
    expect(marksOf(sparse, [], 12_500_000).length).toBeLessThanOrEqual(400);
  });
});

describe('the way to a mark', () => {
  const marks = marksOf([1000, 5000, 9000], [typed(4600, 'a')], MINUTE);

  it.each([
    [0, 0, 1000],
    [1000, 0, 5000],
    [1500, 0, 5000],
    [1701, 1000, 5000],
    [5000, 1000, 9000],
    [9000, 5000, MINUTE],
    [MINUTE, 9000, MINUTE],
  ])('from %i: back to %i, on to %i', (position, before, after) => {
    expect(markBefore(marks, position)).toBe(before);
    expect(markAfter(marks, position, MINUTE)).toBe(after);
  });

  it('knows what was typed last', () => {
    expect(typedAt(marks, 4599)).toBeNull();
    expect(typedAt(marks, 4600)?.typed).toBe('a');
    expect(typedAt(marks, MINUTE)?.typed).toBe('a');
  });
});
