import type { Messages } from '../../i18n/messages';
import type { MntLayout } from '../../layout/lens-mnt/placed';
import { sansWidth } from '../../layout/node-text';
import { lockAt, warningAt } from './icons';
import type { MntMark } from './mnt-role';
import { SIZE, words } from './words';

const SWATCH = { width: 26, height: 12 };
const GAP = 22;

/** What the marks of a picture mean, of those that are in it. */
export function legendMarks(
  { runs, columns, cords, legend }: MntLayout,
  { lensMnt }: Messages,
): MntMark[] {
  const { shared, own, written, rw, ro, danger, covered } = lensMnt.legend;
  const tags = columns.flatMap((each) => each.tags);
  const modes = new Set(cords.flatMap(({ ends }) => ends.map(({ writable }) => writable)));
  const entries: [MntMark[], string, boolean][] = [
    [[swatch('layer', ['shared'])], shared, runs.some(({ readers }) => readers > 1)],
    [[swatch('layer', [])], own, runs.some(({ readers }) => readers === 1)],
    [[swatch('written', [])], written, columns.some(({ writable }) => writable !== null)],
    [plugged([]), rw, modes.has(true)],
    [plugged(['ro']), ro, modes.has(false)],
    [[sign(warningAt, ['danger'])], danger, tags.some(({ tag }) => tag.danger !== null)],
    [[sign(lockAt, [])], covered, columns.some(isCovered)],
  ];
  let { x } = legend;
  return entries.flatMap(([marks, text, there]): MntMark[] => {
    if (!there) return [];
    const at = { x, y: legend.y };
    x += SWATCH.width + 7 + sansWidth(text, SIZE) + GAP;
    return [
      {
        kind: 'group',
        role: 'mntPart',
        hue: 'mnt',
        at,
        children: [
          ...marks,
          words({ role: 'mntDim', text, x: SWATCH.width + 7, y: SWATCH.height / 2 + 4 }),
        ],
      },
    ];
  });
}

function swatch(role: 'layer' | 'written', is: readonly string[]): MntMark {
  return { kind: 'rect', role, is, x: 0, y: 0, rx: 3, ...SWATCH };
}

function isCovered({ column: { masked, readonly } }: MntLayout['columns'][number]): boolean {
  return masked + readonly > 0;
}

function sign(drawnAt: (x: number, y: number) => string, is: readonly string[]): MntMark {
  return { kind: 'path', role: 'icon', is, d: drawnAt(SWATCH.width / 2, SWATCH.height / 2) };
}

function plugged(is: readonly string[]): MntMark[] {
  return [
    { kind: 'path', role: 'cord', d: 'M0,6H16' },
    { kind: 'rect', role: 'plug', is, x: 14, y: -1, width: 8, height: 14, rx: 2 },
  ];
}
