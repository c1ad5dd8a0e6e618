import { HOST_KEY } from '@lib/layout/places';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import { asDrawn, asTies, curvesOf } from '@lib/layout/tie-curves';
import type { SharingGraph } from '@lib/sharing/graph';
import type { Picture } from './picture';

/**
 * The picture while something is being moved: it stands elsewhere, and its own ties follow it straight.
 * What that means for all others is found a moment later.
 */
export function sketched(picture: Picture, layout: SharingLayout, key: string): Picture {
  const { graph, ties } = picture;
  const own = asTies(graph, curvesOf(partAround(graph, key), layout.places).map(asDrawn));
  const byKey = new Map(own.map((tie) => [tie.key, tie]));
  return { ...picture, layout, ties: ties.map((tie) => byKey.get(tie.key) ?? tie) };
}

/** What of a graph has ties to this: of the host's own that is all that is tied to it. */
function partAround({ nodes, hubs }: SharingGraph, key: string): SharingGraph {
  return {
    nodes: key === HOST_KEY ? nodes : nodes.filter((node) => node.key === key),
    hubs: hubs.flatMap((hub) => {
      if (hub.id === key) return [hub];
      return hub.members.includes(key) ? [{ ...hub, members: [key] }] : [];
    }),
  };
}
