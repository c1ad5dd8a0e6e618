import { throughRootOf } from '../model/engine-root';
import type { Engine } from '../model/host';

/** The machine's own, where nsview is in a container: a learner types commands on the machine. */
const INIT = 1;

type Reached = Pick<Engine, 'kind' | 'state' | 'endpoint'>;

/**
 * What there is here for the commands of a lesson, which are Docker's: `docker`; `podman`, which takes them under
 * its own name; `other`, an engine that takes none of them; `none`, none that answers.
 */
export type LessonEngine = 'docker' | 'podman' | 'other' | 'none';

export function engineForLessons(engines: readonly Reached[]): LessonEngine {
  const kinds = reachedOf(engines).map(({ kind }) => kind);
  if (kinds.length === 0) return 'none';
  return (['docker', 'podman'] as const).find((kind) => kinds.includes(kind)) ?? 'other';
}

/** Those that answer, and that commands on the machine can be meant for: what answers in a container is not what `docker` reaches. */
function reachedOf<E extends Reached>(engines: readonly E[]): E[] {
  return engines.filter(
    (engine) => engine.state === 'connected' && [null, INIT].includes(throughRootOf(engine)),
  );
}

/** Of these, the engines that take the commands of a lesson. */
export function takersOf<E extends Reached>(engines: readonly E[]): E[] {
  return reachedOf(engines).filter(({ kind }) => kind === 'docker' || kind === 'podman');
}

/** Can none of its commands be run here? Then its recording is what there is to see. */
export function isForNobody(engine: LessonEngine): boolean {
  return engine === 'other' || engine === 'none';
}
