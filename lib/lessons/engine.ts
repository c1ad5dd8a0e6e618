import { throughRootOf } from '../model/engine-root';
import type { Engine } from '../model/host';

/** The machine's own, where nsview is in a container: a learner types commands on the machine. */
const INIT = 1;

/**
 * What there is here for the commands of a lesson, which are Docker's: `docker`; `podman`, which takes them under
 * its own name; `other`, an engine that takes none of them; `none`, none that answers.
 */
export type LessonEngine = 'docker' | 'podman' | 'other' | 'none';

export function engineForLessons(
  engines: readonly Pick<Engine, 'kind' | 'state' | 'endpoint'>[],
): LessonEngine {
  // What answers in a container is not what `docker` reaches.
  const reached = engines.filter((engine) => [null, INIT].includes(throughRootOf(engine)));
  const kinds = reached.flatMap(({ kind, state }) => (state === 'connected' ? kind : []));
  if (kinds.length === 0) return 'none';
  return (['docker', 'podman'] as const).find((kind) => kinds.includes(kind)) ?? 'other';
}

/** Can none of its commands be run here? Then its recording is what there is to see. */
export function isForNobody(engine: LessonEngine): boolean {
  return engine === 'other' || engine === 'none';
}
