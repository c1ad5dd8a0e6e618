import { fittedName, imageName, shortened, withoutProject } from './node-text';
import { CONTAINER_RING } from './ring';
import type { GraphNode } from './sharing-graph';

/** A line of text in the middle of a ring or under it; `y` is its baseline, the ring's middle is 0. */
export interface LabelLine {
  text: string;
  size: number;
  y: number;
}

/** What stands in a container's ring. */
export interface RingLabel {
  /** The name, its image and what is to be noted, for who is near. */
  near: { name: LabelLine[]; image: LabelLine; notes: LabelLine | null };
  /** From far the name is all there is. */
  far: LabelLine[];
}

/** The width of text inside a container's ring, and under a stopped one's. */
const INNER_WIDTH = 2 * CONTAINER_RING.inner - 8;
const STOPPED_WIDTH = 96;
/** The size of what is not the name. */
const DETAIL = 10;

/** @param notes what is peculiar: that it is paused, that its engine does not answer */
export function ringLabel(node: GraphNode, notes: readonly string[]): RingLabel {
  const { lines, size } = fittedNameOf(node, 'near');
  const noted = notes.length > 0;
  const top = -(lines.length - 1) * size * 0.55 - (noted ? 6 : 0);
  const below = top + (lines.length - 1) * size * 1.1 + 15;
  const far = fittedNameOf(node, 'far');
  const image = shortened(imageName(node.container.image), INNER_WIDTH - 8, DETAIL);
  return {
    near: {
      name: lines.map((text, index) => ({ text, size, y: top + index * size * 1.1 + 2 })),
      image: { text: image, size: DETAIL, y: below },
      notes: noted
        ? {
            text: shortened(notes.join(' · '), INNER_WIDTH - 12, DETAIL),
            size: DETAIL,
            y: below + 13,
          }
        : null,
    },
    far: far.lines.map((text, index) => ({
      text,
      size: far.size,
      y: (index - (far.lines.length - 1) / 2 + 0.35) * far.size,
    })),
  };
}

/** What stands under the small ring of a container that has no process. */
export function stoppedLabel(
  { container }: GraphNode,
  notes: readonly string[],
): { name: LabelLine; notes: LabelLine } {
  return {
    name: { text: shortened(container.name, STOPPED_WIDTH, 11), size: 11, y: 28 },
    notes: { text: notes.join(' · '), size: DETAIL, y: 41 },
  };
}

/** The whole name, or where it is too long, what it does not have in common with its project's. */
function fittedNameOf({ container, project }: GraphNode, seen: 'near' | 'far') {
  const whole = fittedName(container.name, INNER_WIDTH, seen);
  const isCut = whole.lines.some((line) => line.endsWith('…'));
  return isCut ? fittedName(withoutProject(container.name, project), INNER_WIDTH, seen) : whole;
}
