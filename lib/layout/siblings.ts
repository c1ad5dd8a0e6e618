import { distance, type Point } from './geometry';
import type { Slot } from './slot-board';

/**
 * Where those of one Compose project stand, and how near to each slot of a board: every slot is asked
 * about again for each that comes, and then the one that has come is all there is to look at.
 */
export class Siblings {
  readonly #standing: Point[] = [];
  readonly #sum = { x: 0, y: 0 };
  /** By the number of the slot: how far the nearest is of the first `among` of them. */
  readonly #nearest: ({ far: number; among: number } | undefined)[] = [];

  add(point: Point): void {
    this.#standing.push(point);
    this.#sum.x += point.x;
    this.#sum.y += point.y;
  }

  /** @returns the origin where there is nobody yet */
  get middle(): Point {
    const count = Math.max(this.#standing.length, 1);
    return { x: this.#sum.x / count, y: this.#sum.y / count };
  }

  /** How far the nearest is from the slot; Infinity where there is nobody yet. */
  nearestTo(slot: Slot): number {
    const known = (this.#nearest[slot.nth] ??= { far: Infinity, among: 0 });
    for (const sibling of this.#standing.slice(known.among)) {
      known.far = Math.min(known.far, distance(slot, sibling));
    }
    known.among = this.#standing.length;
    return known.far;
  }
}

/** One more of a project is in place. */
export function addSibling(projects: Map<string, Siblings>, project: string, at: Point): void {
  const siblings = projects.get(project) ?? new Siblings();
  projects.set(project, siblings);
  siblings.add(at);
}
