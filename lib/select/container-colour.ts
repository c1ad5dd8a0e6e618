import type { ContainerId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { byStart } from './start-order';

/**
 * Tints for text, as CSS colours of a light and a dark page. Each is readable (4.5:1 and more) on
 * the surface, selected or lit, of its theme.
 */
export const CONTAINER_TINTS = [
  'light-dark(#00645f, #6fe0d3)',
  'light-dark(#8f1f63, #ffa6d2)',
  'light-dark(#4d33b8, #c8b6ff)',
  'light-dark(#1d6122, #97e08f)',
  'light-dark(#5c5a00, #e6de6e)',
  'light-dark(#a3231b, #ffa294)',
  'light-dark(#0a549c, #9fd3ff)',
  'light-dark(#854400, #ffc37a)',
] as const;

/**
 * A tint for each container, from {@link CONTAINER_TINTS}. A name asks for the same tint each time,
 * so a container that is made again keeps its colour, and names that count up (`c1`, `c2`) ask for
 * different ones. Who asks for one that is taken gets the next that is free, the earliest started
 * first, so that a newcomer recolours nobody; when all are taken, a new round begins.
 */
export function containerColours(snapshot: Snapshot): ReadonlyMap<ContainerId, string> {
  const colours = new Map<ContainerId, string>();
  const rounds = CONTAINER_TINTS.map(() => 0);
  const inOrder = snapshot.containers.toSorted(byStart);
  inOrder.forEach((container, nth) => {
    const round = Math.floor(nth / CONTAINER_TINTS.length);
    let index = wish(container.name);
    while ((rounds[index] ?? 0) > round) index = (index + 1) % CONTAINER_TINTS.length;
    rounds[index] = round + 1;
    colours.set(container.id, CONTAINER_TINTS[index] ?? CONTAINER_TINTS[0]);
  });
  return colours;
}

function wish(name: string): number {
  let hash = 0;
  for (const letter of name) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash % CONTAINER_TINTS.length;
}
