import { SEVERITIES, type Findings, type Severity } from './finding';
import { RULES } from './rules';

/**
 * For who wants to go on only if nothing so bad, or worse, is there: it is found, or it is not known not to be
 * there, as a rule that would find it is undecided, or an engine did not tell of its containers. A rule that does
 * not apply says nothing of a container.
 */
export function fails({ findings, unknown, silent }: Findings, failOn: Severity): boolean {
  const bad = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return (
    silent.length > 0 ||
    findings.some(({ severity }) => bad.includes(severity)) ||
    unknown.some(({ rule }) => {
      const { severity, worst = severity } = RULES[rule];
      return bad.includes(worst);
    })
  );
}
