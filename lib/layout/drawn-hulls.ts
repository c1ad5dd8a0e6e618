import { hullAround, roundedPath } from './convex';
import { shrunk } from './geometry';
import { islandsOf, type Island } from './hull-islands';
import type { Places } from './places';
import { HULL_ROUND, hullBox } from './project-hulls';
import { projectNames, type ProjectName } from './project-names';
import type { SharingGraph } from '../sharing/graph';

/** An island as it is drawn, with its project's name on its edge. */
export interface ProjectHull {
  /** The project and which of its islands this is: it stays the same while nothing moves. */
  key: string;
  project: string;
  /** SVG path data in world coordinates, of shapes that overlap each other. */
  path: string;
  name: ProjectName;
}

/** Projects as they are drawn behind everything else. */
export function projectHulls(graph: SharingGraph, places: Places): ProjectHull[] {
  const islands = islandsOf(graph, places);
  const numbers = new Map<string, number>();
  return projectNames(islands, places, podsWithPause(graph)).map(({ island, name }) => {
    const { project } = island;
    const number = numbers.get(project) ?? 0;
    numbers.set(project, number + 1);
    const key = `${project}/${number}`;
    return { key, project, path: pathOf(island, places), name };
  });
}

function podsWithPause({ nodes }: SharingGraph): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ project, withPause }) => (withPause ? (project ?? []) : [])));
}

function pathOf({ pieces, polygons }: Island, places: Places): string {
  const rounded = pieces.map((piece) => {
    const boxes = piece.flatMap((key) => {
      const place = places.get(key);
      return place === undefined ? [] : [shrunk(hullBox(place), HULL_ROUND)];
    });
    return roundedPath(hullAround(boxes), HULL_ROUND);
  });
  const bridges = polygons.slice(pieces.length).map((bridge) => roundedPath(bridge, 0));
  return [...rounded, ...bridges].join('');
}
