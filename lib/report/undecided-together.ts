import type { Undecided } from '../findings/finding';

/** What could not be decided of several for one reason, told once. */
export function undecidedTogether(
  unknown: readonly Undecided[],
): { rule: Undecided['rule']; reason: string; names: string[] }[] {
  const together = new Map<string, { rule: Undecided['rule']; reason: string; names: string[] }>();
  for (const { rule, reason, subject } of unknown) {
    const key = `${rule} ${reason}`;
    const known = together.get(key);
    if (known === undefined) together.set(key, { rule, reason, names: [subject.name] });
    else known.names.push(subject.name);
  }
  return [...together.values()];
}
