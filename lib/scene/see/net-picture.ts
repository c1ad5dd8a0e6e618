import type { Device, NetInside } from '../../inside/net';
import type { Mark } from '../mark';
import type { SeeRole } from './see-role';
import { seeText } from './see-text';

/** So many wires have room. */
const MOST = 3;
const BOX = { x: 2, y: 7, width: 32, height: 18, rx: 3 } as const;

/**
 * A box with a wire for each of its devices that lead out: broken for one that is not up, to a wall of ports for
 * one end of a pair, to a ring for one of the machine. A dot in the box for each port that listens. A question mark
 * stands for those of which nothing is known.
 */
export function netPicture(inside: NetInside): readonly Mark<SeeRole>[] {
  if (inside.devices === null && inside.listening === null) return [];
  const devices = (inside.devices ?? []).filter(
    ({ kind, name }) => kind !== 'loopback' && name !== 'lo',
  );
  const ports = new Set((inside.listening ?? []).map(({ port }) => port)).size;
  const shown = devices.slice(0, MOST);
  const step = BOX.height / (shown.length + 1);
  const wires = shown.flatMap((device, index) => wireMarks(device, BOX.y + step * (index + 1)));
  const walls = shown.some(isPair)
    ? ([{ kind: 'line', role: 'faint', from: { x: 72, y: 3 }, to: { x: 72, y: 29 } }] as const)
    : [];
  return [
    { kind: 'rect', role: 'pale', ...BOX },
    ...Array.from({ length: Math.min(ports, MOST) }, (_, index): Mark<SeeRole> => {
      return { kind: 'circle', role: 'solid', cx: 10 + index * 8, cy: 16, r: 2.5 };
    }),
    ...(inside.listening === null ? [seeText(10, '?')] : []),
    ...(inside.devices === null ? [seeText(BOX.x + BOX.width + 6, '?')] : []),
    ...walls,
    ...wires,
  ];
}

function isPair({ kind }: Device): boolean {
  return kind === 'veth';
}

function wireMarks(device: Device, y: number): Mark<SeeRole>[] {
  const end = isPair(device) ? 72 : 66;
  const from = { x: BOX.x + BOX.width, y };
  return [
    {
      kind: 'line',
      role: 'wire',
      is: device.state === 'up' ? [] : ['broken'],
      from,
      to: { x: end, y },
    },
    isPair(device)
      ? { kind: 'line', role: 'faint', from: { x: 72, y }, to: { x: 94, y } }
      : { kind: 'circle', role: 'edge', cx: end + 4, cy: y, r: 3.5 },
  ];
}
