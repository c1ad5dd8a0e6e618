import type { Messages } from '../../i18n/messages';
import { dockerSize } from '../../images/size';
import { UNKNOWN_BOX, type LensBox } from '../../layout/lens/lens-boxes';
import type { Column } from '../../layout/lens-mnt/columns';
import type { Frame, PlacedColumn } from '../../layout/lens-mnt/placed';
import { monoWidth } from '../../layout/mono-text';
import { sansWidth, shortenedInside } from '../../layout/node-text';
import { wrapped } from '../../layout/wrapped';
import { inodeOf, kernelName, type ContainerKey } from '../../model/ids';
import { tintOf } from '../../select/container-colour';
import { stripKey } from '../lens-box';
import type { LensPart } from '../lens-picture';
import type { Thing } from '../mark';
import { tagMarks } from './mnt-tag';
import type { MntMark, MntRole } from './mnt-role';
import { fitted, SIZE, words } from './words';

export interface ColumnOf {
  placed: PlacedColumn;
  /** Of its layers, those that others read as well. */
  sharedLayers: number;
  colours: ReadonlyMap<ContainerKey, string>;
  selected: boolean;
  messages: Messages;
}

const MARK = 9;
const NAME = 15;

/** A mount namespace, or several that are alike: who is in it, what was mounted into it, what it has written. */
export function mntColumn(of: ColumnOf): Omit<LensPart<MntRole>, 'dots'> {
  const { placed, selected } = of;
  const { column, x, y, width, height } = placed;
  const { boxes, key } = column;
  const [box] = boxes;
  const count = boxes.reduce((sum, { dots, condensed }) => sum + dots.length + condensed, 0);
  const is = [...(selected ? ['selected'] : []), ...(box.key === UNKNOWN_BOX ? ['ofUnknown'] : [])];
  const data = boxes.length === 1 ? { box: key, count } : { alike: boxes.length, count };
  return {
    key,
    sentence: sentenceOf(of, count),
    frame: { kind: 'group', role: 'lensBox', hue: 'mnt', data },
    ground: [{ kind: 'rect', role: 'outline', is, x, y, width, height, rx: 10 }, ...bodyMarks(of)],
    things: [headThing(of, count)],
  };
}

/** What a column says first: whose it is. */
function nameOf({ boxes }: Column, { lens, lensMnt }: Messages): string {
  const [box] = boxes;
  const { members } = box;
  const [first] = members;
  if (box.key === UNKNOWN_BOX) return lens.unknown;
  if (boxes.length > 1) return lensMnt.alike(first?.image ?? lens.members.none(1), boxes.length);
  if (first === undefined) return lens.members.none(box.dots.length + box.condensed);
  return members.length === 1 ? first.name : `${first.name} +${members.length - 1}`;
}

