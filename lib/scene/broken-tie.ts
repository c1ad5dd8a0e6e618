import { CONTAINER_RING } from '../layout/ring';
import type { NamespaceType } from '../model/namespace-type';
import type { GroupMark } from './mark';
import type { SharingRole } from './sharing-role';

export interface BrokenTieOf {
  type: NamespaceType;
  /** The node that was configured to share, its container, and where it stands. */
  from: string;
  fromId: string;
  fromX: number;
  fromY: number;
  /** The container that it was to share with, and where that stands. */
  toId: string;
  toX: number;
  toY: number;
}

/** How far the line swings out, away from both rings. */
const SWING = 70;
const GAP = 11;
const CROSS = 5;

/**
 * From the arc of one container to that of another that it was configured to share with and does not:
 * dots that are cut in the middle by a cross. No tie looks like it, and no diamond is at its end.
 */
export function brokenTieMark(of: BrokenTieOf): GroupMark<SharingRole> {
  const { anchor, normal } = CONTAINER_RING.arcs[of.type];
  const a = { x: of.fromX + anchor.x, y: of.fromY + anchor.y };
  const b = { x: of.toX + anchor.x, y: of.toY + anchor.y };
  const out = { x: round(normal.x * SWING), y: round(normal.y * SWING) };
  // The middle of a cubic curve whose handles both point out.
  const x = round((a.x + b.x) / 2 + 0.75 * out.x);
  const y = round((a.y + b.y) / 2 + 0.75 * out.y);
  const to = (point: { x: number; y: number }) => `${round(point.x)},${round(point.y)}`;
  const handle = (point: { x: number; y: number }) =>
    to({ x: point.x + out.x, y: point.y + out.y });
  return {
    kind: 'group',
    role: 'brokenTie',
    hue: of.type,
    data: { 'broken-tie': of.type, from: of.fromId, to: of.toId },
    page: { 'from-key': of.from },
    children: [
      { kind: 'path', role: 'brokenLine', d: `M${to(a)}C${handle(a)} ${handle(b)} ${to(b)}` },
      { kind: 'circle', role: 'brokenGap', cx: x, cy: y, r: GAP },
      {
        kind: 'path',
        role: 'brokenSign',
        d: `M${x - CROSS},${y - CROSS}l${2 * CROSS},${2 * CROSS}m0,${-2 * CROSS}l${-2 * CROSS},${2 * CROSS}`,
      },
    ],
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
