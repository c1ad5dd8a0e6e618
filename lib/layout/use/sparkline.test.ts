import { describe, expect, it } from 'vitest';
import { sparkline, SPARK_SIZE } from './sparkline';

describe('the line of the last minute', () => {
  it('ends with the newest point, and begins a minute before', () => {
    const points = [0, 30_000, 60_000, 90_000].map((at) => ({ at, value: 1 }));
    expect(sparkline(points, null).line).toMatch(/^M0,.*L50,.*L100,/);
  });

  it('has the limit as high as what keeps to it', () => {
    const { line, limit } = sparkline(
      [
        { at: 0, value: 0.5 },
        { at: 60_000, value: 0.5 },
      ],
      0.5,
    );
    expect(line).toBe(`M0,${limit}L100,${limit}`);
    expect(limit).toBeGreaterThan(0);
  });

  it('is broken where something was not known', () => {
    const points = [1, null, 1].map((value, nth) => ({ at: nth * 1000, value }));
    expect(sparkline(points, null).line.match(/M/g)).toHaveLength(2);
  });

  it('lies on the ground where nothing is used, and is nothing where nothing is known', () => {
    expect(sparkline([{ at: 0, value: 0 }], null).line).toBe(`M100,${SPARK_SIZE.height}`);
    expect(sparkline([], null)).toEqual({ line: '', area: '', limit: null });
  });
});
