import { drag, select, type D3DragEvent } from 'd3';
import type { Point } from '@lib/layout/geometry';

/** How far in screen pixels a pointer goes before it drags and no longer clicks. */
const SLACK = 4;

interface Held extends Point {
  key: string;
  /** Where it was taken up. */
  from: Point;
  moved: boolean;
}

interface NodeDragEvents {
  /** What a pointer that goes down here takes up, and where that stands in the world; null: nothing. */
  subjectAt: (target: EventTarget) => (Point & { key: string }) | null;
  /** With every step, where it is to stand now. */
  onDrag: (key: string, to: Point) => void;
}

/**
 * Moves what is in `world`, with mouse or finger, through d3-drag. A press that hardly moves stays a
 * click; what is being dragged does not pan (see {@link createZoomCamera}).
 */
export function createNodeDrag(
  svg: SVGSVGElement,
  world: SVGGElement,
  { subjectAt, onDrag }: NodeDragEvents,
): { destroy: () => void } {
  const behaviour = drag<SVGSVGElement, unknown, Held | null>()
    .container(() => world)
    .clickDistance(SLACK)
    .subject((event: { sourceEvent: Event }) => {
      const { target } = event.sourceEvent;
      const found = target === null ? null : subjectAt(target);
      return found === null ? null : { ...found, from: { x: found.x, y: found.y }, moved: false };
    })
    .on('drag', ({ subject, x, y }: D3DragEvent<SVGSVGElement, unknown, Held>) => {
      const scale = world.getScreenCTM()?.a ?? 1;
      const way = Math.hypot(x - subject.from.x, y - subject.from.y) * scale;
      if (way > SLACK) subject.moved = true;
      if (subject.moved) onDrag(subject.key, { x, y });
    });
  const canvas = select(svg);
  canvas.call(behaviour);
  return { destroy: () => void canvas.on('.drag', null) };
}
