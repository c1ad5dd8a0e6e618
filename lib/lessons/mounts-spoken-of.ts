import { mountKey } from '../inside/mount-key';
import type { Step } from './lesson';
import type { Run, Sight } from './run';
import { known, leavesOf } from './spoken-of';
import { Witness } from './witness';

/**
 * The mounts that a step's facts are about, by {@link mountKey}: a picture of mounts draws and marks them, and of the many
 * that an engine makes no others.
 */
export function mountsSpokenOf(
  { id, done, evidence }: Pick<Step, 'id' | 'done' | 'evidence'>,
  run: Run,
  sight: Sight,
): string[] {
  const witness = new Witness(run, id, sight);
  return [done, ...evidence].flatMap(leavesOf).flatMap((leaf) => {
    if (!('mount' in leaf)) return [];
    const [name, path] = leaf.mount;
    const namespace = known(() => witness.namespace(name, 'mnt')) ?? null;
    return namespace === null ? [] : [mountKey(namespace, path)];
  });
}
