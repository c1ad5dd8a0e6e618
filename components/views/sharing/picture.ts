import type { Arrangement } from '@lib/layout/arrangement';
import type { ProjectHull } from '@lib/layout/drawn-hulls';
import type { Place } from '@lib/layout/places';
import type { SharingGraph } from '@lib/sharing/graph';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import type { Tie } from '@lib/layout/tie-curves';

/** A thing that has just gone, to be faded out where it stood, or a tie, to be drawn back. */
export type Departed = { key: string; place: Place } | { key: string; tie: Tie };

/** All that is drawn, at its places. */
export interface Picture {
  graph: SharingGraph;
  layout: SharingLayout;
  ties: readonly Tie[];
  departed: readonly Departed[];
  hulls: readonly ProjectHull[];
  /** What has come to be shared since the picture before it, by hub. */
  joined: readonly string[];
  /** The first one, with nothing before it: what is in it has not come just now. */
  fresh: boolean;
}

/**
 * The first picture, or one in which all is placed anew.
 *
 * @param before what stood when one looked last; null: nothing, or all is placed anew
 */
export function freshPicture(
  graph: SharingGraph,
  arrangement: Arrangement,
  before: SharingLayout | null,
): Picture {
  const joined = graph.hubs.flatMap(({ id }) => (before?.places.has(id) === false ? [id] : []));
  return { graph, ...arrangement, departed: [], joined, fresh: true };
}

/** The picture after another one, with what goes. */
export function nextPicture(
  previous: Picture,
  graph: SharingGraph,
  arrangement: Arrangement,
): Picture {
  const { layout, ties } = arrangement;
  const known = new Set(previous.graph.hubs.map(({ id }) => id));
  const joined = graph.hubs.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  const next = { graph, ...arrangement, joined, fresh: false };
  const drawnTies = new Set(ties.map(({ key }) => key));
  const goneTies = previous.ties
    .filter(({ key }) => !drawnTies.has(key))
    .map((tie) => ({ key: tie.key, tie }));
  // Room that was kept for something to come is not seen to go.
  const drawn = new Set([
    ...previous.graph.nodes.map(({ key }) => key),
    ...previous.graph.hubs.map(({ id }) => id),
  ]);
  const gone = [...previous.layout.places]
    .filter(([key]) => drawn.has(key) && !layout.places.has(key))
    .map(([key, place]) => ({ key, place }));
  const still = previous.departed.filter(
    ({ key }) => !layout.places.has(key) && !drawnTies.has(key),
  );
  return { ...next, departed: [...still, ...goneTies, ...gone] };
}
