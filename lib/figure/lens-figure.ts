import { boxTitle, condensedText, SAID, stripText } from '../layout/lens/box-text';
import type { DotLook } from '../layout/lens/dot-look';
import { dotText, shownPid } from '../layout/lens/dot-text';
import { lensBoxes, UNKNOWN_BOX } from '../layout/lens/lens-boxes';
import { layOutLens, type PlacedBox, type PlacedDot } from '../layout/lens/lens-layout';
import { chosenIn } from '../select/chosen';
import { containerColours, inLegend, plainTint } from '../select/container-colour';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { dotEntry, legendHeight, legendOf } from './legend';
import { mix } from './palette';
import { group, node, type SvgNode } from './svg';
import { baseline, textLine } from './text';

/** The bar of the one kernel, and what is free above it. */
const KERNEL = { height: 32, gap: 12 };

interface Pen extends Drawing {
  chosen: ReadonlySet<string>;
  /** The colour of a process's container; null for a process of none. */
  colourOf: (container: string | null) => string | null;
  look: DotLook;
}

/** One box for each namespace of the lens's type, a dot for each process in it. */
export function lensFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, size, messages, ink, page } = drawing;
  const { palette } = ink;
  const { lens: type } = viewState;
  const title = heading(messages.lens.titles[type], messages.lens.leads[type], size, palette);
  const tints = containerColours(whole);
  const colourOf = (container: string | null) => {
    const tint = container === null ? undefined : tints.get(container);
    return tint === undefined ? null : plainTint(tint, page);
  };
  const grey = palette['line-strong'];
  const entries = inLegend(snapshot, tints)?.map(({ id, name }) =>
    dotEntry(colourOf(id) ?? grey, name),
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
  const pen: Pen = {
    ...drawing,
    colourOf,
    look: layout.look,
    chosen: chosenIn(whole, viewState.select),
  };
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
        layout.boxes.map((placed) => boxDrawing(placed, pen)),
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

function boxDrawing(placed: PlacedBox, pen: Pen): SvgNode {
  const { box, x, y, width, height, dots } = placed;
  const { viewState, whole, messages, ink, chosen, look } = pen;
  const { palette } = ink;
  const type = viewState.lens;
  const hue = palette[`type-${type}`];
  const title = boxTitle(placed, look, type, whole.processes.length, messages.lens);
  const isChosen = chosen.has(box.key);
  const shape = box.host
    ? { fill: palette.surface, stroke: palette['line-strong'] }
    : box.key === UNKNOWN_BOX
      ? { fill: 'none', stroke: palette['line-strong'], 'stroke-dasharray': '5 4' }
      : { fill: mix(hue, 7, palette.ground), stroke: hue };
  return group({ 'data-box': box.key, 'data-count': box.dots.length + box.condensed }, [
    node('rect', { x, y, width, height, rx: 10, ...shape, 'stroke-width': isChosen ? 3 : 1.75 }),
    ...(isChosen
      ? [
          node('rect', {
            x: x + 3,
            y: y + 3,
            width: width - 6,
            height: look.title - 6,
            rx: 8,
            fill: palette['surface-selected'],
          }),
        ]
      : []),
    ...(title.name === null
      ? []
      : [
          textLine(title.name.text, title.name.x, title.name.y, {
            size: title.name.size,
            weight: 600,
            mono: true,
            fill: palette.text,
          }),
        ]),
    ...(title.said === null
      ? []
      : [
          textLine(title.said.text, title.said.x, title.said.y, {
            size: SAID,
            fill: palette['text-dim'],
          }),
        ]),
    ...stripDrawing(placed, pen),
    ...dots.map((dot) => dotDrawing(dot, pen)),
  ]);
}

function stripDrawing({ box, strip }: PlacedBox, { messages, ink: { palette } }: Pen): SvgNode[] {
  if (strip === null) return [];
  const { dots, text, x, y } = stripText(box, strip, [condensedText(box, messages.lens)]);
  return [
    ...dots.map((dot) =>
      node('circle', { cx: dot.x, cy: dot.y, r: dot.radius, fill: palette['line-strong'] }),
    ),
    textLine(text, x, y, { size: SAID, fill: palette['text-dim'] }),
  ];
}

function dotDrawing({ process, x, y }: PlacedDot, pen: Pen): SvgNode {
  const { messages, ink, look, colourOf, chosen } = pen;
  const { palette } = ink;
  const colour = colourOf(process.container);
  const { number, below } = dotText(process, look);
  const isChosen = process.container !== null && chosen.has(process.container);
  return group(
    {
      transform: `translate(${x.toFixed(2)},${y.toFixed(2)})`,
      'data-process': process.pid,
      'data-shown-pid': shownPid(process),
    },
    [
      node('circle', {
        r: look.radius,
        fill: colour ?? palette['line-strong'],
        ...(isChosen
          ? { stroke: palette.text, 'stroke-width': 3, 'stroke-dasharray': '3 2.5' }
          : {}),
      }),
      ...(number === null
        ? []
        : [
            textLine(number.text, 0, baseline(0, number.size), {
              size: number.size,
              weight: 700,
              anchor: 'middle',
              fill: colour === null ? palette.text : palette.ground,
            }),
          ]),
      ...(below === null
        ? []
        : [
            textLine(below.command.text, 0, below.command.y, {
              size: below.command.size,
              anchor: 'middle',
              mono: true,
              fill: palette.text,
            }),
            textLine(messages.lens.onHost(process.pid), 0, below.host.y, {
              size: below.host.size,
              anchor: 'middle',
              fill: palette['text-dim'],
            }),
          ]),
    ],
  );
}
