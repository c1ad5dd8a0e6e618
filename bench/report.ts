/** One figure: what was measured, beside what it is compared with, both from this run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  baseline: { name: string; value: number; unit: string };
  /** How many measurements stand behind it. */
  n: number;
  /** What else was seen. */
  more?: Readonly<Record<string, number>>;
}

/** Was this figure asked for? */
export type Wanted = (name: string) => boolean;
export type Report = (figure: Figure) => void;

/** Prints a figure as one line of JSON. */
export function print(figure: Figure): void {
  const round = (value: number) => Number(value.toPrecision(4));
  const { baseline, more } = figure;
  const rounded = {
    ...figure,
    value: round(figure.value),
    baseline: { ...baseline, value: round(baseline.value) },
    ...(more && {
      more: Object.fromEntries(Object.entries(more).map(([name, value]) => [name, round(value)])),
    }),
  };
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
}

/** The value below which `part` (0 to 1) of the samples lie, by the nearest rank. @throws for none */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a quantile of no samples');
  return value;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
