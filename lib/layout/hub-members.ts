import { withoutProject } from './node-text';
import type { GraphNode, Hub } from '../sharing/graph';

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
  return hub.members.map((key) => withoutProject(nodeOf(key)?.named ?? key, project));
}
