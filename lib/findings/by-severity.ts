import { SEVERITIES, type Finding, type Severity } from './finding';

/** Findings of each severity that there is, the worst first. */
export function bySeverity(
  findings: readonly Finding[],
): { severity: Severity; findings: Finding[] }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: findings.filter((each) => each.severity === severity),
  })).filter((group) => group.findings.length > 0);
}
