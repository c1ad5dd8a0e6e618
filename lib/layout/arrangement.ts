import type { Size } from './geometry';
import { projectHulls, type ProjectHull } from './drawn-hulls';
import type { SharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';
import type { Tie } from './tie-curves';
import { tiesOf } from './ties';

/** All geometry of the sharing picture that takes more than a moment to find. */
export interface Arrangement {
  layout: SharingLayout;
  ties: readonly Tie[];
  hulls: readonly ProjectHull[];
}

/**
 * Where everything stands, with the lines and the grounds between.
 *
 * @param before the layout to add to; null: all is placed anew
 */
export function arrange(
  graph: SharingGraph,
  size: Size,
  before: SharingLayout | null,
): Arrangement {
  const layout = layOut(graph, size, before);
  return {
    layout,
    ties: tiesOf(graph, layout.places),
    hulls: projectHulls(graph, layout.places),
  };
}
