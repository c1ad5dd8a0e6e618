import { hullAround, type Polygon } from './convex';
import { boxAround, type Box } from './geometry';
import { projectOfHub } from './hub-members';
import { roomAt, type Place, type Places } from './places';
import { isPod } from '../model/project';
import type { SharingGraph } from '../sharing/graph';

/** How far a hull's line stands off the room of what is in it. */
const HULL_PAD = 7;

/** The radius of a hull's corners. */
export const HULL_ROUND = 26;

/** A project's containers in the picture, and the hubs that only they share. */
export interface ProjectMembers {
  project: string;
  /** Keys of nodes and hubs that have places. */
  keys: string[];
}

/** The running and stopped containers of each project and the hubs that only they share. */
interface Belongings {
  nodes: Map<string, string[]>;
  hubs: Map<string, string[]>;
}

function belongingsOf(graph: SharingGraph): Belongings {
  const byKey = new Map(graph.nodes.map((node) => [node.key, node]));
  const found: Belongings = { nodes: new Map(), hubs: new Map() };
  for (const { key, project } of graph.nodes) {
    if (project !== null) append(found.nodes, project, key);
  }
  for (const hub of graph.hubs) {
    const project = projectOfHub(hub, (key) => byKey.get(key));
    if (project !== null) append(found.hubs, project, hub.id);
  }
  return found;
}

function append(lists: Map<string, string[]>, project: string, key: string): void {
  const list = lists.get(project);
  if (list === undefined) lists.set(project, [key]);
  else list.push(key);
}

/**
 * The projects of which two or more containers stand in the picture, and the pods of which one does, by name: a pod
 * is a thing by itself, and most have one container. Stopped ones on the shelf are not among them.
 */
export function projectMembers(graph: SharingGraph, places: Places): ProjectMembers[] {
  const { nodes, hubs } = belongingsOf(graph);
  const stands = (key: string) => (places.get(key)?.room ?? 'stopped') !== 'stopped';
  return [...nodes]
    .flatMap(([project, keys]) => {
      const standing = keys.filter(stands);
      if (standing.length < (isPod(project) ? 1 : 2)) return [];
      const shared = (hubs.get(project) ?? []).filter((key) => places.has(key));
      return { project, keys: [...standing, ...shared] };
    })
    .sort((a, b) => (a.project < b.project ? -1 : 1));
}

/** What a member takes of its project's hull. */
export function hullBox(place: Place): Box {
  const box = roomAt(place, place.room);
  return boxAround(
    place,
    (box.right - box.left) / 2 + HULL_PAD,
    (box.bottom - box.top) / 2 + HULL_PAD,
  );
}

/** The hull of all of these, whatever else may be in it. */
export function hullOf(places: readonly Place[]): Polygon {
  return hullAround(places.map(hullBox));
}
