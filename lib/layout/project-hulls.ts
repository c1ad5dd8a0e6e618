import { hullAround, type Polygon } from './convex';
import { boxAround, type Box } from './geometry';
import { withoutProject } from './node-text';
import { roomAt, type Place, type Places } from './places';
import type { GraphNode, Hub, SharingGraph } from './sharing-graph';

/** How far a hull's line stands off the room of what is in it. */
const HULL_PAD = 7;

/** A project's containers in the picture, and the hubs that only they share. */
export interface ProjectMembers {
  project: string;
  /** Keys of nodes and hubs that have places. */
  keys: string[];
  /** How many of them are containers. */
  containers: number;
}

/** The project whose members alone share this namespace; null when it is nobody's. */
export function projectOfHub(
  { members }: Hub,
  nodeOf: (key: string) => GraphNode | undefined,
): string | null {
  const [first, ...others] = members.map((key) => nodeOf(key)?.project ?? null);
  return first !== undefined && others.every((project) => project === first) ? first : null;
}

/** The names of a hub's members, without what Compose put before those that are of one project. */
export function shortMemberNames(
  hub: Hub,
  nodeOf: (key: string) => GraphNode | undefined,
): string[] {
  const project = projectOfHub(hub, nodeOf);
  return hub.members.map((key) => withoutProject(nodeOf(key)?.container.name ?? key, project));
}

/**
 * The projects of which two or more containers stand in the picture, by name. Stopped ones on the
 * shelf are not among them.
 */
export function projectMembers({ nodes, hubs }: SharingGraph, places: Places): ProjectMembers[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const projects = new Map<string, ProjectMembers>();
  for (const { key, project } of nodes) {
    const place = places.get(key);
    if (project === null || place === undefined || place.room === 'stopped') continue;
    let members = projects.get(project);
    if (members === undefined) {
      members = { project, keys: [], containers: 0 };
      projects.set(project, members);
    }
    members.keys.push(key);
    members.containers += 1;
  }
  for (const hub of hubs) {
    const project = projectOfHub(hub, (key) => byKey.get(key));
    if (project !== null && places.has(hub.id)) projects.get(project)?.keys.push(hub.id);
  }
  return [...projects.values()]
    .filter(({ containers }) => containers > 1)
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
