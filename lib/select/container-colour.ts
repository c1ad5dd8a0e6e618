import type { Container } from '../model/container';
import type { Process } from '../model/process';
import { type ContainerKey, containerKey, containerKeyOf } from '../model/ids';
import { isStopped } from '../model/is-stopped';
import type { Snapshot } from '../model/snapshot';
import { byStart } from '../model/container-order';
import { earlierNeighbours } from './earlier-neighbours';

/**
 * Tints for text on a light and on a dark page. Each is readable (4.5:1 and more) on the surface,
 * selected or lit, of its theme.
 */
const TINTS = [
  { light: '#00645f', dark: '#6fe0d3' },
  { light: '#8f1f63', dark: '#ffa6d2' },
  { light: '#4d33b8', dark: '#c8b6ff' },
  { light: '#1d6122', dark: '#97e08f' },
  { light: '#5c5a00', dark: '#e6de6e' },
  { light: '#a3231b', dark: '#ffa294' },
  { light: '#0a549c', dark: '#9fd3ff' },
  { light: '#854400', dark: '#ffc37a' },
] as const;

/** The same as CSS colours, which follow the page. */
export const CONTAINER_TINTS = TINTS.map(({ light, dark }) => `light-dark(${light}, ${dark})`);

/** What a tint comes to on a light or a dark page, for pictures outside of any. */
export function plainTint(tint: string, page: 'light' | 'dark'): string {
  return (TINTS[CONTAINER_TINTS.indexOf(tint)] ?? TINTS[0])[page];
}

/**
 * A tint for each container, from {@link CONTAINER_TINTS}. Those of one namespace have different ones, then
 * those of namespaces side by side, as far as there are tints. A name asks for the same tint each time, so
 * a container that is made again keeps its colour, and names that count up (`c1`, `c2`) ask for different
 * ones. Who cannot have it gets the next one, of those that the fewest have. Goes by what started earlier
 * alone, so that a newcomer recolours nobody.
 */
export function containerColours(snapshot: Snapshot): ReadonlyMap<ContainerKey, string> {
  const count = CONTAINER_TINTS.length;
  const taken = new Map<Container, number>();
  const uses = CONTAINER_TINTS.map(() => 0);
  for (const { container, together, beside } of earlierNeighbours(snapshot, count)) {
    const wished = wish(container.name);
    const ranks = uses.map((used, tint) => [0, 0, used, (tint - wished + count) % count]);
    [together, beside].forEach((neighbours, place) => {
      for (const each of neighbours) {
        const rank = ranks[taken.get(each) ?? -1];
        if (rank !== undefined) rank[place] = (rank[place] ?? 0) + 1;
      }
    });
    const tint = indexOfLeast(ranks);
    uses[tint] = (uses[tint] ?? 0) + 1;
    taken.set(container, tint);
  }
  return new Map(
    [...taken].map(([container, tint]) => [containerKey(container), CONTAINER_TINTS[tint] ?? '']),
  );
}

/** Which list of numbers is the least: by its first, where these are equal by its second, and so on. */
function indexOfLeast(lists: readonly (readonly number[])[]): number {
  return lists.reduce((least, list, index) => {
    const best = lists[least] ?? [];
    const at = list.findIndex((value, nth) => value !== best[nth]);
    return (list[at] ?? 0) < (best[at] ?? 0) ? index : least;
  }, 0);
}

/** What a legend tells of a container. */
export interface LegendEntry {
  container: Container;
  processes: number;
}

/**
 * The running containers that a legend of colours tells apart, the earliest started first. Null where
 * one colour would stand for two of them.
 */
export function inLegend(
  { containers, processes }: Snapshot,
  colours: ReadonlyMap<ContainerKey, string>,
): readonly LegendEntry[] | null {
  const running = containers.filter((each) => !isStopped(each)).toSorted(byStart);
  const used = new Set(running.map((container) => tintOf(colours, container)));
  if (used.size < running.length) return null;
  const counts = new Map<ContainerKey | null, number>();
  for (const process of processes) {
    const key = containerKeyOf(process);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return running.map((container) => ({
    container,
    processes: counts.get(containerKey(container)) ?? 0,
  }));
}

/** Null: it has none, as what belongs to no container. */
export function tintOf(
  colours: ReadonlyMap<ContainerKey, string>,
  container: Container | null,
): string | null {
  return container === null ? null : (colours.get(containerKey(container)) ?? null);
}

/** The tint of the container that a process belongs to. */
export function processTint(
  colours: ReadonlyMap<ContainerKey, string>,
  process: Pick<Process, 'container' | 'engine'>,
): string | null {
  const key = containerKeyOf(process);
  return key === null ? null : (colours.get(key) ?? null);
}

function wish(name: string): number {
  let hash = 0;
  for (const letter of name) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash % CONTAINER_TINTS.length;
}