function headThing(of: ColumnOf, count: number): Thing<MntRole> {
  const { placed, selected, messages } = of;
  const { column, x, y, width, headBottom } = placed;
  const { boxes, key } = column;
  const [box] = boxes;
  const room = width - 2 * MARK;
  const [first] = box.members;
  const left = x + MARK;
  const names = boxes.flatMap(({ members }) => members.map(({ name }) => name)).join(', ');
  const below = boxes.length > 1 ? names : (first?.image ?? '');
  const name = shortenedInside(nameOf(column, messages), room / (NAME / SIZE), SIZE);
  const children: MntMark[] = [
    {
      kind: 'rect',
      role: 'headGround',
      is: selected ? ['selected'] : [],
      ...{ x: x + 3, y: y + 3, width: width - 6, height: headBottom - y - 6, rx: 8 },
    },
    words({ role: 'mntName', text: name, x: left, y: y + 22, size: NAME }),
    words({ role: 'mntDim', text: fitted([below], room), x: left, y: y + 39 }),
    words({ role: 'mntDimCode', text: numberOf(boxes, room), x: left, y: y + 56 }),
  ];
  return {
    key: boxes.length === 1 ? key : stripKey(key),
    identity: `${key}@${box.namespace?.lifetime ?? ''}`,
    sentence: sentenceOf(of, count),
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
function bodyMarks({ placed, colours, messages }: ColumnOf): MntMark[] {
  const { column, x, width, headBottom, note, more, root, writable } = placed;
  const { lensMnt } = messages;
  const { masked, readonly, told, stack, boxes } = column;
  const left = x + MARK;
  const room = width - 2 * MARK;
  const partingY = headBottom + 1;
  const covered = lensMnt.covered(masked, readonly);
  const lock = x + width - MARK - sansWidth(covered, SIZE) - 12;
  const tint = tintOf(colours, boxes[0].members[0] ?? null);
  return [
    {
      kind: 'line',
      role: 'parting',
      from: { x: x + 1, y: partingY },
      to: { x: x + width - 1, y: partingY },
    },
    ...(note === null ? [] : noteMarks(placed, note.y, messages)),
    ...placed.tags.map((tag) => tagMarks(tag, messages)),
    ...(more === null
      ? []
      : [words({ role: 'mntDim', text: lensMnt.moreTags(more.count), x: left, y: more.y })]),
    ...(root === null
      ? []
      : [
          words({ role: 'mntCode', text: '/', x: left, y: root.y, size: 20 }),
          ...(masked + readonly === 0
            ? []
            : [
                { kind: 'path', role: 'icon', d: lockAt(lock, root.y - 5) } as const,
                words({ role: 'mntDim', text: covered, x: lock + 11, y: root.y }),
              ]),
        ]),
    ...(root === null || stack !== null || told.is !== 'known'
      ? []
      : wrapped(rootNote(column, lensMnt), room, SIZE).map((text, nth, { length }) =>
          words({ role: 'mntDim', text, x: left, y: root.y - 28 - (length - 1 - nth) * 16 }),
        )),
    ...(writable === null ? [] : writtenMarks(placed, writable, tint, messages)),
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

function rootNote({ hostTree, told }: Column, lensMnt: Messages['lensMnt']): string {
  if (hostTree) return lensMnt.hostsFiles;
  const root = told.is === 'known' ? told.mounts.find(({ kind }) => kind === 'root') : undefined;
  return lensMnt.notOverlay(root?.fs ?? '?');
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

function lockAt(x: number, y: number): string {
  return `M${x - 4},${y - 1}h9v6h-9zM${x - 2},${y - 1}v-2a2.5,2.5 0 0 1 5,0v2`;
}

/** What its layers take and what was written on top of them, or why that is not known. */
function sizesSaid({ bytes, noSizes, written }: PlacedColumn, { imageLayers }: Messages): string[] {
  return [
    ...(bytes === null ? [] : [imageLayers.sum(dockerSize(bytes))]),
    ...(noSizes === null ? [] : [imageLayers.noSizes(noSizes)]),
    ...(written?.is === 'known' ? [imageLayers.wrote(dockerSize(written.value))] : []),
    ...(written?.is === 'unknown' ? [imageLayers.notWrote(written.why)] : []),
  ];
}

function sentenceOf({ placed, sharedLayers, messages }: ColumnOf, count: number): string {
  const { column } = placed;
  const { lens, lensMnt } = messages;
  const [box] = column.boxes;
  const who = column.boxes.flatMap(({ members }) => members.map(({ name }) => name)).join(', ');
  const number = box.key === UNKNOWN_BOX ? lens.unknown : kernelName(box.key);
  const told =
    column.told.is === 'known'
      ? [
          column.stack === null
            ? column.various
              ? lensMnt.various
              : rootNote(column, lensMnt)
            : lensMnt.sentence(column.stack.layers.length, sharedLayers),
          ...sizesSaid(placed, messages),
          ...placed.tags.map(({ tag: { mount, source, writable } }) =>
            lensMnt.tag(mount.target, source, writable ? 'rw' : 'ro'),
          ),
          ...(placed.more === null ? [] : [lensMnt.moreTags(placed.more.count)]),
          ...(column.masked + column.readonly === 0
            ? []
            : [lensMnt.coveredWhy(column.masked, column.readonly)]),
        ]
      : [column.told.note];
  return [lens.box(number, who === '' ? nameOf(column, messages) : who, count), ...told].join('; ');
}
