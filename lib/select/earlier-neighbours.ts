import type { Container } from '../model/container';
import { byStart } from '../model/container-order';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';

/** A container with those that started before it and are seen near it in some lens. */
export interface WithNeighbours {
  container: Container;
  /** In a namespace with it. */
  together: ReadonlySet<Container>;
  /** In the namespaces beside that, as the boxes of a lens stand in the order of their first containers. */
  beside: ReadonlySet<Container>;
}

/**
 * All containers as they started, each with the earlier ones near it: a later one changes nothing of this.
 *
 * @param few of a namespace, so many tell each other apart at the most: of one with more only the last
 *   few that came count
 */
export function earlierNeighbours(snapshot: Snapshot, few: number): WithNeighbours[] {
  // For each lens its boxes in their order, and which of them a namespace is; the host's stands first.
  const lenses = NAMESPACE_TYPES.map((type) => {
    const host = snapshot.host.namespaces[type];
    const boxes: Container[][] = host === null ? [] : [[]];
    return { type, boxes, places: new Map(host === null ? [] : [[host, 0]]) };
  });
  return snapshot.containers.toSorted(byStart).map((container) => {
    const together = new Set<Container>();
    const beside = new Set<Container>();
    for (const { type, boxes, places } of lenses) {
      const key = container.namespaces[type];
      if (key === null) continue;
      const at = places.get(key) ?? boxes.length;
      places.set(key, at);
      const box = (boxes[at] ??= []);
      // Where more are together than there are colours, those that stand side by side are told apart.
      for (const each of box.slice(box.length < few ? 0 : -1)) together.add(each);
      for (const next of [boxes[at - 1], boxes[at + 1]]) {
        for (const each of next?.slice(-few) ?? []) beside.add(each);
      }
      box.push(container);
    }
    return { container, together, beside };
  });
}
