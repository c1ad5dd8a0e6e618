import type { Messages } from '../../i18n/messages';
import { dockerSize } from '../../images/size';
import { UNKNOWN_BOX, type LensBox } from '../../layout/lens/lens-boxes';
import type { Frame, PlacedColumn } from '../../layout/lens-mnt/placed';
import { monoWidth } from '../../layout/mono-text';
import { sansWidth, shortenedInside } from '../../layout/node-text';
import { wrapped } from '../../layout/wrapped';
import { inodeOf, kernelName, type ContainerKey } from '../../model/ids';
import { tintOf } from '../../select/container-colour';
import { stripKey } from '../lens-box';
import type { LensPart } from '../lens-picture';
import type { Thing } from '../mark';
import { columnSentence, identityOf, nameOf, rootNote } from './mnt-said';
import { chevron, moreThing, tagMarks } from './mnt-tag';
import { lockAt } from './icons';
import type { MntMark, MntRole } from './mnt-role';
import { fitted, SIZE, words } from './words';

export interface ColumnOf {
  placed: PlacedColumn;
  /** Of its layers, those that others read as well. */
  sharedLayers: number;
  colours: ReadonlyMap<ContainerKey, string>;
  selected: boolean;
  /** Can what stands for several be opened? */
  opens: boolean;
  /** Is it looked at from the back row? Then what an engine covers is said in words. */
  brief: boolean;
  messages: Messages;
}

const MARK = 9;
const NAME = 15;
/** How much wider it is than it would be if it were not bold. */
const BOLD = 1.04;

/** A mount namespace, or several that are alike: who is in it, what was mounted into it, what it has written. */
export function mntColumn(of: ColumnOf): Omit<LensPart<MntRole>, 'dots'> {
  const { placed, selected, opens, messages } = of;
  const { column, x, y, width, height } = placed;
  const { boxes, key } = column;
  const [box] = boxes;
  const count = boxes.reduce((sum, { dots, condensed }) => sum + dots.length + condensed, 0);
  const is = [...(selected ? ['selected'] : []), ...(box.key === UNKNOWN_BOX ? ['ofUnknown'] : [])];
  const data = boxes.length === 1 ? { box: key, count } : { alike: boxes.length, count };
  return {
    key,
    sentence: saidOf(of, count),
    frame: { kind: 'group', role: 'lensBox', hue: 'mnt', data },
    ground: [{ kind: 'rect', role: 'outline', is, x, y, width, height, rx: 10 }, ...bodyMarks(of)],
    things: [
      headThing(of, count),
      ...(placed.more === null ? [] : [moreThing(placed.more, key, opens, messages)]),
    ],
  };
}

function saidOf({ placed, sharedLayers, messages }: ColumnOf, count: number): string {
  return columnSentence(placed, sharedLayers, count, messages);
}

function headThing(of: ColumnOf, count: number): Thing<MntRole> {
  const { placed, selected, opens, messages } = of;
  const { column, x, y, width, headBottom } = placed;
  const { boxes, key } = column;
  const [box] = boxes;
  const isMany = boxes.length > 1 && opens;
  const room = width - 2 * MARK - (isMany ? 16 : 0);
  const [first] = box.members;
  const left = x + MARK;
  const names = boxes.flatMap(({ members }) => members.map(({ named }) => named)).join(', ');
  const below = boxes.length > 1 ? names : (first?.image ?? '');
  const name = nameOf(column, messages);
  // Nothing else is told below what is no name.
  const lines =
    box.key === UNKNOWN_BOX
      ? wrapped(name, room / BOLD, NAME)
      : [shortenedInside(name, room / (NAME / SIZE), SIZE)];
  const children: MntMark[] = [
    {
      kind: 'rect',
      role: 'headGround',
      is: selected ? ['selected'] : [],
      ...{ x: x + 3, y: y + 3, width: width - 6, height: headBottom - y - 6, rx: 8 },
    },
    ...lines.map((text, nth) =>
      words({ role: 'mntName', text, x: left, y: y + 22 + nth * 18, size: NAME }),
    ),
    ...(isMany ? [chevron(x + width - MARK - 5, y + 17, false)] : []),
    words({ role: 'mntDim', text: fitted([below], room), x: left, y: y + 39 }),
    words({ role: 'mntDimCode', text: numberOf(boxes, room), x: left, y: y + 56 }),
  ];
  return {
    key: boxes.length === 1 ? key : stripKey(key),
    identity: identityOf(column),
    sentence: saidOf(of, count),
    selected,
    drawing: { kind: 'group', role: 'head', children },
  };
}

function numberOf([box, ...more]: readonly [LensBox, ...LensBox[]], room: number): string {
  if (box.key === UNKNOWN_BOX) return '';
  const rest = more.length === 0 ? '' : ` +${more.length}`;
  const whole = `${kernelName(box.key)}${rest}`;
  return monoWidth(whole, SIZE) <= room ? whole : `…${inodeOf(box.key).slice(-4)}${rest}`;
}

