import type { Container } from '../../model/container';
import { containerKeyOf, containerKey, type ContainerKey } from '../../model/ids';
import { processTint } from '../../select/container-colour';
import type { SeenProcess } from '../../select/vantage';
import type { Mark } from '../mark';
import type { SeeRole } from './see-role';
import { seeText } from './see-text';

/** So many dots have room; of more the others are a number. */
const MOST = 7;
const STEP = 13;

/** A dot for each process that it sees, in its container's colour; its own first. */
export function pidPicture(
  container: Container,
  sees: readonly SeenProcess[],
  colours: ReadonlyMap<ContainerKey, string>,
): readonly Mark<SeeRole>[] {
  const seen = sees.map(({ process }) => process);
  const own = containerKey(container);
  const isOwn = (process: (typeof seen)[number]) => containerKeyOf(process) === own;
  const sorted = [...seen.filter(isOwn), ...seen.filter((process) => !isOwn(process))];
  const shown = sorted.length > MOST ? sorted.slice(0, MOST - 2) : sorted;
  const dots = shown.map((process, index): Mark<SeeRole> => {
    const tint = processTint(colours, process);
    return { kind: 'circle', role: 'dot', cx: 7 + index * STEP, cy: 16, r: 5, tint };
  });
  const more = sorted.length - shown.length;
  return more === 0 ? dots : [...dots, seeText(3 + shown.length * STEP, `+${String(more)}`)];
}
