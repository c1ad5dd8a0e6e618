import { dotHalf } from '../../layout/lens/dot-text';
import { lensBoxes, ofContainers, UNKNOWN_BOX, type LensBox } from '../../layout/lens/lens-boxes';
import type { Messages } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { toldOf } from '../../layout/lens-mnt/columns';
import { layOutMnt } from '../../layout/lens-mnt/mnt-layout';
import { tagsKey } from '../../layout/lens-mnt/place-tags';
import { containersNamespaces } from '../../layout/lens-mnt/unseen';
import type { Frame, MntLayout, PlacedColumn } from '../../layout/lens-mnt/placed';
import type { PlacedDot } from '../../layout/lens/lens-layout';
import type { Point } from '../../layout/geometry';
import { namedAmong } from '../../model/container-names';
import { containersByKey, containerOf } from '../../model/containers-by-key';
import { containerKeyOf } from '../../model/ids';
import { processTint } from '../../select/container-colour';
import { Kept } from '../kept';
import { stripKey } from '../lens-box';
import { dotKey, dotThing } from '../lens-dot';
import type { LensPart, LensPicture, LensSubject } from '../lens-picture';
import type { LensRole } from '../lens-role';
import { LensScenes } from '../lens-scene';
import type { Thing } from '../mark';
import { mntColumn } from './mnt-column';
import { cordMarks } from './mnt-cord';
import { mntGroup } from './mnt-group';
import { mntHost } from './mnt-host';
import { layerKey, layerThings } from './mnt-layers';
import { legendMarks } from './mnt-legend';
import type { MntRole } from './mnt-role';
import { belowUnknown, unknownHeight, unknownLines } from './mnt-unknown';
import { words } from './words';

/**
 * The picture of mount namespaces: columns on the layers that they read, and cords to what of the host is
 * mounted in them. Where nothing of that is told, boxes with dots.
 */
export class MntScenes {
  readonly #boxes = new LensScenes();
  readonly #dots = new Kept(dotThing);

  draw(subject: LensSubject): LensPicture<MntRole> {
    const { snapshot, whole, type, insides, layers, opened, chosen, spokenOf, room, messages } =
      subject;
    const { brief = false } = subject;
    const all = lensBoxes(snapshot, type, opened, whole);
    const boxes = brief ? ofContainers(all) : all;
    const drawn = boxes.flatMap(({ key }) => (key === UNKNOWN_BOX ? [] : [key]));
    // What no container has is true of those as well that a filter hides.
    const ids = [...new Set([...drawn, ...containersNamespaces(whole)])];
    const unknown = unknownOf(boxes, insides, messages);
    if (unknown !== null) {
      const lines = unknownLines(unknown, room.width - 8, messages);
      const below = { width: room.width, height: room.height - unknownHeight(lines) };
      const picture = belowUnknown(this.#boxes.draw({ ...subject, room: below }), lines);
      return { ...picture, asks: asksOf(ids, picture.size.height) };
    }
    const layout = layOutMnt(
      { boxes, insides, layers, snapshot, whole, opened, chosen, spokenOf, brief, messages },
      room,
    );
    const placed = [...(layout.host?.dots ?? []), ...layout.columns.flatMap(({ dots }) => dots)];
    const dots = this.#dotsOf(subject, placed, layout);
    return {
      size: layout.size,
      parts: partsOf(subject, layout, dots),
      dots: placed.map(({ process, x, y }) => {
        const { look } = layout;
        return { process, x, y, radius: look.radius, half: dotHalf(process, look) };
      }),
      places: placesIn(layout),
      asks: asksOf(ids, layout.size.height),
    };
  }

  #dotsOf(
    { snapshot, whole, colours, chosen, messages }: LensSubject,
    dots: readonly PlacedDot[],
    { look }: MntLayout,
  ): Thing<LensRole>[] {
    const containers = containersByKey(namedAmong(snapshot.containers, whole));
    return this.#dots.parts(
      dots.map(({ process, x, y }) => {
        const key = containerKeyOf(process);
        const of = {
          ...{ process, x, y, look, tint: processTint(colours, process) },
          container: containerOf(process, containers)?.named ?? null,
          selected: key !== null && chosen.has(key),
          messages: messages.lens,
        };
        return [String(process.pid), of] as const;
      }),
    );
  }
}

