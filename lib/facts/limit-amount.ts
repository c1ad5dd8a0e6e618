/**
 * How much of something a process may have, as its limit is told.
 *
 * @param value a number, or `unlimited`
 * @param unit of that number; null: of things that are counted
 */
export function limitAmount(
  value: string,
  unit: string | null,
  { unlimited }: { unlimited: string },
): string {
  if (value === 'unlimited') return unlimited;
  return unit === null ? value : `${value} ${unit}`;
}
