import { describe, expect, it } from 'vitest';
import { strokePath } from './stroke-path';

const at = (...points: [number, number][]) => strokePath(points.map(([x, y]) => ({ x, y })));

describe('a line drawn by hand', () => {
  it.each<[string, [number, number][], string]>([
    ['nothing', [], ''],
    ['a dot', [[3, 4]], 'M3,4h0.1'],
    [
      'two points',
      [
        [0, 0],
        [10, 5],
      ],
      'M0,0L10,5',
    ],
  ])('%s', (_, points, path) => expect(at(...points)).toBe(path));

  it('goes from its first point through all others to its last', () => {
    const path = at([0, 0], [10, 0], [10, 10], [0, 10]);
    expect(path).toMatch(/^M0,0C/);
    for (const point of ['10,0', '10,10', '0,10']) expect(path).toContain(point);
    expect(path.endsWith('0,10')).toBe(true);
  });

  it('where a hand stood still has no point that is none', () => {
    expect(at([5, 5], [5, 5], [5, 5], [9, 9])).not.toMatch(/NaN|Infinity/);
  });
});