/** Below the head: what was mounted, and on what it stands. */
function bodyMarks({ placed, colours, brief, messages }: ColumnOf): MntMark[] {
  const { column, x, width, headBottom, note, root, writable, sealed } = placed;
  const { lensMnt } = messages;
  const { told, stack, boxes } = column;
  const left = x + MARK;
  const room = width - 2 * MARK;
  const partingY = headBottom + 1;
  const tint = tintOf(colours, boxes[0].members[0] ?? null);
  return [
    {
      kind: 'line',
      role: 'parting',
      from: { x: x + 1, y: partingY },
      to: { x: x + width - 1, y: partingY },
    },
    ...(note === null ? [] : noteMarks(placed, note.y, messages)),
    ...placed.tags.map((tag) => tagMarks(tag, brief, messages)),
    ...(root === null
      ? []
      : [
          words({ role: 'mntCode', text: '/', x: left, y: root.y, size: 20 }),
          ...coveredMarks(placed, root.y, brief, messages),
        ]),
    ...(root === null || stack !== null || told.is !== 'known'
      ? []
      : wrapped(rootNote(column, lensMnt), room, SIZE).map((text, nth, { length }) =>
          words({ role: 'mntDim', text, x: left, y: root.y - 28 - (length - 1 - nth) * 16 }),
        )),
    ...(writable === null ? [] : writtenMarks(placed, writable, tint, messages)),
    ...(sealed === null
      ? []
      : [
          { kind: 'rect', role: 'written', is: ['sealed'], rx: 4, ...sealed } as const,
          words({
            role: 'mntDim',
            text: fitted([lensMnt.readOnly, 'ro'], sealed.width - 20),
            x: sealed.x + 10,
            y: sealed.y + 16,
          }),
        ]),
  ];
}

/** How many paths its engine covers: as numbers beside the root; for the back row in words, a line for each kind. */
function coveredMarks(
  { column: { masked, readonly }, x, width }: PlacedColumn,
  rootY: number,
  brief: boolean,
  { lensMnt }: Messages,
): MntMark[] {
  if (masked + readonly === 0) return [];
  const lines = brief
    ? [
        ...(masked === 0 ? [] : [lensMnt.masked(masked)]),
        ...(readonly === 0 ? [] : [lensMnt.onlyRead(readonly)]),
      ]
    : [lensMnt.covered(masked, readonly)];
  const left = brief ? x + MARK + 34 : x + width - MARK - sansWidth(lines[0] ?? '', SIZE) - 1;
  const top = rootY - (lines.length - 1) * 16;
  return [
    { kind: 'path', role: 'icon', d: lockAt(left - 11, top - 5) },
    ...lines.map((text, nth) => words({ role: 'mntDim', text, x: left, y: top + nth * 16 })),
  ];
}

/** A layer of its own, with how much is in it; why that is not known the sentence tells. */
function writtenMarks(
  { written }: PlacedColumn,
  frame: Frame,
  tint: string | null,
  { lensMnt }: Messages,
): MntMark[] {
  const { x, y, width } = frame;
  const size = sizeOf(written);
  const room = width - 20;
  const sizeWidth = sansWidth(size, SIZE, true);
  const beside = size === '' ? room : room - sizeWidth - 8;
  const at = { role: 'writtenText', y: y + 16 } as const;
  const bytes = written?.is === 'known' ? written.value : null;
  return [
    { kind: 'rect', role: 'written', tint, rx: 4, ...frame, data: { written: bytes } },
    words({ ...at, text: fitted([lensMnt.writable], beside, true), x: x + 10 }),
    ...(size === '' ? [] : [words({ ...at, text: size, x: x + width - 10 - sizeWidth })]),
  ];
}

function sizeOf(written: PlacedColumn['written']): string {
  if (written === null) return '';
  if (written.is === 'known') return dockerSize(written.value);
  return written.is === 'asked' ? '…' : '?';
}

/** That nothing was mounted for it, or that this is not known. */
function noteMarks(
  { column, x, width }: PlacedColumn,
  y: number,
  { lensMnt }: Messages,
): MntMark[] {
  const { told, hostTree, various } = column;
  if (told.is === 'known' && hostTree) return [];
  const none = various ? lensMnt.various : lensMnt.noMounts;
  const text = told.is === 'known' ? none : told.is === 'unknown' ? `? ${told.note}` : told.note;
  const role = told.is === 'unknown' ? 'mntUnknown' : 'mntDim';
  return wrapped(text, width - 2 * MARK, SIZE).map((line, nth) => ({
    ...words({ role, text: line, x: x + MARK, y: y + 16 + nth * 16 }),
    data: told.is === 'unknown' && nth === 0 ? { unreadable: 'mounts' } : {},
  }));
}
