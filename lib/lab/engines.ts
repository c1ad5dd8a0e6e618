import { throughRootOf } from '../model/engine-root';
import type { Engine } from '../model/host';

/**
 * Those that the lab may use, or could if they answered. Nothing of an engine in the root of another process is ever
 * changed: it is somebody else's.
 */
export function enginesForLab<T extends Pick<Engine, 'kind' | 'state' | 'endpoint'>>(
  engines: readonly T[],
): T[] {
  return engines.filter(
    (engine) =>
      engine.state !== 'absent' &&
      (engine.kind === 'docker' || engine.kind === 'podman') &&
      throughRootOf(engine) === null,
  );
}
