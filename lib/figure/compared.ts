import { toldSandboxes } from '../facts/differences';
import { toldGone } from '../facts/gone';
import { sansWidth } from '../layout/node-text';
import { containerKey } from '../model/ids';
import { baseline } from '../scene/baseline';
import { DIFFERENCES, type Comparison, type Difference } from '../timeline/difference';
import type { View } from '../view-state/view-state';
import { differenceNode, SIGN } from './difference-node';
import type { Drawing } from './drawing';
import { MARGIN } from './frame';
import type { SvgNode } from './svg';
import { textLine } from './text';

const SIZE = 12;
const LINE = 22;
const GAP = 24;
/** From the middle of a sign to its words. */
const BESIDE = SIGN / 2 + 6;

/** Views in which every container that is different has its sign, and what is gone a place. */
const SIGNED: readonly View[] = ['sharing', 'matrix'];

/** What stands below a picture, how high that is, and the same for who does not see it. */
interface Below {
  height: number;
  /** @param y where it begins */
  draw: (y: number) => SvgNode[];
  described: string;
}

/**
 * What stands below a picture whose moment is compared with another: which two those are, and what the signs mean; where
 * the view has no place for them, what is different, a line for each container.
 *
 * @param moments which two, in words
 */
export function comparedBelow(
  comparison: Comparison,
  moments: string,
  view: View,
  drawing: Drawing,
): Below {
  const { palette } = drawing.ink;
  const { timeline, figure } = drawing.messages;
  const lines = linesOf(comparison, view, drawing);
  const isRow = SIGNED.includes(view);
  const entries = isRow
    ? DIFFERENCES.map((difference) => ({ difference, text: timeline.signs[difference] }))
    : lines;
  const texts = lines.map(({ text }) => text);
  return {
    height: (1 + (isRow ? 1 : entries.length)) * LINE + 12,
    described: figure.compared(moments, texts),
    draw: (top) => {
      let x = MARGIN;
      const line = (nth: number) => top + (nth + 0.5) * LINE;
      return [
        textLine(moments, MARGIN, baseline(line(0), SIZE), {
          size: SIZE,
          fill: palette['text-dim'],
        }),
        ...entries.flatMap(({ difference, text }, index) => {
          const left = x;
          if (isRow) x += SIGN + BESIDE + sansWidth(text, SIZE) + GAP;
          const at = { x: left + SIGN / 2, y: line(isRow ? 1 : 1 + index) };
          return entryAt(difference, text, at, drawing);
        }),
      ];
    },
  };
}

function linesOf(
  comparison: Comparison,
  view: View,
  drawing: Drawing,
): { difference: Difference; text: string }[] {
  const { snapshot, whole, viewState, messages } = drawing;
  const shown = new Set(snapshot.containers.map(containerKey));
  const type = view === 'lens' ? viewState.lens : null;
  const gone = new Map(
    toldGone(comparison, whole, type, messages).map(({ key, detail }) => [key, detail]),
  );
  const sandboxes = viewState.sandboxes === null ? [] : toldSandboxes(comparison, messages);
  const outside = sandboxes.map(({ difference, name, detail }) => {
    return { difference, text: `${name}: ${messages.timeline.signs[difference]}, ${detail}` };
  });
  const containers = comparison.different.flatMap(({ difference, container, name }) => {
    if (difference !== 'went' && !shown.has(containerKey(container))) return [];
    const detail = gone.get(containerKey(container));
    const word = messages.timeline.signs[difference];
    const said = detail === undefined ? word : `${word}, ${detail}`;
    return { difference, text: `${name}: ${said}` };
  });
  return [...containers, ...outside];
}

function entryAt(
  difference: Difference,
  text: string,
  { x, y }: { x: number; y: number },
  { ink: { palette } }: Drawing,
): SvgNode[] {
  return [
    differenceNode(difference, { x, y, scale: 1 }, palette),
    textLine(text, x + BESIDE, baseline(y, SIZE), { size: SIZE, fill: palette['text-dim'] }),
  ];
}
