import type { Messages } from '../../i18n/messages';
import { ID, windowWidth } from '../../layout/lens-user/axis';
import { BIG, LAST_ID, NUMBER, ROOT } from '../../layout/lens-user/marked';
import { SIDE } from '../../layout/lens-user/measured';
import type { Ruler, RulerMark } from '../../layout/lens-user/placed';
import { monoEms } from '../../layout/mono-text';
import type { GroupMark, Mark } from '../mark';
import type { UserRole } from './user-role';

/** A tick stands for so many ids. */
const TICK = { ids: 10, height: 6 };
/** The sign of a break: two short strokes. */
const STROKE = { height: 12, lean: 5, apart: 6 };
/** Between the number 0 and what it is called. */
const BESIDE = 8;

/** A line of ids: parts to scale, with ticks; breaks; what is marked, with its numbers. */
export function rulerMark(ruler: Ruler, words: Messages['lensUser']): GroupMark<UserRole> {
  const { of, side, y, windows, marks, said, last, leftOut, left, right } = ruler;
  const sides = { inside: words.idsInside, host: words.idsOnHost, around: words.idsAround };
  const text = (at: { x: number; y: number } | null, line: string): Mark<UserRole>[] =>
    at === null ? [] : [{ kind: 'text', role: 'rulerSaid', ...at, size: SIDE, text: line }];
  return {
    kind: 'group',
    role: 'ruler',
    data: { ruler: of.join(' '), side },
    children: [
      { kind: 'path', role: 'rulerLine', is: ['thin'], d: thin(left, right, ruler) },
      { kind: 'path', role: 'rulerLine', d: windows.map((window) => scale(window, y)).join('') },
      { kind: 'path', role: 'rulerBreak', d: breaks(ruler) },
      ...text(said, sides[side]),
      ...text(last, words.lastId(LAST_ID)),
      ...text(leftOut, leftOut === null ? '' : words.leftOut(leftOut.count)),
      ...marks.map((mark) => numberMark(mark, side, words)),
    ],
  };
}

function scale({ x, from, to }: Ruler['windows'][number], y: number): string {
  const ticks: string[] = [];
  for (let id = Math.ceil(from / TICK.ids) * TICK.ids; id <= to; id += TICK.ids) {
    ticks.push(`M${x + (id - from) * ID + ID / 2},${y}v${-TICK.height}`);
  }
  return `M${x},${y}h${windowWidth({ from, to })}${ticks.join('')}`;
}

/** The line where it is not to scale: between windows, and to both ends. */
function thin(left: number, right: number, { windows, y, side }: Ruler): string {
  const spans = windows.flatMap((window, nth) => {
    const end = window.x + windowWidth(window);
    const next = windows[nth + 1];
    if (next !== undefined) return [[end, next.x] as const];
    return right > end ? [[end, right] as const] : [];
  });
  const [first] = windows;
  const before =
    first !== undefined && first.from > 0 && side !== 'inside' ? [[left, first.x]] : [];
  return [...before, ...spans].map(([from, to]) => `M${from},${y}H${to}`).join('');
}

function breaks({ windows, y, right, last, side }: Ruler): string {
  const middles = windows.flatMap((window, nth) => {
    const end = window.x + windowWidth(window);
    const next = windows[nth + 1];
    if (next !== undefined) return [(end + next.x) / 2];
    return side === 'host' || (last !== null && right > end) ? [(end + right) / 2] : [];
  });
  const { height, lean, apart } = STROKE;
  return middles
    .flatMap((x) => [x - apart / 2, x + apart / 2])
    .map((x) => `M${x - lean / 2},${y + height / 2}l${lean},${-height}`)
    .join('');
}

function numberMark(
  { id, onHost, x, y, big, root, label, name }: RulerMark,
  side: Ruler['side'],
  words: Messages['lensUser'],
): GroupMark<UserRole> {
  const size = big ? BIG : NUMBER;
  const warn = root && onHost === 0;
  const is = [...(big ? ['big'] : []), ...(warn ? ['warn'] : [])];
  const written: Mark<UserRole>[] =
    label === null
      ? []
      : [
          { kind: 'text', role: 'idNumber', is, ...label, size, text: String(id) },
          ...(root
            ? [
                {
                  kind: 'text',
                  role: 'idRoot',
                  is,
                  x: label.x + monoEms(String(id)) * size + BESIDE,
                  y: label.y,
                  size: ROOT,
                  text: words.root,
                } as const,
              ]
            : []),
        ];
  const called: Mark<UserRole>[] =
    name === null
      ? []
      : [
          {
            kind: 'text',
            role: 'idName',
            is: name.none ? ['none'] : [],
            ...{ x: name.x, y: name.y, size: NUMBER, text: name.text },
          },
        ];
  return {
    kind: 'group',
    role: 'idMark',
    data: { id, outside: side === 'inside' ? onHost : null },
    children: [
      { kind: 'circle', role: 'idDot', is, cx: x, cy: y, r: big ? 5 : 3.5 },
      ...written,
      ...called,
    ],
  };
}
