import { byName } from '../model/container-order';
import { namesTold } from '../model/container-ref';
import { containerKey, type ContainerKey } from '../model/ids';
import type { Engine } from '../model/host';
import type { Snapshot } from '../model/snapshot';
import { About, type Details } from './about';
import { DoesNotApply } from './does-not-apply';
import {
  RULE_NAMES,
  SEVERITIES,
  type Finding,
  type Findings,
  type Inapplicable,
  type RuleName,
  type Undecided,
} from './finding';
import type { Found, Rule } from './rule';
import { Unreadable } from './unreadable';
import { RULES } from './rules';

/** What rules decide on. */
export interface Facts {
  snapshot: Snapshot;
  /** Of each container that is looked at. */
  details: ReadonlyMap<ContainerKey, Details>;
  /** Whose containers are meant: what they do not tell of is missing. */
  asked: readonly Engine[];
  /** Is one meant that was named? Then all rules are for it, a pause container too. Left out: all are meant. */
  named?: boolean;
}

/**
 * What is looked for in pause containers as well, by which one can get at the host: what makes a container one is labels,
 * and those an image can bear. In all else one is as its pod is, and the others of that tell it.
 */
const OF_PAUSE: ReadonlySet<RuleName> = new Set<RuleName>([
  ...(['privileged', 'docker-socket', 'host-paths', 'capabilities'] as const),
  ...(['host-pid', 'host-net', 'host-ipc', 'host-uts'] as const),
]);

/** What every rule finds about these containers, the worst first and containers by name, and what it could not decide or does not apply, with the reason. */
export function findingsOf({ snapshot, details, asked, named = false }: Facts): Findings {
  const findings: Finding[] = [];
  const unknown: Undecided[] = [];
  const inapplicable: Inapplicable[] = [];
  const abouts = snapshot.containers.toSorted(byName).flatMap((container) => {
    const known = details.get(containerKey(container));
    return known === undefined ? [] : new About(snapshot, container, known);
  });
  const nameOf = namesTold(snapshot);
  for (const name of RULE_NAMES) {
    for (const about of abouts) {
      if (about.container.role === 'pause' && !named && !OF_PAUSE.has(name)) continue;
      const { engine, id: container } = about.container;
      const subject = { engine, container, name: nameOf(about.container) };
      try {
        const found = RULES[name].check(about);
        if (found !== null) findings.push(findingOf(RULES[name], subject, found));
      } catch (error) {
        if (error instanceof DoesNotApply) {
          if (inapplicable.at(-1)?.rule === name) continue;
          inapplicable.push({ rule: name, reason: error.reason });
        } else {
          if (!(error instanceof Unreadable)) throw error;
          unknown.push({ rule: name, subject, reason: error.reason });
        }
      }
    }
  }
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return {
    findings: findings.sort((a, b) => rank(a) - rank(b)),
    unknown,
    inapplicable,
    silent: asked.flatMap(({ state, endpoint }) => (state === 'connected' ? [] : [endpoint])),
  };
}

function findingOf(rule: Rule, subject: Finding['subject'], found: Found): Finding {
  const { severity = rule.severity, of = [], rootless, evidence, change = rule.change } = found;
  return {
    ...{ rule: rule.name, severity, subject, of, evidence },
    ...(rootless === undefined ? {} : { rootless }),
    ...{ change: [...change], reference: [...rule.reference] },
  };
}
