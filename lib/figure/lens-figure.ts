import { baseline } from '../scene/baseline';
import { toldInPod } from '../model/container-names';
import { namesTold } from '../model/container-ref';
import { chosenIn } from '../select/chosen';
import { containerColours, inLegend, plainTint, tintOf } from '../select/container-colour';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { dotEntry, legendHeight, legendOf } from './legend';
import { LENS_PICTURES } from './lens-pictures';
import { group, node } from './svg';
import { textLine } from './text';

/** The bar of the one kernel, and what is free above it. */
const KERNEL = { height: 32, gap: 12 };

/** One box for each namespace of the lens's type, a dot for each process in it. */
export function lensFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, insides, layers, reaches, size, messages, ink, page } =
    drawing;
  const { palette } = ink;
  const { lens: type } = viewState;
  const title = heading(
    messages.lens.titles[type],
    messages.lens.lead(type, insides.size > 0),
    size,
    palette,
  );
  const tints = containerColours(whole);
  const plain = new Map([...tints].map(([id, tint]) => [id, plainTint(tint, page)]));
  const nameOf = namesTold(whole);
  const grey = palette['line-strong'];
  const entries = inLegend(snapshot, tints)?.map(({ container, processes }) =>
    dotEntry(
      tintOf(plain, container) ?? grey,
      messages.lens.legendEntry(toldInPod(container, nameOf(container)), processes),
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
  const picture = LENS_PICTURES[type](
    {
      ...{ snapshot, whole, type, insides, layers, reaches, room, messages },
      colours: plain,
      chosen: chosenIn(whole, viewState.select),
      opened: new Set(),
      opens: false,
    },
    ink,
  );
  // Many maps side by side take more than was asked for.
  const width = Math.max(size.width, picture.size.width + 2 * MARGIN);
  const kernel = title.bottom + picture.size.height + KERNEL.gap;
  const height = kernel + KERNEL.height + legendHeight(legend);
  return {
    title: messages.lens.titles[type],
    size: { width, height },
    defs: [],
    head: title.nodes,
    picture: [
      group({ transform: `translate(${MARGIN},${title.bottom})` }, picture.nodes),
      node('rect', {
        x: MARGIN,
        y: kernel,
        width: width - 2 * MARGIN,
        height: KERNEL.height,
        rx: 8,
        fill: palette['surface-raised'],
        stroke: palette.line,
      }),
      textLine(
        messages.lens.kernel(snapshot.host.kernel),
        width / 2,
        baseline(kernel + KERNEL.height / 2, 13),
        { size: 13, weight: 600, anchor: 'middle', fill: palette.text },
      ),
    ],
    legend: legend.at(height),
  };
}
