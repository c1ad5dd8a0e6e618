import type { Group } from './group';
import { groupShapes } from './group-shape';
import { hubsOnRails, railShape } from './rail-shape';
import { patternOf, type Shape } from './shape';

/** How hard shapes are looked for. */
export interface Effort {
  /** Widths in heights in which a cluster is tried. */
  aspects: readonly number[];
  /** How many shapes of a cluster are tried among the others. */
  most: number;
}

/** The best shapes of each kind of group that came up; groups tied alike are shaped alike. */
export class ShapeBook {
  readonly effort: Effort;
  readonly #shapes = new Map<string, Shape[]>();

  constructor(effort: Effort) {
    this.effort = effort;
  }

  shapesOf(group: Group): Shape[] {
    return this.remembered(patternOf(group), () => this.#find(group));
  }

  #find(group: Group): Shape[] {
    const onRails = hubsOnRails(group);
    if (onRails.length === 0) return groupShapes(group);
    const shapes = this.effort.aspects.flatMap(
      (aspect) => railShape(group, onRails, aspect, (part) => this.shapesOf(part)) ?? [],
    );
    return shapes.length > 0 ? shapes : groupShapes(group);
  }

  /** What was found for this pattern before, else what is found now. */
  remembered(pattern: string, find: () => Shape[]): Shape[] {
    const known = this.#shapes.get(pattern);
    if (known !== undefined) return known;
    const shapes = find();
    this.#shapes.set(pattern, shapes);
    return shapes;
  }
}
