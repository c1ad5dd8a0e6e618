import { containerKey, type ContainerId } from '../model/ids';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import type { Delta } from '../protocol/protocol';

type Change = Omit<Delta, 'epoch'>;

/**
 * Recordings that were made when there was one engine at a time name containers by id alone: in
 * processes without their engine, and where a container is removed. Both are made what they are now;
 * what says its engine stays as it is.
 */
export function snapshotWithEngines(snapshot: Snapshot): Snapshot {
  const engines = enginesOf(snapshot.containers);
  return { ...snapshot, processes: snapshot.processes.map((each) => withEngine(each, engines)) };
}

/** @param before what the change is to be applied to */
export function changeWithEngines(change: Change, before: Snapshot): Change {
  const { put, remove } = change;
  const engines = enginesOf([...before.containers, ...put.containers]);
  const keyOf = (told: string) => {
    const engine = engines.get(told);
    return engine === undefined ? told : containerKey({ engine, id: told });
  };
  return {
    ...change,
    put: { ...put, processes: put.processes.map((each) => withEngine(each, engines)) },
    remove: { ...remove, containers: remove.containers.map(keyOf) },
  };
}

function enginesOf(containers: Snapshot['containers']): ReadonlyMap<ContainerId, string> {
  return new Map(containers.map(({ id, engine }) => [id, engine]));
}

function withEngine(process: Process, engines: ReadonlyMap<ContainerId, string>): Process {
  const { container, engine } = process;
  if (container === null || engine !== null) return process;
  return { ...process, engine: engines.get(container) ?? null };
}
