import { projectName, projectNameY, type Detail } from '../layout/detail';
import type { ProjectHull } from '../layout/drawn-hulls';
import { mix } from './palette';
import type { Ink } from './ring-drawing';
import { group, node, type SvgNode } from './svg';
import { inkBaseline, textLine } from './text';

/** The quiet ground on which the containers of one Compose project stand. */
export function hullDrawing({ project, path }: ProjectHull, { palette }: Ink): SvgNode {
  const shore = mix(palette['text-dim'], 40, palette.ground);
  const land = mix(palette['text-dim'], 5, palette.ground);
  return group({ 'data-project': project }, [
    node('path', { d: path, fill: 'none', stroke: shore, 'stroke-width': 2.5 }),
    node('path', { d: path, fill: land }),
  ]);
}

/** Above all else, for it may be on the edge of a ring or in the way of a tie; none where it has no room. */
export function hullName({ name }: ProjectHull, detail: Detail, { palette }: Ink): SvgNode[] {
  const size = projectName(detail);
  if (name.largest < size) return [];
  return [
    textLine(name.text, name.x, inkBaseline(projectNameY(name, size), size), {
      size,
      weight: 600,
      anchor: 'middle',
      fill: palette['text-dim'],
      edge: { colour: palette.ground, width: 7 },
    }),
  ];
}
