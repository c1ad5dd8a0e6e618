import type { Container } from '../model/container';
import type { ContainerReading } from '../docker/reading';
import type { Engine } from '../model/host';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { NamespaceSet, Process, Unreadable } from '../model/process';
import { SCHEMA_VERSION, type Sight } from '../model/snapshot';
import type { HostReading, ProcessReading } from '../proc/reading';
import { attribute, isLeader, type Leader } from './attribution';
import { collectNamespaces } from './namespaces';
import { noticesFor } from './notices';
import { byText } from './order';
import type { EngineReading, Readings } from './readings';
import { decideSharing } from './sharing';

const NO_NAMESPACES: NamespaceSet = perType(() => null);

/**
 * Joins what /proc and the engines say into one picture.
 *
 * @param takenAt when it was read: ISO 8601
 */
export function assemble(readings: Readings, takenAt: string): Sight {
  const { host, processes: found } = readings;
  const engines = readings.engines
    .map((reading): Engine => ({ ...reading.engine, namespaces: daemonNamespaces(reading, found) }))
    .sort((a, b) => byText(a.id, b.id));

  const drawn = readings.engines.flatMap((reading) =>
    reading.containers
      .filter((container) => !isLost(reading, container, found))
      .map((container) => ({ reading, container })),
  );
  const local = drawn.filter(({ reading }) => !reading.remote);
  const leaders = local
    .filter(({ container }) => container.pid > 0)
    .map(({ container }): Leader => ({ container: container.id, pid: container.pid }));
  const known = new Set(local.map(({ container }) => container.id));
  const belongs = attribute(found, known, leaders);

  const processes = [...found.values()]
    .sort((a, b) => a.pid - b.pid)
    .map((reading) => processRecord(reading, belongs.get(reading.pid) ?? null, host));
  const namespaces = collectNamespaces(processes, host.namespaces, readings.namespaces);
  const containers = containerRecords(drawn, engines, found, host);
  return {
    schemaVersion: SCHEMA_VERSION,
    bootId: host.bootId,
    takenAt,
    host: {
      hostname: host.hostname,
      kernel: host.kernel,
      cgroups: host.cgroups,
      namespaces: host.namespaces,
      namespacesFrom: host.namespacesFrom,
      reader: readings.reader,
      notices: noticesFor({ host, engines, processes, readings }),
    },
    engines,
    namespaces,
    containers,
    processes,
  };
}

function daemonNamespaces(
  { engine, remote }: EngineReading,
  found: Readings['processes'],
): NamespaceSet {
  if (remote || engine.pid === null) return NO_NAMESPACES;
  return found.get(engine.pid)?.namespaces ?? NO_NAMESPACES;
}

/** An engine that does not answer can't tell of a container's end: its leader's end does. */
function isLost(
  { engine, remote }: EngineReading,
  container: ContainerReading,
  found: Readings['processes'],
): boolean {
  if (remote || engine.state === 'connected' || container.pid === 0) return false;
  const leader = found.get(container.pid);
  return leader === undefined || !isLeader(leader, container.id);
}

function containerRecords(
  drawn: readonly { reading: EngineReading; container: ContainerReading }[],
  engines: readonly Engine[],
  found: Readings['processes'],
  host: HostReading,
): Container[] {
  const engineNamespaces = new Map(engines.map((engine) => [engine.id, engine.namespaces]));
  const readings = drawn.map(({ reading, container }) => ({
    container,
    engine: reading.engine.id,
    ...leaderNamespaces(reading, container, found),
  }));
  const sharing = decideSharing(
    readings.map(({ container, engine, namespaces }) => ({
      id: container.id,
      namespaces: container.pid === 0 ? null : namespaces,
      engineNamespaces: engineNamespaces.get(engine) ?? NO_NAMESPACES,
    })),
    host.namespaces,
  );
  return readings
    .map(({ container, engine, namespaces, unreadable }): Container => ({
      ...container,
      engine,
      namespaces,
      sharing: sharing.get(container.id) ?? perType(() => 'unknown'),
      unreadable: { ...container.unreadable, ...unreadable },
    }))
    .sort((a, b) => byText(a.id, b.id));
}

/** The namespaces of a container's leader, and why those that are null could not be read. */
function leaderNamespaces(
  { remote }: EngineReading,
  container: ContainerReading,
  found: Readings['processes'],
): { namespaces: NamespaceSet; unreadable: Unreadable } {
  if (container.pid === 0) return { namespaces: NO_NAMESPACES, unreadable: {} };
  const leader = remote ? undefined : found.get(container.pid);
  if (leader === undefined || !isLeader(leader, container.id)) {
    const reason = remote ? 'EREMOTE' : 'ESRCH';
    return {
      namespaces: NO_NAMESPACES,
      unreadable: Object.fromEntries(NAMESPACE_TYPES.map((type) => [`namespaces.${type}`, reason])),
    };
  }
  const links = Object.entries(leader.unreadable).filter(([field]) =>
    field.startsWith('namespaces.'),
  );
  return { namespaces: leader.namespaces, unreadable: Object.fromEntries(links) };
}

/** Readings are immutable: as long as one stands, so does the record made of it. */
const records = new WeakMap<ProcessReading, Process>();

function processRecord(
  reading: ProcessReading,
  container: string | null,
  host: HostReading,
): Process {
  const before = records.get(reading);
  if (before?.container === container) return before;
  const { state, rssBytes, cpuTicks, ...lasting } = reading;
  const sinceBoot = (Number(reading.startTicks) / host.ticksPerSecond) * 1000;
  const record: Process = {
    ...lasting,
    startedAt: new Date(host.bootTime + sinceBoot).toISOString(),
    zombie: state === 'Z',
    container,
  };
  records.set(reading, record);
  return record;
}
