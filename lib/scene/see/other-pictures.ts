import type { CgroupInside } from '../../inside/cgroup';
import { clockOf } from '../../inside/clock';
import type { Inside } from '../../inside/inside';
import type { UtsInside } from '../../inside/uts';
import type { Container } from '../../model/container';
import { idOutside } from '../../model/id-map';
import type { Snapshot } from '../../model/snapshot';
import { leaderOf } from '../../select/leader-of';
import type { Mark } from '../mark';
import type { SeeRole } from './see-role';
import { seeText } from './see-text';

type Of<Type extends Inside['type']> = Extract<Inside, { type: Type }>;

const LEFT = 6;
const RIGHT = 86;

/** Two rulers, inside above and outside below; what leads from uid 0 to whom that is: straight down where it is root. */
export function userPicture({ uidMap }: Of<'user'>): readonly Mark<SeeRole>[] {
  if (uidMap === null) return [];
  const root = idOutside(uidMap, 0);
  const ruler = (y: number): Mark<SeeRole> => {
    return { kind: 'line', role: 'faint', from: { x: LEFT, y }, to: { x: RIGHT, y } };
  };
  const rungs = Array.from({ length: 5 }, (_, index): Mark<SeeRole> => {
    const x = LEFT + index * 16;
    const below = root === 0 ? x : Math.min(x + 16, RIGHT);
    return { kind: 'line', role: 'faint', from: { x, y: 6 }, to: { x: below, y: 26 } };
  });
  if (root === null) return [ruler(6), ruler(26)];
  const role = root === 0 ? 'bad' : 'solid';
  const below = root === 0 ? LEFT : LEFT + 16;
  return [
    ruler(6),
    ruler(26),
    ...rungs,
    { kind: 'line', role, from: { x: LEFT, y: 6 }, to: { x: below, y: 26 } },
    { kind: 'circle', role, cx: LEFT, cy: 6, r: 4 },
    { kind: 'circle', role, cx: below, cy: 26, r: 4 },
  ];
}

/** So many objects have room. */
const OBJECTS = 8;

/** The room for shared memory, as full as it is, and a square for each object in it; broken where all that is empty. */
export function ipcPicture(inside: Of<'ipc'>): readonly Mark<SeeRole>[] {
  const { segments, semaphores, queues, shmMount, unreadable } = inside;
  const lists = [segments, semaphores, queues];
  const isRoomKnown = unreadable.shmMount === undefined;
  if (!isRoomKnown && lists.every((list) => list === null)) return [];
  const isAllKnown = isRoomKnown && lists.every((list) => list !== null);
  const objects = lists.reduce((n, list) => n + (list?.length ?? 0), 0);
  const used =
    shmMount === null || shmMount.sizeBytes === null || shmMount.sizeBytes === 0
      ? 0
      : Math.min(1, shmMount.usedBytes / shmMount.sizeBytes);
  const isEmpty = isAllKnown && objects === 0 && (shmMount?.usedBytes ?? 0) === 0;
  const room = { x: 2, y: 5, width: 76, height: 22, rx: 4 } as const;
  return [
    ...(used > 0
      ? ([{ kind: 'rect', role: 'pale', ...room, width: Math.max(3, 76 * used) }] as const)
      : []),
    { kind: 'rect', role: 'edge', is: isEmpty ? ['broken'] : [], ...room },
    ...Array.from({ length: Math.min(objects, OBJECTS) }, (_, index): Mark<SeeRole> => {
      return { kind: 'rect', role: 'solid', x: 8 + index * 8.5, y: 13, width: 6, height: 6, rx: 1 };
    }),
    ...(isAllKnown ? [] : [seeText(room.x + room.width + 4, '?')]),
  ];
}

/** A label with a name of so many letters on it. */
export function utsPicture({ hostname }: UtsInside): readonly Mark<SeeRole>[] {
  if (hostname === null) return [];
  const letters = Math.min(hostname.length, 12);
  return [
    { kind: 'path', role: 'pale', d: 'M2,16 L12,6 H90 a3,3 0 0 1 3,3 V23 a3,3 0 0 1 -3,3 H12 Z' },
    { kind: 'circle', role: 'edge', cx: 14, cy: 16, r: 2.5 },
    ...Array.from({ length: letters }, (_, index): Mark<SeeRole> => {
      return {
        kind: 'rect',
        role: 'solid',
        x: 23 + index * 5.5,
        y: 14,
        width: 3.5,
        height: 4,
        rx: 0.5,
      };
    }),
  ];
}

/** So many steps of a path have room, each so wide at the most, in so much room. */
const DEPTH = 4;
const STEP = 24;
const ROOM = 80;

/** The way from the machine's root to its cgroup; what it takes for the root is filled. */
export function cgroupPicture(
  snapshot: Snapshot,
  container: Container,
  { root }: CgroupInside,
): readonly Mark<SeeRole>[] {
  const own = leaderOf(snapshot, container)?.cgroup ?? root;
  if (own === null) return [];
  const steps = (path: string) => path.split('/').filter((step) => step !== '').length;
  const depth = Math.min(steps(own), DEPTH);
  const seenAt = root === null ? -1 : Math.min(steps(root), depth);
  const levels = Math.max(1, depth);
  const step = Math.min(STEP, ROOM / levels);
  const at = (level: number) => ({ x: 8 + level * step, y: 7 + level * (18 / levels) });
  return [
    ...Array.from({ length: depth }, (_, level): Mark<SeeRole> => {
      const [from, to] = [at(level), at(level + 1)];
      return { kind: 'path', role: 'faint', d: `M${from.x},${from.y} V${to.y} H${to.x}` };
    }),
    ...Array.from({ length: depth + 1 }, (_, level): Mark<SeeRole> => {
      const { x, y } = at(level);
      return {
        kind: 'circle',
        role: level === seenAt ? 'solid' : 'edge',
        ...{ cx: x, cy: y, r: level === seenAt ? 4.5 : 3 },
      };
    }),
  ];
}

/** The host's clock and its own, equal or not. */
export function timePicture({ boottimeNs, monotonicNs }: Of<'time'>): readonly Mark<SeeRole>[] {
  const offsets = [boottimeNs, monotonicNs].filter((offset) => offset !== null);
  if (offsets.length === 0) return [];
  const isSame = offsets.every((offset) => clockOf(offset).ahead === null);
  const clock = (cx: number, hand: string): Mark<SeeRole>[] => [
    { kind: 'circle', role: 'edge', cx, cy: 16, r: 11 },
    { kind: 'path', role: 'edge', d: `M${cx},9 V16 ${hand}` },
  ];
  return [
    ...clock(14, 'L19,19'),
    { kind: 'path', role: 'faint', d: 'M34,13 H46 M34,19 H46' },
    ...(isSame ? [] : ([{ kind: 'path', role: 'solid', d: 'M36,24 L44,8' }] as const)),
    ...clock(66, isSame ? 'L71,19' : 'L60,13'),
  ];
}
