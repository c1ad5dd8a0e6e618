import type { Container } from '../model/container';
import type { ContainerReading } from '../docker/reading';
import { containerKey, type ContainerKey } from '../model/ids';
import { throughRootOf } from '../model/engine-root';
import { isStopped } from '../model/is-stopped';
import { LOCAL_HOST, type Engine } from '../model/host';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import type { Sight } from '../model/snapshot';
import { SCHEMA_VERSION } from '../model/snapshot-head';
import type { HostReading, ProcessReading } from '../proc/reading';
import { attribute } from './attribution';
import { CgroupNames } from './cgroup-names';
import { placeOf } from './engine-place';
import { findLeaders } from './leaders';
import { collectNamespaces } from './namespaces';
import { noticesFor } from './notices';
import { ProcessRecords } from './process-records';
import { byText } from '../model/order';
import type { EngineReading, Readings } from './readings';
import { decideSharing } from '../sharing/decide';
import { OWN_KERNEL } from '../model/own-kernel';
import { hasOwnKernel } from './own-kernel';
import { twinsAmong } from './twins';

const NO_NAMESPACES: NamespaceSet = perType(() => null);

/**
 * Joins what /proc and the engines say into one picture.
 *
 * @param takenAt when it was read: ISO 8601
 * @param records those of the looks before, where there is more than one
 */
export function assemble(
  readings: Readings,
  takenAt: string,
  records = new ProcessRecords(),
): Sight {
  const { host, processes: found } = readings;
  const engines = readings.engines
    .map((reading) => engineRecord(reading, host, found))
    .sort((a, b) => byText(a.id, b.id));

  const claims = readings.engines
    .filter((reading) => placeOf(reading, host) === 'here')
    .flatMap(({ engine, containers }) => {
      const daemon = engine.pid === null ? undefined : found.get(engine.pid);
      const through = throughRootOf(engine);
      // While the daemon is away, whose root it is stands for it: what it started goes on.
      const doubted = through === null ? undefined : { daemon: daemon ?? found.get(through) };
      return containers.map(({ id, pid, cgroup = null }) => ({
        key: containerKey({ engine: engine.id, id }),
        ref: { engine: engine.id, container: id },
        ...{ engine: engine.id, isNew: engine.state === 'connected', id, pid, cgroup, doubted },
      }));
    });
  const twins = twinsAmong(claims, found);
  const here = claims.filter(({ key }) => !twins.has(key));
  const names = new CgroupNames(here);
  const leaders = findLeaders(here, found, names);
  const drawn = readings.engines
    .flatMap((reading) => drawnOf(reading, host, leaders))
    .filter(({ engine, container: { id } }) => !twins.has(containerKey({ engine, id })));
  const refs = new Map(here.map(({ key, ref }) => [key, ref]));
  const belongs = attribute(found, names, leaders);

  const ownerOf = (pid: number) => {
    const key = belongs.get(pid);
    return key === undefined ? null : (refs.get(key) ?? null);
  };
  const processes = records.of(found.values(), ownerOf, host).sort((a, b) => a.pid - b.pid);
  const namespaces = collectNamespaces(processes, host.namespaces, readings.namespaces);
  const containers = containerRecords(drawn, engines, host);
  return {
    schemaVersion: SCHEMA_VERSION,
    bootId: host.bootId,
    takenAt,
    host: {
      id: LOCAL_HOST,
      hostname: host.hostname,
      kernel: host.kernel,
      cgroups: host.cgroups,
      namespaces: host.namespaces,
      lacks: host.lacks,
      namespacesFrom: host.namespacesFrom,
      ...(host.guest === undefined ? {} : { guest: host.guest }),
      reader: readings.reader,
      notices: noticesFor({ host, records: { engines, containers }, processes, readings }),
    },
    engines,
    namespaces,
    containers,
    processes,
  };
}

