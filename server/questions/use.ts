import { Unreadable } from '@lib/findings/unreadable';
import type { Container } from '@lib/model/container';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { Process } from '@lib/model/process';
import type { Snapshot } from '@lib/model/snapshot';
import { isStopped } from '@lib/model/is-stopped';
import { findContainer } from '@lib/model/container-ref';
import { leaderOf } from '@lib/select/leader-of';
import type { UseRequest } from '@lib/use/reading';
import { tellSample } from '@lib/use/sample';
import { tellLimits, type Limits } from '@lib/use/tell-limits';
import { tellUse } from '@lib/use/tell-use';
import type { Use } from '@lib/use/use';
import { NotThere, type Informant } from '@lib/asking/handler';

/** The first process of all, which sees cgroups as they are where it may be looked at. */
const FIRST = 1;

/** @throws NotThere where no such container runs here; Unreadable where its process is not told */
export async function answerUse(ref: string, machine: Informant): Promise<Use> {
  const snapshot = await machine.seen();
  const container = findContainer(snapshot, ref);
  const leader = container === null ? null : leaderOf(snapshot, container);
  const why = container === null || isStopped(container) ? undefined : container.unreadable.pid;
  if (container?.pid === 0 && why !== undefined) throw new Unreadable(why);
  if (container === null || leader === null) throw new NotThere('no such container runs');
  const request = requestOf(container, leader, snapshot);
  const [reading, { bytes, unreadable }] = await Promise.all([
    machine.details.use(request),
    machine.details.writtenLately({ engine: container.engine, container: container.id }),
  ]);
  machine.uses.keep(request, reading);
  const written =
    bytes === null
      ? { value: null, reason: unreadable.bytes ?? 'ENODATA' }
      : { value: bytes, reason: null };
  const writable = { bytes: written, limit: machine.details.writableLimit(container.engine) };
  return tellUse(reading, writable, snapshot.host.cgroups, `pid ${String(leader.pid)}`);
}

/** What limits the memory and the tasks of those that run here: asked at once, as all are looked up in the same mounts. */
export async function limitsOf(
  containers: readonly Container[],
  snapshot: Snapshot,
  machine: Informant,
): Promise<Map<ContainerKey, Limits>> {
  const running = runningOf(containers, snapshot);
  const readings = await machine.details.limits(running.map(({ request }) => request));
  return new Map(
    readings.flatMap((reading, nth) => {
      const of = running[nth]?.container;
      return of === undefined ? [] : [[containerKey(of), tellLimits(reading)]];
    }),
  );
}

/** Of those that run, what changes all the time. */
export async function answerUses(refs: readonly string[], machine: Informant) {
  const snapshot = await machine.seen();
  const found = new Set(refs.flatMap((ref) => findContainer(snapshot, ref) ?? []));
  const running = runningOf([...found], snapshot);
  const readings = await machine.details.samples(running.map(({ request }) => request));
  return readings.flatMap((reading, nth) => {
    const of = running[nth]?.container;
    return of === undefined ? [] : { engine: of.engine, container: of.id, ...tellSample(reading) };
  });
}

/** Of those that run here what is asked for each. */
function runningOf(containers: readonly Container[], snapshot: Snapshot) {
  return containers.flatMap((container) => {
    const leader = leaderOf(snapshot, container);
    return leader === null ? [] : { container, request: requestOf(container, leader, snapshot) };
  });
}

function requestOf(container: Container, leader: Process, { engines }: Snapshot): UseRequest {
  const engine = engines.find(({ id }) => id === container.engine)?.pid ?? null;
  return {
    pid: leader.pid,
    startTicks: leader.startTicks,
    id: container.id,
    ...(container.cgroup === undefined ? {} : { cgroup: container.cgroup }),
    viewers: engine === null ? [FIRST] : [engine, FIRST],
  };
}
