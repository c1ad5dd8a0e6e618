import { projectName, projectNameY, type Detail } from '../layout/detail';
import type { ProjectHull } from '../layout/drawn-hulls';
import { inkBaseline } from './baseline';
import type { GroupMark, TextMark } from './mark';
import type { SharingRole } from './sharing-role';

/** The quiet ground on which the containers of one Compose project stand. */
export function projectMark({
  project,
  path,
}: Pick<ProjectHull, 'project' | 'path'>): GroupMark<SharingRole> {
  return {
    kind: 'group',
    role: 'project',
    data: { project },
    children: [
      // Shapes that overlap are one: the line around them all is what the fill leaves of their lines.
      { kind: 'path', role: 'shore', d: path },
      { kind: 'path', role: 'land', d: path },
    ],
  };
}

/** Its name on the edge, above all else: it may be on the edge of a ring. Null where it has no room. */
export function projectNameMark(
  { project, name }: ProjectHull,
  detail: Detail,
): TextMark<SharingRole> | null {
  const size = projectName(detail);
  const text = name.written.find((each) => each.size === size)?.text;
  if (text === undefined) return null;
  return {
    kind: 'text',
    role: 'projectName',
    page: { 'project-name': project },
    x: name.x,
    y: inkBaseline(projectNameY(name, size), size),
    size,
    text,
  };
}