function engineRecord(
  reading: EngineReading,
  host: HostReading,
  found: Readings['processes'],
): Engine {
  // What listens here for an engine elsewhere is a tunnel, not the daemon.
  const pid = placeOf(reading, host) === 'here' ? reading.engine.pid : null;
  const daemon = pid === null ? undefined : found.get(pid);
  return { ...reading.engine, pid, namespaces: daemon?.namespaces ?? NO_NAMESPACES };
}

/** A container as it is drawn: with its leader, or why its leader is not known. */
interface Drawn {
  container: ContainerReading;
  engine: string;
  leader: ProcessReading | 'EREMOTE' | 'ESRCH' | typeof OWN_KERNEL;
}

/** An engine that does not answer can't tell of a container's end: its leader's end does. */
function drawnOf(
  reading: EngineReading,
  host: HostReading,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): Drawn[] {
  const here = placeOf(reading, host) === 'here';
  const { engine } = reading;
  return reading.containers
    .map((container): Drawn => ({
      container,
      engine: engine.id,
      leader: here
        ? leaderOf(container, leaders.get(containerKey({ engine: engine.id, id: container.id })))
        : 'EREMOTE',
    }))
    .filter(
      ({ container, leader }) =>
        leader !== 'ESRCH' || engine.state === 'connected' || container.pid === 0,
    );
}

function leaderOf(container: ContainerReading, found: ProcessReading | undefined): Drawn['leader'] {
  return hasOwnKernel(container, found) ? OWN_KERNEL : (found ?? 'ESRCH');
}

function containerRecords(
  drawn: readonly Drawn[],
  engines: readonly Engine[],
  host: HostReading,
): Container[] {
  const engineNamespaces = new Map(engines.map((engine) => [engine.id, engine.namespaces]));
  const readings = drawn.map((each) => ({ ...each, ...leaderFields(each) }));
  const sharing = decideSharing(
    readings.map(({ container, engine, namespaces }) => ({
      key: containerKey({ engine, id: container.id }),
      namespaces: container.pid === 0 && whyUntold(container) === null ? null : namespaces,
      engineNamespaces: engineNamespaces.get(engine) ?? NO_NAMESPACES,
    })),
    host,
  );
  return readings
    .map(
      ({
        container: { runtime, ...container },
        engine,
        pid,
        namespaces,
        unreadable,
      }): Container => ({
        ...container,
        engine,
        pid,
        namespaces,
        sharing:
          sharing.get(containerKey({ engine, id: container.id })) ?? perType(() => 'unknown'),
        unreadable: { ...container.unreadable, ...unreadable },
      }),
    )
    .sort((a, b) => byText(containerKey(a), containerKey(b)));
}

/** The leader's number and namespaces, and why those that are null could not be read. */
function leaderFields({
  container,
  leader,
}: Drawn): Pick<Container, 'pid' | 'namespaces' | 'unreadable'> {
  const { pid } = container;
  if (pid === 0) return noNamespaces(pid, whyUntold(container));
  if (typeof leader === 'string') return noNamespaces(pid, leader);
  const links = Object.entries(leader.unreadable).filter(([field]) =>
    field.startsWith('namespaces.'),
  );
  return {
    pid: leader.pid,
    namespaces: leader.namespaces,
    unreadable: Object.fromEntries(links),
  };
}

function noNamespaces(
  pid: number,
  why: string | null,
): Pick<Container, 'pid' | 'namespaces' | 'unreadable'> {
  const unreadable =
    why === null ? [] : NAMESPACE_TYPES.map((type) => [`namespaces.${type}`, why] as const);
  return { pid, namespaces: NO_NAMESPACES, unreadable: Object.fromEntries(unreadable) };
}

/** Why the PID of one that may run is not told; null: it is, or there is none. */
function whyUntold(container: ContainerReading): string | null {
  return isStopped(container) ? null : (container.unreadable['pid'] ?? null);
}
