import {
  fittedName,
  imageName,
  nameFromFar,
  sansWidth,
  shortened,
  withoutProject,
} from './node-text';
import { CONTAINER_RING } from './ring';
import type { GraphNode } from '../sharing/graph';
import { SLOT_WIDTH } from './slot-size';

/** A line of text in the middle of a ring or under it; `y` is its baseline, the ring's middle is 0. */
export interface LabelLine {
  text: string;
  size: number;
  y: number;
}

/** What stands in a container's ring: the name, its image and what is to be noted. */
export interface RingLabel {
  name: LabelLine[];
  image: LabelLine;
  notes: LabelLine | null;
}

/** The width of text inside a container's ring, and under a stopped one's. */
const INNER_WIDTH = 2 * CONTAINER_RING.inner - 8;
const STOPPED_WIDTH = 96;
/** The width of a name that does not fit into its ring: up to the ring beside it. */
const ACROSS_WIDTH = SLOT_WIDTH - 14;
/** The size of what is not the name. */
const DETAIL = 10;
/** The same from the back row. */
const NOTED = 16;

/** What a label tells of a node. */
type Labelled = Pick<GraphNode, 'container' | 'project'>;

/** @param notes what is peculiar: that it is paused, that its engine does not answer */
export function ringLabel(node: Labelled, notes: readonly string[]): RingLabel {
  const { lines, size } = fittedNameOf(node);
  const noted = notes.length > 0;
  const top = -(lines.length - 1) * size * 0.55 - (noted ? 6 : 0);
  const below = top + (lines.length - 1) * size * 1.1 + 15;
  const image = shortened(imageName(node.container.image), INNER_WIDTH - 8, DETAIL);
  return {
    name: lines.map((text, index) => ({ text, size, y: top + index * size * 1.1 + 2 })),
    image: { text: image, size: DETAIL, y: below },
    notes: noted
      ? {
          text: shortened(notes.join(' · '), INNER_WIDTH - 12, DETAIL),
          size: DETAIL,
          y: below + 13,
        }
      : null,
  };
}

/** The name alone, for who is far. @param least the size that it has at the least */
export function farLabel({ container, project }: Labelled, least: number): LabelLine[] {
  // The ground tells the project.
  const name = withoutProject(container.name, project);
  const width = { inside: INNER_WIDTH, across: ACROSS_WIDTH };
  const { lines, size } = nameFromFar(name, width, least);
  return lines.map((text, index) => ({
    text,
    size,
    y: (index - (lines.length - 1) / 2 + 0.35) * size,
  }));
}

/**
 * What stands under the small ring of a container that has no process.
 *
 * @param least the size that its name has at the least
 * @param top where it begins, below the ring
 */
export function stoppedLabel(
  { container, project }: Labelled,
  notes: readonly string[],
  least: number | null,
  top = 17,
): { name: LabelLine; notes: LabelLine } {
  const size = least ?? 11;
  const fits = sansWidth(container.name, size) <= STOPPED_WIDTH;
  const name = fits ? container.name : withoutProject(container.name, project);
  return {
    name: { text: shortened(name, STOPPED_WIDTH, size), size, y: top + size },
    notes: {
      text: notes.join(' · '),
      size: least === null ? DETAIL : NOTED,
      y: least === null ? 41 : top + size + NOTED + 1,
    },
  };
}

/** The whole name, or where it is too long, what it does not have in common with its project's. */
function fittedNameOf({ container, project }: Labelled) {
  const whole = fittedName(container.name, INNER_WIDTH);
  const isCut = whole.lines.some((line) => line.endsWith('…'));
  return isCut ? fittedName(withoutProject(container.name, project), INNER_WIDTH) : whole;
}
