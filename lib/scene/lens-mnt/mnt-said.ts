import type { Messages } from '../../i18n/messages';
import { dockerSize } from '../../images/size';
import type { Column } from '../../layout/lens-mnt/columns';
import type { PlacedColumn } from '../../layout/lens-mnt/placed';
import type { Tag } from '../../layout/lens-mnt/tags';
import { UNKNOWN_BOX } from '../../layout/lens/lens-boxes';
import { kernelName } from '../../model/ids';

/** What a column says first: whose it is. */
export function nameOf({ boxes }: Column, { lens, lensMnt }: Messages): string {
  const [box] = boxes;
  const { members } = box;
  const [first] = members;
  if (box.key === UNKNOWN_BOX) return lens.unknown;
  if (boxes.length > 1) return lensMnt.alike(first?.image ?? lens.members.none(1), boxes.length);
  if (first === undefined) return lens.members.none(box.dots.length + box.condensed);
  return members.length === 1 ? first.named : `${first.named} +${members.length - 1}`;
}

/** By what the page knows it again; the same for a column that opens and for what closes it. */
export function identityOf({ key, boxes: [box] }: Column): string {
  return `${key}@${box.namespace?.lifetime ?? ''}`;
}

/** Of what its root is, where that is no stack of layers. */
export function rootNote({ hostTree, told }: Column, lensMnt: Messages['lensMnt']): string {
  if (hostTree) return lensMnt.hostsFiles;
  const root = told.is === 'known' ? told.mounts.find(({ kind }) => kind === 'root') : undefined;
  return lensMnt.notOverlay(root?.fs ?? '?');
}

/** What was mounted, from where, whether it may be changed, whether a step is about it, and why it matters. */
export function tagSentence(tag: Tag, messages: Messages): string {
  const { mount, source, writable, danger, spoken } = tag;
  const { inside, lensMnt } = messages;
  const from = source ?? (mount.kind === 'tmpfs' ? lensMnt.inMemory : null);
  const named = lensMnt.tag(mount.target, from, writable ? 'rw' : 'ro');
  const said = spoken ? lensMnt.tagSpoken(named) : named;
  if (mount.hidden) return lensMnt.tagHidden(said);
  if (danger === null || source === null) return said;
  return lensMnt.tagDanger(said, inside.dangerSaid(danger, source, writable));
}

/** What a column says to who does not see it. @param sharedLayers of its layers, those that others read as well */
export function columnSentence(
  placed: PlacedColumn,
  sharedLayers: number,
  count: number,
  messages: Messages,
): string {
  const { column, tags, more } = placed;
  const { lens, lensMnt } = messages;
  const [box] = column.boxes;
  const who = column.boxes.flatMap(({ members }) => members.map(({ named }) => named)).join(', ');
  const number = box.key === UNKNOWN_BOX ? lens.unknown : kernelName(box.key);
  return [
    lens.box(number, who === '' ? nameOf(column, messages) : who, count),
    ...(column.told.is === 'known' ? mountsSaid() : [column.told.note]),
  ].join('; ');

  function mountsSaid(): string[] {
    const { stack, various, masked, readonly } = column;
    const root = various ? lensMnt.various : rootNote(column, lensMnt);
    const folded = more?.folded.length ?? 0;
    return [
      stack === null ? root : lensMnt.sentence(stack.layers.length, sharedLayers),
      ...(stack?.writable === false ? [lensMnt.sealed] : []),
      ...sizesSaid(placed, messages),
      ...tags.map(({ tag }) => tagSentence(tag, messages)),
      ...(folded === 0 ? [] : [lensMnt.moreTags(folded)]),
      ...(masked + readonly === 0 ? [] : [lensMnt.coveredWhy(masked, readonly)]),
    ];
  }
}

/** What its layers take and what was written on top of them, or why that is not known. */
function sizesSaid(
  { column, bytes, noSizes, written }: PlacedColumn,
  { imageLayers }: Messages,
): string[] {
  const count = column.boxes.reduce((sum, { members }) => sum + members.length, 0);
  return [
    ...(bytes === null ? [] : [imageLayers.sum(dockerSize(bytes))]),
    ...(noSizes === null ? [] : [imageLayers.noSizes(noSizes)]),
    ...(written?.is === 'known' ? [imageLayers.wrote(dockerSize(written.value), count)] : []),
    ...(written?.is === 'unknown' ? [imageLayers.notWrote(written.why, count)] : []),
  ];
}