/** Why nothing is known of any of them; null: something is, or is on its way. */
function unknownOf(
  boxes: readonly LensBox[],
  insides: Insides,
  messages: Messages,
): string[] | null {
  if (insides.size === 0) return [];
  const told = boxes
    .filter(({ key }) => key !== UNKNOWN_BOX)
    .map((box) => toldOf(box, insides, messages));
  const notes = told.flatMap((each) => (each.is === 'unknown' ? [each.note] : []));
  return notes.length === told.length ? notes : null;
}

/** Whose layers are whose can be said of all alone, so all are asked about. */
function asksOf(ids: LensPicture['asks'][number]['id'][], bottom: number): LensPicture['asks'] {
  return ids.map((id) => ({ id, top: 0, bottom }));
}

function partsOf(
  { snapshot, colours, chosen, opens, brief = false, messages }: LensSubject,
  layout: MntLayout,
  dots: readonly Thing<LensRole>[],
): LensPart<MntRole>[] {
  const { host, columns, groups, runs, cords, moreCords } = layout;
  let taken = 0;
  const next = (count: number) => dots.slice(taken, (taken += count));
  const hostPart: LensPart<MntRole>[] =
    host === null
      ? []
      : [
          {
            ...mntHost({
              ...{ placed: host, hostname: snapshot.host.hostname, opens, brief, messages },
              selected: chosen.has(host.box.key),
            }),
            dots: next(host.dots.length),
          },
        ];
  const columnParts = columns.map((placed) => ({
    ...mntColumn({
      ...{ placed, colours, opens, brief, messages, sharedLayers: sharedBelow(placed, layout) },
      selected: placed.column.boxes.some(({ key }) => chosen.has(key)),
    }),
    dots: next(placed.dots.length),
  }));
  const groupParts = groups.map((placed) => ({ ...mntGroup(placed, messages), dots: [] }));
  const between = (key: string, ground: LensPart<MntRole>['ground']): LensPart<MntRole> => ({
    ...{ key, sentence: null, ground, things: [], dots: [] },
    frame: { kind: 'group', role: 'mntPart', hue: 'mnt' },
  });
  return [
    ...hostPart,
    ...groupParts,
    ...columnParts,
    {
      ...between('layers', []),
      things: runs.flatMap((run) => layerThings(run, messages)),
    },
    between('cords', [
      // What is dangerous is above what it crosses.
      ...cords
        .toSorted((a, b) => Number(a.cord.danger !== null) - Number(b.cord.danger !== null))
        .map((cord) => cordMarks(cord, messages)),
      ...(moreCords === null
        ? []
        : [
            words({
              role: 'mntDim',
              text: messages.lensMnt.moreCords(moreCords.count),
              ...{ x: moreCords.x, y: moreCords.y },
            }),
          ]),
    ]),
    between('legend', brief ? [] : legendMarks(layout, messages)),
  ];
}

/** How many of the layers that a column stands on others read as well. */
function sharedBelow({ x, column }: PlacedColumn, { runs }: MntLayout): number {
  if (column.stack === null) return 0;
  return runs
    .filter((run) => run.readers > 1 && run.x <= x + 6 && x < run.x + run.width)
    .reduce((sum, { layers }) => sum + layers.length, 0);
}

/** Where everything that can be walked to stands. */
function placesIn({ host, columns, groups, runs }: MntLayout): ReadonlyMap<string, Point> {
  const dots = [...(host?.dots ?? []), ...columns.flatMap((each) => each.dots)];
  return new Map([
    ...(host === null
      ? []
      : [
          [String(host.box.key), { x: host.x + host.width / 2, y: host.y + 30 }] as const,
          ...(host.strip === null
            ? []
            : [
                [
                  stripKey(host.box.key),
                  { x: host.strip.x + host.strip.width / 2, y: host.strip.y + 12 },
                ] as const,
              ]),
        ]),
    ...columns.map(({ column, x, y, width }) => {
      const key = column.boxes.length === 1 ? column.key : stripKey(column.key);
      return [key, { x: x + width / 2, y: y + 30 }] as const;
    }),
    ...columns.flatMap(({ column, more }) =>
      more === null ? [] : [[stripKey(tagsKey(column.key)), middleOf(more)] as const],
    ),
    ...groups.map((group) => [stripKey(group.key), middleOf(group)] as const),
    ...dots.map(({ process, x, y }) => [dotKey(process.pid), { x, y }] as const),
    ...runs.flatMap(({ layers }) =>
      layers.map((layer) => {
        const { x, y, width, height } = layer;
        return [layerKey(layer), { x: x + width / 2, y: y + height / 2 }] as const;
      }),
    ),
  ]);
}

function middleOf({ x, y, width, height }: Frame): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
