import type { Messages } from '../../i18n/messages';
import type { PlacedCord, PlacedEnd } from '../../layout/lens-mnt/placed';
import { monoWidth } from '../../layout/mono-text';
import { sansWidth } from '../../layout/node-text';
import { warningAt } from './icons';
import type { MntMark } from './mnt-role';
import { fitted, pathWithEnds, SIZE, words } from './words';

const ROUND = 6;
const PLUG = { width: 8, height: 13 };
/** Where what is written on a lane begins, after the host's edge. */
const INSET = 14;
const GAP = 10;

/** Something of the host, and the way from there to wherever it is mounted. */
export function cordMarks(placed: PlacedCord, messages: Messages): MntMark {
  const { cord, lane, x, ends } = placed;
  const is = cord.danger === null ? [] : ['danger'];
  return {
    kind: 'group',
    role: 'mntPart',
    hue: 'mnt',
    data: { wire: cord.source, from: ':host', to: ends.map(({ to }) => to).join(' ') },
    children: [
      ...ends.map((end) => ({
        kind: 'path' as const,
        role: 'cord' as const,
        is,
        d: wayOf(x, lane, end),
      })),
      ...ends.slice(0, -1).map(({ turn }) => ({
        kind: 'circle' as const,
        role: 'joint' as const,
        is,
        cx: turn - ROUND,
        cy: lane,
        r: 3,
      })),
      plug(x, lane, is),
      ...ends.map((end) => plug(end.x, end.y, [...is, ...(end.writable ? [] : ['ro'])])),
      ...labelMarks(placed, messages),
    ],
  };
}

function wayOf(x: number, lane: number, { turn, x: to, y }: PlacedEnd): string {
  return [
    `M${x},${lane}H${turn - ROUND}`,
    `Q${turn},${lane} ${turn},${lane + ROUND}`,
    `V${y - ROUND}`,
    `Q${turn},${y} ${turn + ROUND},${y}H${to}`,
  ].join('');
}

function plug(x: number, y: number, is: readonly string[]): MntMark {
  const { width, height } = PLUG;
  return {
    kind: 'rect',
    role: 'plug',
    is,
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: 2,
  };
}

/** Above the line: what it is, and why it matters. */
function labelMarks(
  { cord, lane, x, room, ends }: PlacedCord,
  { inside, lensMnt }: Messages,
): MntMark[] {
  const y = lane - 5;
  const left = x + INSET;
  const width = Math.max(60, room - INSET - 12);
  const { source, volume, danger } = cord;
  if (danger !== null) {
    const text = pathWithEnds(source, width - 16);
    const after = left + 16 + monoWidth(text, SIZE) + GAP;
    const rest = left + width - after;
    const isWritable = ends.some(({ writable }) => writable);
    const why = inside.dangerSaid(danger, source, isWritable);
    return [
      { kind: 'path', role: 'icon', is: ['danger'], d: warningAt(left + 5, y - 4) },
      words({ role: 'mntBad', is: ['mono'], text, x: left + 16, y }),
      ...(sansWidth(why, 12) > rest ? [] : [words({ role: 'mntBad', text: why, x: after, y })]),
    ];
  }
  if (volume === null) {
    return [words({ role: 'mntCode', text: pathWithEnds(source, width), x: left, y })];
  }
  // One that nobody named has an id of 64 digits for its name, and in its path.
  const id = /^([0-9a-f]{12})[0-9a-f]{52}$/.exec(volume)?.[1];
  const text = fitted([lensMnt.volume(id === undefined ? volume : `${id}…`)], width, true);
  const after = left + sansWidth(text, 12, true) + GAP;
  const rest = left + width - after;
  return [
    words({ role: 'mntText', text, x: left, y }),
    ...(id !== undefined || rest < 60
      ? []
      : [words({ role: 'mntDimCode', text: pathWithEnds(source, rest), x: after, y })]),
  ];
}
