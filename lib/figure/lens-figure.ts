import { lensBoxes } from '../layout/lens/lens-boxes';
import { layOutLens } from '../layout/lens/lens-layout';
import { baseline } from '../scene/baseline';
import type { LensRole } from '../scene/lens-role';
import { LensScenes, type LensBoxWithDots } from '../scene/lens-scene';
import type { Mark } from '../scene/mark';
import { chosenIn } from '../select/chosen';
import { containerColours, inLegend, plainTint, tintOf } from '../select/container-colour';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { dotEntry, legendHeight, legendOf } from './legend';
import { lensLooks } from './lens-look';
import { drawn } from './marks';
import { group, node } from './svg';
import { textLine } from './text';

/** The bar of the one kernel, and what is free above it. */
const KERNEL = { height: 32, gap: 12 };

/** One box for each namespace of the lens's type, a dot for each process in it. */
export function lensFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, size, messages, ink, page } = drawing;
  const { palette } = ink;
  const { lens: type } = viewState;
  const title = heading(messages.lens.titles[type], messages.lens.leads[type], size, palette);
  const tints = containerColours(whole);
  const plain = new Map([...tints].map(([id, tint]) => [id, plainTint(tint, page)]));
  const grey = palette['line-strong'];
  const entries = inLegend(snapshot, tints)?.map(({ container, processes }) =>
    dotEntry(
      tintOf(plain, container) ?? grey,
      messages.lens.legendEntry(container.name, processes),
    ),
  );
  const legend = legendOf(
    entries === undefined ? [] : [...entries, dotEntry(grey, messages.model.host)],
    drawing,
  );
  const below = KERNEL.gap + KERNEL.height + legendHeight(legend);
  const room = {
    width: size.width - 2 * MARGIN,
    height: Math.max(size.height - title.bottom - below, 160),
  };
  const layout = layOutLens(lensBoxes(snapshot, type, new Set()), room);
  const boxes = new LensScenes().draw({
    snapshot,
    total: whole.processes.length,
    type,
    layout,
    colours: plain,
    chosen: chosenIn(whole, viewState.select),
    opens: false,
    messages: messages.lens,
  });
  const kernel = title.bottom + layout.size.height + KERNEL.gap;
  const height = kernel + KERNEL.height + legendHeight(legend);
  return {
    title: messages.lens.titles[type],
    size: { width: size.width, height },
    defs: [],
    content: [
      ...title.nodes,
      group(
        { transform: `translate(${MARGIN},${title.bottom})` },
        drawn(boxes.map(boxMark), lensLooks(ink)),
      ),
      node('rect', {
        x: MARGIN,
        y: kernel,
        width: room.width,
        height: KERNEL.height,
        rx: 8,
        fill: palette['surface-raised'],
        stroke: palette.line,
      }),
      textLine(
        messages.lens.kernel(snapshot.host.kernel),
        size.width / 2,
        baseline(kernel + KERNEL.height / 2, 13),
        { size: 13, weight: 600, anchor: 'middle', fill: palette.text },
      ),
      ...legend.at(height),
    ],
  };
}

/** A box as one mark, with all that is in it. */
function boxMark({ box, dots }: LensBoxWithDots): Mark<LensRole> {
  const { frame, outline, head, strip } = box;
  const things = [head, ...(strip === null ? [] : [strip])];
  return {
    ...frame,
    children: [
      outline,
      ...things.flatMap(({ drawing }) => drawing.children),
      ...dots.map(({ drawing }) => drawing),
    ],
  };
}
