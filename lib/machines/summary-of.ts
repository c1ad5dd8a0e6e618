import { cap } from '../facts/seen';
import { summarise } from '../facts/summary';
import { RULE_NAMES, type Findings } from '../findings/finding';
import type { Engine } from '../model/host';
import { isStopped } from '../model/is-stopped';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { VERSION } from '../model/version';
import { PROTOCOL_VERSION } from '../protocol/protocol';
import { findSandboxes } from '../sandboxes/find';
import { WORST_FIRST } from '../select/engines';
import { withoutReader } from '../select/without-reader';
import { countSaid, saidSharing } from '../sharing/said';
import { cutTo, fitted } from '../fleet/fitted';
import {
  MOST,
  SUMMARY_VERSION,
  type FindingCounts,
  type Shared,
  type Summary,
} from '../fleet/summary';

/** What a summary is made of. */
interface Told {
  /** With nsview's own reader or without: that is not counted. */
  snapshot: Snapshot;
  /** Of all containers; null: not known. */
  findings: Findings | null;
  epoch: string;
  /** When the machine was looked at: ISO 8601. */
  at: string;
}

/** What there is of a machine in few bytes, always the same of the same machine. What has no room is counted. */
export function summaryOf({ snapshot, findings, epoch, at }: Told): Summary {
  const whole = withoutReader(snapshot);
  const { host } = whole;
  const { running, stopped, complete, processes, partial } = summarise(whole);
  const isKnown =
    whole.containers.length > 0 || whole.engines.some(({ state }) => state === 'connected');
  const engines = cap(whole.engines.toSorted(worstFirst), MOST.engines);
  const notices = cap([...new Set(host.notices.map(({ code }) => code))], MOST.notices);
  return fitted({
    version: SUMMARY_VERSION,
    nsview: cutTo(VERSION, MOST.version),
    protocol: PROTOCOL_VERSION,
    epoch: cutTo(epoch, MOST.text),
    at,
    hostname: cutTo(host.hostname, MOST.text),
    bootId: cutTo(whole.bootId, MOST.text),
    kernel: cutTo(host.kernel, MOST.text),
    containers: isKnown ? { running, all: running + stopped, complete } : null,
    processes: { all: processes, complete: !partial },
    sandboxes: findSandboxes(whole).sandboxes.length,
    sharing: isKnown ? sharingIn(whole) : null,
    findings: isKnown && findings !== null ? countsOf(findings) : null,
    engines: engines.rows.map(({ kind, state, version }) => ({
      kind,
      state,
      version: version === null ? null : cutTo(version, MOST.version),
    })),
    moreEngines: engines.more,
    notices: notices.rows,
    moreNotices: notices.more,
  });
}

/** What cannot be relied on is told in any case. */
function worstFirst(a: Engine, b: Engine): number {
  return WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state);
}

function sharingIn({ host, containers }: Snapshot): NonNullable<Summary['sharing']> {
  const running = containers.filter((container) => !isStopped(container));
  const types = NAMESPACE_TYPES.filter((type) => !host.lacks.includes(type));
  return Object.fromEntries(
    types.map((type): [string, Shared] => {
      const said = running.map((container) => saidSharing(container, type, host.namespaces));
      const { shared, host: hosts, engine, unknown } = countSaid(said);
      return [type, { shared, host: hosts, engine, unknown }];
    }),
  );
}

function countsOf({ findings, unknown }: Findings): FindingCounts {
  const found = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const rules = RULE_NAMES.map((name): [string, number] => [
    name,
    findings.filter(({ rule }) => rule === name).length,
  ]).filter(([, count]) => count > 0);
  return {
    high: found('high'),
    medium: found('medium'),
    low: found('low'),
    undecided: unknown.length,
    rules: Object.fromEntries(rules),
    moreRules: 0,
  };
}
