import type { Container } from '../model/container';
import { containerKey, containerKeyOf } from '../model/ids';
import type { Snapshot } from '../model/snapshot';

/**
 * The container in which an engine's daemon runs, as of Docker in Docker: its containers are that one's as well. Null
 * where it runs in none that is known.
 *
 * @param id the engine's
 */
export function engineWithin(
  { engines, processes, containers }: Pick<Snapshot, 'engines' | 'processes' | 'containers'>,
  id: string,
): Container | null {
  const pid = engines.find((engine) => engine.id === id)?.pid ?? null;
  const daemon = pid === null ? undefined : processes.find((process) => process.pid === pid);
  const key = daemon === undefined ? null : containerKeyOf(daemon);
  return containers.find((container) => containerKey(container) === key) ?? null;
}
