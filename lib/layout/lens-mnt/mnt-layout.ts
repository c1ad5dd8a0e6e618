import type { Insides } from '../../inside/insides';
import type { Messages } from '../../i18n/messages';
import { NO_LAYERS_TOLD, type LayersTold } from '../../images/layers-told';
import type { Snapshot } from '../../model/snapshot';
import type { Size } from '../geometry';
import type { LensBox } from '../lens/lens-boxes';
import { columnsOf, folded, toldOf, type Column } from './columns';
import { cordsOf, type Cord } from './cords';
import { dotsOf, highestDots, lookFor, placeDots } from './dots';
import { placeHost } from './host';
import { bytesOf, layerFacts, writtenOf } from './layer-facts';
import { placeLayers } from './layers';
import type { Frame, MntLayout, PlacedColumn, PlacedCord, PlacedEnd } from './placed';
import type { Tag } from './tags';

/** What the picture of mounts is laid out from. */
export interface MntSubject {
  boxes: readonly LensBox[];
  insides: Insides;
  /** What is known of images and of what was written; left out: nobody asks. */
  layers?: LayersTold | undefined;
  snapshot: Snapshot;
  opened: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  messages: Messages;
}

const EDGE = 2;
const HOST = 236;
/** Between columns, where cords come down. */
const GAP = 26;
const COLUMN = { least: 138, most: 240 };
/** A cord with what is written above it. */
const LANE = 22;
const MOST_LANES = 10;
/** Name, image and number of a namespace. */
const HEAD = 64;
const TAG = { height: 25, gap: 5, most: 6, indent: 8 };
const MORE = 18;
const ROOT = 24;
/** Above tags, and between them and the line of the root. */
const GAPS = { tags: 8, root: 6 };
const WRITABLE = 27;
/** Of more than a few layers each is lower than a line of text. */
const LAYER = { least: 9, line: 19, most: 38, few: 8 };
const LEGEND = 26;

/**
 * Stands mount namespaces as columns on their layers, with what was mounted into them and where the host has
 * it. The same subject and size give the same picture; it is wider than asked for where even those that are
 * alike as one do not fit.
 */
export function layOutMnt(subject: MntSubject, room: Size): MntLayout {
  const { boxes, insides, layers: told, snapshot, opened, chosen, messages } = subject;
  const host = boxes.find((box) => box.host) ?? null;
  const left = EDGE + (host === null ? 0 : HOST + GAP);
  const each = columnsOf(boxes, insides, snapshot, opened, messages);
  const free = room.width - left - EDGE;
  const fits = each.length * (COLUMN.least + GAP) - GAP <= free;
  const columns = fits ? each : folded(each, opened, chosen);
  const share = Math.floor((free + GAP) / Math.max(1, columns.length)) - GAP;
  const width = Math.min(COLUMN.most, Math.max(COLUMN.least, share));
  const frames = columns.map((_, nth) => ({ x: left + nth * (width + GAP), width }));
  const right = left + columns.length * (width + GAP) - GAP + EDGE;

  const isHosts = (column: Column) => hostPathsAreTheHosts(column, host, snapshot);
  const corded = columns.map((column) => (isHosts(column) ? column.tags : []));
  const { cords, more } = cordsOf(host === null ? [] : corded, MOST_LANES);
  const lanes = cords.length + (more > 0 ? 1 : 0);
  const top = EDGE + (lanes === 0 ? 0 : lanes * LANE + 10);

  const look = lookFor(columns, width);
  const headHeight = HEAD + highestDots(columns, width, look);
  const tagged = columns.map((column) => inOrder(column.tags, cords));
  const tagsHeight = Math.max(TAG.height, ...tagged.map(heightOfTags));
  const deepest = Math.max(0, ...columns.map(({ stack }) => stack?.layers.length ?? 0));
  const fixed = headHeight + GAPS.tags + tagsHeight + GAPS.root + ROOT + WRITABLE + 10;
  const below = LEGEND + EDGE;
  const least = deepest <= LAYER.few ? LAYER.line : LAYER.least;
  const spare = room.height - top - fixed - below;
  const layer = Math.min(LAYER.most, Math.max(least, Math.floor(spare / Math.max(1, deepest))));
  const bottom = Math.max(room.height - below, top + fixed + deepest * layer);
  const base = bottom - 10;

  const facts = layerFacts(columns, told ?? NO_LAYERS_TOLD, messages);
  const placed = columns.map((column, nth): PlacedColumn => {
    const { x } = frames[nth] ?? { x: left };
    const frame = { x, y: top, width, height: bottom - top };
    const tags = placeTags(tagged[nth] ?? [], { ...frame, y: top + headHeight + GAPS.tags });
    const ownTop = base - (column.stack?.layers.length ?? 0) * layer;
    const written = column.stack?.writable === true;
    return {
      ...frame,
      column,
      headBottom: top + headHeight,
      dots: placeDots(dotsOf(column), frame, top + HEAD, look),
      ...tags,
      note: column.tags.length === 0 ? { y: top + headHeight + GAPS.tags } : null,
      root:
        column.told.is === 'known' && !column.various
          ? { y: ownTop - (written ? WRITABLE : 0) - 8 }
          : null,
      writable: written
        ? { x: x + 6, y: ownTop - WRITABLE + 3, width: width - 12, height: WRITABLE - 3 }
        : null,
      written: told === undefined || !written ? null : writtenOf(column, told, messages),
      noSizes: facts.unknown.get(column.key) ?? null,
      bytes: column.stack === null ? null : bytesOf(column.stack.layers, facts),
    };
  });
  const standing = columns.map((column, nth) => ({ column, x: frames[nth]?.x ?? left, width }));
  const hostFrame = { x: EDGE, y: EDGE, width: HOST, height: bottom - EDGE };
  const placedHost =
    host === null
      ? null
      : placeHost(
          {
            ...{ box: host, told: toldOf(host, insides, messages), columns },
            facts: told === undefined ? null : facts,
          },
          hostFrame,
          look,
        );
  const size = {
    width: Math.max(room.width, right),
    height: Math.max(
      room.height,
      bottom + below,
      (placedHost?.y ?? 0) + (placedHost?.height ?? 0) + below,
    ),
  };
  return {
    host: placedHost,
    columns: placed,
    runs: placeLayers(standing, base, layer, facts),
    cords: placeCords(cords, placed, EDGE + HOST, size.width - EDGE),
    moreCords:
      more === 0 ? null : { count: more, x: EDGE + HOST + 14, y: EDGE + cords.length * LANE + 16 },
    legend: { x: EDGE, y: size.height - LEGEND + 4 },
    look,
    size,
  };
}

