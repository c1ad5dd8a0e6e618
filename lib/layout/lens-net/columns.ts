/** Rails that stand above each other, with the boxes of all of them, in so many columns side by side. */
export interface Stack {
  /** Which of the rails. */
  rails: readonly number[];
  columns: number;
}

/**
 * Shares columns out among rails, so that the highest stack is as low as may be. Where there are more rails
 * than columns, some stand above each other. Their order stays.
 *
 * @param counts of the boxes that stand above each rail
 * @param columns for which there is room, at least one
 */
export function stacksOf(counts: readonly number[], columns: number): Stack[] {
  const stacks = counts.length <= columns ? counts.map((_, nth) => [nth]) : packed(counts, columns);
  const sizes = stacks.map((rails) => rails.reduce((sum, nth) => sum + (counts[nth] ?? 0), 0));
  const widths = stacks.map(() => 1);
  const rows = (nth: number) => Math.ceil((sizes[nth] ?? 0) / (widths[nth] ?? 1));
  for (let left = columns - stacks.length; left > 0; left -= 1) {
    const highest = stacks.reduce((best, _, nth) => (rows(nth) > rows(best) ? nth : best), 0);
    widths[highest] = (widths[highest] ?? 1) + 1;
  }
  // A stack that is lower than the highest gains nothing by more columns, which all the others could be wider for.
  const most = Math.max(...stacks.map((_, nth) => rows(nth)));
  return stacks.map((rails, nth) => ({ rails, columns: narrowest(sizes[nth] ?? 0, most) }));
}

/** As few columns as make so many rows. */
function narrowest(size: number, rows: number): number {
  return Math.max(1, Math.ceil(size / Math.max(1, rows)));
}

/** Rails one after another, as even as their order lets them be. */
function packed(counts: readonly number[], columns: number): number[][] {
  // A rail without boxes takes room as well.
  const weights = counts.map((count) => Math.max(count, 0.5));
  const most = (limit: number) => {
    const stacks: number[][] = [];
    let filled = Infinity;
    weights.forEach((weight, nth) => {
      const last = stacks.at(-1);
      if (last === undefined || filled + weight > limit) {
        stacks.push([nth]);
        filled = weight;
      } else {
        last.push(nth);
        filled += weight;
      }
    });
    return stacks;
  };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let limit = Math.max(...weights); limit < total; limit += 0.5) {
    const stacks = most(limit);
    if (stacks.length <= columns) return stacks;
  }
  return most(total);
}
