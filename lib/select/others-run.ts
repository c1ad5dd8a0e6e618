import { containerKey } from '../model/ids';
import type { Container } from '../model/container';

/** Do others run than before, or the same in another life? In which order they are listed does not count. */
export function othersRun(before: readonly Container[], now: readonly Container[]): boolean {
  if (before === now) return false;
  const lives = livesOf(before);
  const livesNow = livesOf(now);
  return lives.size !== livesNow.size || [...livesNow].some((life) => !lives.has(life));
}

function livesOf(containers: readonly Container[]): ReadonlySet<string> {
  return new Set(
    containers.flatMap((each) => (each.pid > 0 ? `${containerKey(each)} ${each.pid}` : [])),
  );
}
