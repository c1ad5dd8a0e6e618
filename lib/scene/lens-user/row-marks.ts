import type { Messages } from '../../i18n/messages';
import { sansWidth } from '../../layout/node-text';
import { BUNDLE, bundleHalf } from '../../layout/lens-user/sized';
import { NUMBER } from '../../layout/lens-user/marked';
import { NAME, rowName } from '../../layout/lens-user/measured';
import type { Bundle, IdLine, PlacedRow, UserPlacedBox } from '../../layout/lens-user/placed';
import type { ContainerKey } from '../../model/ids';
import { commandOf } from '../../model/command';
import { tintOf } from '../../select/container-colour';
import { shownUid, uidThere } from '../../select/user-numbers';
import { monoWidth } from '../../layout/mono-text';
import { baseline } from '../baseline';
import type { Mark, TextMark, Thing } from '../mark';
import type { UserRole } from './user-role';
import { userSaid } from './user-said';

/** Between a line and what is written on it. */
const ASIDE = 8;

/** What is below the dots of a box: who its rows are of, what runs there, and lines down to the ruler. */
export function rowMarks(
  { rows, drops }: UserPlacedBox,
  colours: ReadonlyMap<ContainerKey, string>,
  words: Messages['lensUser'],
): Mark<UserRole>[] {
  return [
    ...rows.flatMap((row) => rowMark(row, colours, words)),
    ...drops.map(idLine),
    ...rows.flatMap(({ commands, y }) =>
      commands.map(({ text, x }): Mark<UserRole> => ({
        kind: 'text',
        role: 'commands',
        ...{ x, y: baseline(y, NUMBER), size: NUMBER, text },
      })),
    ),
  ];
}

function rowMark(
  placed: PlacedRow,
  colours: ReadonlyMap<ContainerKey, string>,
  words: Messages['lensUser'],
): Mark<UserRole>[] {
  const { row, host, named, x, y, room, right } = placed;
  const text = named ? rowName(row, host, room, words) : '';
  const [only, ...others] = row.containers;
  const tint = only !== undefined && others.length === 0 ? tintOf(colours, only) : null;
  const name: TextMark<UserRole> = {
    kind: 'text',
    role: 'rowName',
    is: row.containers.length === 0 ? ['ofNone'] : [],
    ...{ x, y: baseline(y, NAME), size: NAME, text },
    ...(tint === null ? {} : { parts: [{ text, tint }] }),
  };
  const from = x + (named ? sansWidth(text, NAME, true) : room) + ASIDE;
  return [...rowLines(placed, from, right), ...(named ? [name] : [])];
}

/** The line of a row, which stops for what is written on it. */
function rowLines({ commands, y }: PlacedRow, from: number, right: number): Mark<UserRole>[] {
  const ends = commands.map(({ x, text }) => x + monoWidth(text, NUMBER) + ASIDE);
  const stops = [...commands.map(({ x }) => x - 2), right];
  return [from, ...ends].flatMap((start, nth): Mark<UserRole>[] => {
    const end = Math.min(stops[nth] ?? right, right);
    if (start >= end) return [];
    return [{ kind: 'line', role: 'rowLine', from: { x: start, y }, to: { x: end, y } }];
  });
}

/** A user's line: thick for root, and in the colour of a warning for that of the host. */
export function idLine({ from, to, root, ofHost }: IdLine): Mark<UserRole> {
  return {
    kind: 'line',
    role: 'idLine',
    is: [...(root ? ['root'] : []), ...(ofHost ? ['warn'] : [])],
    ...{ from, to },
  };
}

/** By what many processes of one user go. */
export function bundleKey(box: string, { row, place }: Bundle): string {
  return `bundle ${box} ${row.containers[0]?.id ?? ''} ${place}`;
}

/** Many processes of one user as one dot with their number. */
export function bundleThing(
  { box, rows }: UserPlacedBox,
  bundle: Bundle,
  colours: ReadonlyMap<ContainerKey, string>,
  chosen: ReadonlySet<string>,
  words: Messages['lensUser'],
): Thing<UserRole> {
  const { row, processes, x, y } = bundle;
  const [only, ...others] = row.containers;
  const alone = only !== undefined && others.length === 0;
  const of = rows.find((each) => each.row === row);
  const where = rowName(row, of?.host === true, Infinity, words);
  const [first] = processes;
  const shown = first === undefined ? null : shownUid(uidThere(first.uid, box.namespace));
  const user = first === undefined ? '' : userSaid(first, box, words);
  const count = String(processes.length);
  const half = bundleHalf(processes.length);
  const names = [...new Set(processes.map(commandOf))].slice(0, 5).join(', ');
  const key = bundleKey(box.key, bundle);
  return {
    key,
    identity: key,
    sentence: `${words.bundle(processes.length, user, where)}: ${names}`,
    selected: row.containers.some((each) => chosen.has(`${each.engine} ${each.id}`)),
    drawing: {
      kind: 'group',
      role: 'bundle',
      at: { x, y },
      data: { bundle: processes.length, uid: shown },
      children: [
        {
          kind: 'rect',
          role: 'bundleGround',
          is: row.containers.length === 0 ? ['ofNone'] : [],
          tint: alone ? tintOf(colours, only) : null,
          ...{ x: -half, y: -BUNDLE, width: 2 * half, height: 2 * BUNDLE, rx: BUNDLE },
        },
        {
          kind: 'text',
          role: 'bundleNumber',
          is: row.containers.length === 0 ? ['ofNone'] : [],
          ...{ x: 0, y: baseline(0, NUMBER), size: NUMBER, text: count },
        },
      ],
    },
  };
}
