import { containerKey } from '../model/ids';
import type { Run, Sight } from './run';

/** Is all gone that a lesson made? Then a picture has nothing of it any more. */
export function isTidied(
  { bound }: Pick<Run, 'bound'>,
  { snapshot }: Pick<Sight, 'snapshot'>,
): boolean {
  const made = new Set(Object.values(bound).map(containerKey));
  return made.size > 0 && !snapshot.containers.some((each) => made.has(containerKey(each)));
}
