import type { SummaryProblem } from '../fleet/packed-summary';
import { SUMMARY_BYTES, SUMMARY_VERSION, type FindingCounts, type Summary } from '../fleet/summary';
import type { CommandMessages } from '../i18n/command-messages';
import { elapsed } from '../i18n/elapsed';
import { ENGINE_NAMES } from '../model/engine-name';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { VERSION } from '../model/version';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { formatTable, type Column } from '../table/table';
import type { HeardMachine } from './heard';
import { TYPE_LETTERS } from './type-letters';

type Messages = Pick<CommandMessages, 'cli' | 'summary'>;

/** What there is not, or is not known. */
const UNKNOWN = '?';

/** The table that `nsview fleet list` prints: a line for each machine. @param width columns of the terminal; null: nothing is cut */
export function machineTable(
  machines: readonly HeardMachine[],
  messages: Messages,
  width: number | null,
): string {
  const { columns: titles } = messages.cli.fleetList;
  const columns: Column[] = [
    { title: titles.machine, align: 'left' },
    { title: titles.standing, align: 'left' },
    { title: titles.heard, align: 'right' },
    { title: titles.hostname, align: 'left' },
    { title: titles.kernel, align: 'left' },
    { title: titles.containers, align: 'left' },
    { title: titles.shared, align: 'left' },
    { title: titles.onHost, align: 'left' },
    { title: titles.findings, align: 'left' },
    { title: titles.engines, align: 'left' },
    { title: titles.notes, align: 'left' },
  ];
  const rows = machines.map((machine) => rowOf(machine, messages));
  return formatTable(columns, rows, { width, paint: (text) => text });
}

function rowOf(machine: HeardMachine, messages: Messages): string[] {
  const { fleetList } = messages.cli;
  const heard = fleetList.ago(lengthOf(machine.age, messages));
  const first = [machine.host, fleetList.standing[machine.standing], heard];
  if ('problem' in machine) {
    return [...first, ...Array<string>(7).fill(''), problemText(machine.problem, messages)];
  }
  const { summary } = machine;
  const { hostname, kernel, containers, findings, sharing } = summary;
  return [
    ...first,
    ...[hostname, kernel],
    containers === null
      ? UNKNOWN
      : fleetList.runningOf(containers.running, containers.all) + mark(!containers.complete),
    sharing === null ? UNKNOWN : sharedIn(sharing),
    sharing === null ? UNKNOWN : onHostIn(sharing),
    findings === null ? UNKNOWN : findingsIn(findings),
    enginesIn(summary, messages),
    notesOf(summary, machine.clockOff, messages),
  ];
}

function mark(isUncertain: boolean): string {
  return isUncertain ? UNKNOWN : '';
}

/** `P2 N4?`: the types in which there is something to tell. */
function sharedIn(sharing: NonNullable<Summary['sharing']>): string {
  return counted(NAMESPACE_TYPES, (type) => {
    const { shared = 0, unknown = 0 } = sharing[type] ?? {};
    return { count: shared, unknown };
  });
}

/** The same of the host's, where the default is not to be there. */
function onHostIn(sharing: NonNullable<Summary['sharing']>): string {
  return counted(PRIVATE_BY_DEFAULT, (type) => {
    const { host = 0, unknown = 0 } = sharing[type] ?? {};
    return { count: host, unknown };
  });
}

function counted(
  types: readonly NamespaceType[],
  countOf: (type: NamespaceType) => { count: number; unknown: number },
): string {
  const parts = types.flatMap((type) => {
    const { count, unknown } = countOf(type);
    if (count === 0 && unknown === 0) return [];
    return [`${TYPE_LETTERS[type]}${count === 0 ? '' : count}${mark(unknown > 0)}`];
  });
  return parts.join(' ');
}

function findingsIn({ high, medium, low, undecided }: FindingCounts): string {
  return [high, medium, low].join('/') + mark(undecided > 0);
}

function enginesIn({ engines, moreEngines }: Summary, { cli, summary }: Messages): string {
  const names: Readonly<Record<string, string | undefined>> = ENGINE_NAMES;
  const parts = engines.map(({ kind, state, version }) => {
    const name = names[kind] ?? kind;
    return state === 'connected'
      ? `${name} ${version ?? UNKNOWN}`
      : `${name}: ${summary.engineStates[state]}`;
  });
  return [...parts, ...(moreEngines === 0 ? [] : [cli.fleetList.more(moreEngines)])].join(', ');
}

function notesOf(
  { nsview, notices, moreNotices }: Summary,
  off: number | null,
  messages: Messages,
) {
  const { fleetList } = messages.cli;
  const clock = (by: number) => fleetList.clock(by > 0, lengthOf(Math.abs(by), messages));
  return [
    ...(off === null ? [] : [clock(off)]),
    ...(nsview === VERSION ? [] : [fleetList.otherVersion(nsview)]),
    ...(notices.length === 0 ? [] : [fleetList.notices(notices.join(', '), moreNotices)]),
  ].join('; ');
}

function lengthOf(milliseconds: number, { cli }: Messages): string {
  const length = elapsed(new Date(0).toISOString(), milliseconds);
  return length === null ? UNKNOWN : cli.fleetList.elapsed(length);
}

function problemText(problem: SummaryProblem, { cli }: Messages): string {
  const texts = cli.fleetList.problem;
  switch (problem.is) {
    case 'large':
      return texts.large(problem.bytes, SUMMARY_BYTES);
    case 'version':
      return texts.version(problem.version, SUMMARY_VERSION);
    case 'part':
      return texts.part(problem.path);
    default:
      return texts[problem.is];
  }
}
