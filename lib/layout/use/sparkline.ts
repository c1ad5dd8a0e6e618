import type { Point } from '../../use/history';

/** How large it is in units of its own, which are stretched over the room that there is. */
export const SPARK_SIZE = { width: 100, height: 24 } as const;
/** Milliseconds that it goes back. */
const SPAN = 60_000;

/** What was used in the last minute, as paths. */
export interface Sparkline {
  line: string;
  /** What is below the line. */
  area: string;
  /** How high the limit is; null: there is none. */
  limit: number | null;
}

/**
 * A line over the last minute before the newest point; broken where something was not known.
 *
 * @param limit in the measure of the points; null: there is none
 */
export function sparkline(points: readonly Point[], limit: number | null): Sparkline {
  const { width, height } = SPARK_SIZE;
  const last = points.at(-1)?.at ?? 0;
  const recent = points.filter(({ at }) => last - at <= SPAN);
  const highest = Math.max(limit ?? 0, ...recent.map(({ value }) => value ?? 0));
  const top = highest === 0 ? 1 : highest * 1.15;
  const y = (value: number) => round(height - (value / top) * height);
  const x = (at: number) => round(width - ((last - at) / SPAN) * width);
  const runs: { x: number; y: number }[][] = [[]];
  for (const { at, value } of recent) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: x(at), y: y(value) });
  }
  const drawn = runs.filter((run) => run.length > 0);
  const lineOf = (run: (typeof runs)[number]) =>
    run.map((point, nth) => `${nth === 0 ? 'M' : 'L'}${point.x},${point.y}`).join('');
  return {
    line: drawn.map(lineOf).join(''),
    area: drawn
      .map((run) => `${lineOf(run)}L${run.at(-1)?.x ?? 0},${height}L${run[0]?.x ?? 0},${height}Z`)
      .join(''),
    limit: limit === null ? null : y(limit),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
