import type { Point } from '../../layout/geometry';
import type { NetMessages } from '../../layout/lens-net/blocks';
import type { NetLayout, PlacedWire } from '../../layout/lens-net/placed';
import type { Mark } from '../mark';
import { found, lineMarks } from './net-line';
import type { WayLook } from './net-reach';
import type { NetRole } from './net-role';

export interface NetWireOf {
  placed: PlacedWire;
  /** Is it of a box that is selected? */
  selected: boolean;
  /** What is known then of what is sent by it. */
  look: readonly WayLook[];
}

/** How round the corners of a wire are. */
const ROUND = 5;
const PLUG = 8;

/** A wire with its plugs, from a device in a box to the rail, or the other box, that it leads to. */
export function wireMark({ placed, selected, look }: NetWireOf): Mark<NetRole> {
  const { wire, points, plug, label } = placed;
  const is = [...(selected ? ['lit', ...look] : []), ...(wire.kind === 'top' ? ['onTop'] : [])];
  const [start, end] = [points[0], points.at(-1)];
  const square = ({ x, y }: Point): Mark<NetRole> => ({
    ...{ kind: 'rect', role: 'plug', is, rx: 1.5, width: PLUG, height: PLUG },
    ...{ x: x - PLUG / 2, y: y - PLUG / 2 },
  });
  const from = `${wire.from.namespace} ${wire.from.name ?? String(wire.from.index)}`;
  const to = `${wire.to.namespace} ${wire.to.name ?? String(wire.to.index)}`;
  return found({ wire: wire.key, from, to }, [
    { kind: 'path', role: 'wire', is: ['halo'], d: pathOf(points) },
    { kind: 'path', role: 'wire', is, d: pathOf(points) },
    ...(start === undefined
      ? []
      : [
          {
            kind: 'circle',
            role: 'device',
            is: ['wired', ...is],
            cx: start.x,
            cy: start.y,
            r: 5,
          } as const,
        ]),
    ...(plug === null ? [] : [square(plug)]),
    ...(end === undefined ? [] : [square(end)]),
    ...(label === null ? [] : lineMarks(label.line, label.x, label.y)),
  ]);
}

/** A way with round corners. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, nth) => {
      const [before, after] = [points[nth - 1], points[nth + 1]];
      if (before === undefined) return `M${point.x},${point.y}`;
      if (after === undefined) return `L${point.x},${point.y}`;
      const [into, out] = [towards(point, before), towards(point, after)];
      return `L${into.x},${into.y}Q${point.x},${point.y} ${out.x},${out.y}`;
    })
    .join('');
}

/** The point that is a little way from one to another. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(ROUND, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** What is outside of the machine. */
export function outsideMarks({ outside }: NetLayout, messages: NetMessages): Mark<NetRole>[] {
  if (outside === null) return [];
  const { x, y, width, height } = outside;
  const text = (words: string, down: number, is: readonly string[]): Mark<NetRole> => ({
    ...{ kind: 'text', role: 'outsideText', is, text: words, size: 12 },
    ...{ x: x + width / 2, y: y + down },
  });
  return [
    { kind: 'rect', role: 'outside', x, y, width, height, rx: 8 },
    text(messages.outside, 24, ['strong']),
    ...messages.otherMachines.map((words, nth) => text(words, 44 + nth * 16, [])),
  ];
}

/** Wires of the machine's own devices, to what is outside. */
export function wiresOut({ outside }: NetLayout): Mark<NetRole>[] {
  return (outside?.wires ?? []).map(({ from, to, device, box }) =>
    found({ wire: `${box} ${device}`, from: `${box} ${device}`, to: 'outside' }, [
      { kind: 'path', role: 'wire', d: `M${from.x},${from.y}H${to.x}` },
      ...[from, to].map(
        ({ x, y }) =>
          ({
            kind: 'rect',
            role: 'plug',
            x: x - 4,
            y: y - 4,
            width: 8,
            height: 8,
            rx: 1.5,
          }) as const,
      ),
    ]),
  );
}
