import { RULE_NAMES, SEVERITIES, type Findings } from '../findings/finding';
import { known, type Family } from './family';

/** What was found of all containers, and when that was read. */
export interface FindingsOf {
  findings: Findings;
  /** Milliseconds since 1970. */
  readAt: number;
}

/**
 * What was found, by rule and severity, also where it is nothing, so that sums are sums. Rules that say nothing on
 * this machine have no numbers. @param told null: nobody asked for findings lately
 */
export function findingsFamilies(told: FindingsOf | null): Family[] {
  if (told === null) return [];
  const { findings, unknown, inapplicable } = told.findings;
  const silent = new Set(inapplicable.map(({ rule }) => rule));
  const rules = RULE_NAMES.filter((rule) => !silent.has(rule));
  return [
    {
      name: 'nsview_findings',
      help: 'What should be said of containers, by rule and severity.',
      type: 'gauge',
      samples: rules.flatMap((rule) =>
        SEVERITIES.map((severity) => ({
          labels: { rule, severity },
          value: findings.filter((each) => each.rule === rule && each.severity === severity).length,
        })),
      ),
    },
    {
      name: 'nsview_findings_undecided',
      help: 'Containers of which a rule could not be decided, by rule.',
      type: 'gauge',
      samples: rules.map((rule) => ({
        labels: { rule },
        value: unknown.filter((each) => each.rule === rule).length,
      })),
    },
    {
      name: 'nsview_findings_last_seen',
      help: 'When containers were last looked at for this, in seconds since 1970.',
      type: 'gauge',
      samples: known({}, Math.floor(told.readAt / 1000)),
    },
  ];
}