/** An engine may have a mount namespace of its own: then the paths that it gave are no paths of the host. */
function hostPathsAreTheHosts(
  { boxes: [box] }: Column,
  host: LensBox | null,
  { engines }: Snapshot,
) {
  const engine = engines.find(({ id }) => id === box.members[0]?.engine);
  const seen = engine?.namespaces.mnt ?? null;
  return seen === null || seen === host?.key;
}

/** The tags of a column, the one whose cord is above the others first; what covers another stays below it. */
function inOrder(tags: readonly Tag[], cords: readonly Cord[]): Tag[] {
  const lane = ({ mount, source }: Tag) => {
    const at = cords.findIndex((cord) => cord.source === source);
    return at < 0 || mount.hostPath === null ? cords.length : at;
  };
  const blocks: { tags: Tag[]; lane: number }[] = [];
  for (const tag of tags) {
    const last = blocks.at(-1);
    if (tag.covers && last !== undefined) last.tags.push(tag);
    else blocks.push({ tags: [tag], lane: lane(tag) });
  }
  return blocks.sort((a, b) => a.lane - b.lane).flatMap((block) => block.tags);
}

function heightOfTags(tags: readonly Tag[]): number {
  const shown = Math.min(tags.length, TAG.most);
  return shown * (TAG.height + TAG.gap) + (tags.length > shown ? MORE : 0);
}

function placeTags(
  tags: readonly Tag[],
  { x, y, width }: Frame,
): Pick<PlacedColumn, 'tags' | 'more'> {
  const shown = tags.slice(0, TAG.most);
  const step = TAG.height + TAG.gap;
  const placed = shown.map((tag, nth) => {
    const indent = tag.covers ? TAG.indent : 0;
    // What covers another lies over its lower edge.
    const top = y + nth * step - (tag.covers ? TAG.gap + 3 : 0);
    return { tag, x: x + 6 + indent, y: top, width: width - 12 - indent, height: TAG.height };
  });
  const count = tags.length - shown.length;
  return { tags: placed, more: count === 0 ? null : { count, y: y + shown.length * step + 11 } };
}

/** Each cord on its lane, and down to its plugs: those that come from above turn nearest to the column. */
function placeCords(
  cords: readonly Cord[],
  columns: readonly PlacedColumn[],
  x: number,
  right: number,
): PlacedCord[] {
  const turns = new Map<number, number>();
  const inColumn = (nth: number) =>
    cords.reduce((sum, { ends }) => sum + ends.filter(({ column }) => column === nth).length, 0);
  /** Where cords that are above come down. */
  const above: number[] = [];
  return cords.map((cord, nth) => {
    const lane = EDGE + nth * LANE + 18;
    const ends = cord.ends.flatMap(({ column, tag }): PlacedEnd[] => {
      const placed = columns[column];
      const at = placed?.tags.find((each) => each.tag.mount === tag.mount);
      if (placed === undefined || at === undefined) return [];
      const taken = turns.get(column) ?? 0;
      turns.set(column, taken + 1);
      const step = Math.min(6, (GAP - 9) / Math.max(1, inColumn(column)));
      return [
        {
          turn: placed.x - 8 - taken * step,
          x: at.x,
          y: at.y + at.height / 2,
          writable: tag.writable,
          to: placed.column.boxes.map(({ key }) => key).join(' '),
        },
      ];
    });
    const room = Math.min(right, ...above) - x;
    above.push(...ends.map(({ turn }) => turn));
    return { cord, lane, x, room, ends };
  });
}
