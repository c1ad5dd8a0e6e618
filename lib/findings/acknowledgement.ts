import type { Finding } from './finding';

/**
 * What a person acknowledges: this rule, as bad as it is, of this container and of these things. Another container
 * of the name, or another thing that is found of it, is not meant, and is told again.
 */
export function acknowledgementOf({ rule, severity, subject, of }: Finding): string {
  // In whichever order they were found.
  return JSON.stringify([rule, severity, subject.engine, subject.container, ...of.toSorted()]);
}

/** Those that a person has acknowledged, and those that stand open; in their order. */
export function apart(
  findings: readonly Finding[],
  acknowledgements: ReadonlySet<string>,
): { open: Finding[]; acknowledged: Finding[] } {
  const isKnown = (finding: Finding) => acknowledgements.has(acknowledgementOf(finding));
  return {
    open: findings.filter((each) => !isKnown(each)),
    acknowledged: findings.filter(isKnown),
  };
}
