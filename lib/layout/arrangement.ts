import type { Size } from './geometry';
import { projectHulls, type ProjectHull } from './drawn-hulls';
import type { SharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';
import { asTies, type Tie } from './tie-curves';
import { drawnCurves } from './ties';

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
    ties: asTies(graph, drawnCurves(graph, layout.places, layout)),
    hulls: projectHulls(graph, layout.places),
  };
}
