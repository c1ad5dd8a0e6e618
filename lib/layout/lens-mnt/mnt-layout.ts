import type { Insides } from '../../inside/insides';
import type { Messages } from '../../i18n/messages';
import { NO_LAYERS_TOLD, type LayersTold } from '../../images/layers-told';
import type { Snapshot } from '../../model/snapshot';
import type { Size } from '../geometry';
import type { LensBox } from '../lens/lens-boxes';
import { columnsOf, toldOf, type Column } from './columns';
import { cordsOf } from './cords';
import { dotsOf, highestDots, lookFor, placeDots } from './dots';
import { folded, together } from './folded';
import { placeHost } from './host';
import { bytesOf, layerFacts, writtenOf } from './layer-facts';
import { placeLayers } from './layers';
import { LANE, placeCords } from './place-cords';
import { heightOfTags, inOrder, placeTags, tagsKey } from './place-tags';
import type { MntLayout, PlacedColumn, PlacedGroup } from './placed';
import { hasHostsPaths, unseenOf } from './unseen';

/** What the picture of mounts is laid out from. */
export interface MntSubject {
  boxes: readonly LensBox[];
  insides: Insides;
  /** What is known of images and of what was written; left out: nobody asks. */
  layers?: LayersTold | undefined;
  snapshot: Snapshot;
  /** Without filters: what is told of the host is true of this. */
  whole: Snapshot;
  opened: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  /** The mounts that a lesson speaks of. */
  spokenOf?: ReadonlySet<string> | undefined;
  /** Is it looked at from the back row? */
  brief: boolean;
  messages: Messages;
}

const EDGE = 2;
/** The host's box, what is between columns, where cords come down, and a column at the least. */
const WIDTHS = { host: 236, gap: 26, least: 138 };
const BRIEF_WIDTHS = { host: 148, gap: 22, least: 136 };
/** What a column takes at the most; a brief one takes what there is. */
const MOST = 240;
/** What makes columns one again, with what is free below it. */
const BAND = 26;
const LANES = { least: 3, most: 10 };
/** Cords take no more of the room's height, so that what they lead to is seen below them. */
const SHARE_OF_CORDS = 0.28;
/** Name, image and number of a namespace. */
const HEAD = 64;
/** So much where nothing was mounted for anybody. */
const NO_TAGS = 25;
/** The line of the root; in words it takes two. */
const ROOT = { usual: 24, brief: 36 };
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
  const {
    boxes,
    insides,
    layers: told,
    snapshot,
    whole,
    opened,
    chosen,
    spokenOf,
    brief,
    messages,
  } = subject;
  const { host: hostWidth, gap, least: narrowest } = brief ? BRIEF_WIDTHS : WIDTHS;
  const host = boxes.find((box) => box.host) ?? null;
  const left = EDGE + (host === null ? 0 : hostWidth + gap);
  const each = together(columnsOf(boxes, insides, snapshot, messages, spokenOf), opened);
  const free = room.width - left - EDGE;
  const fits = each.length * (narrowest + gap) - gap <= free;
  const columns = fits ? each : folded(each, opened, chosen);
  const even = Math.floor((free + gap) / Math.max(1, columns.length)) - gap;
  const width = Math.min(brief ? Infinity : MOST, Math.max(narrowest, even));
  const frames = columns.map((_, nth) => ({ x: left + nth * (width + gap), width }));
  const right = left + columns.length * (width + gap) - gap + EDGE;

  const isHosts = ({ boxes: [{ members }] }: Column) => {
    const engine = snapshot.engines.find(({ id }) => id === members[0]?.engine);
    return hasHostsPaths(engine?.namespaces.mnt ?? null, host?.namespace?.id ?? null);
  };
  const corded = columns.map((column) => (isHosts(column) ? column.tags : []));
  const share = Math.floor((room.height * SHARE_OF_CORDS) / LANE);
  const most = Math.min(LANES.most, Math.max(LANES.least, share));
  const { cords, more } = cordsOf(host === null ? [] : corded, most);
  const lanes = cords.length + (more > 0 ? 1 : 0);
  const bandTop = EDGE + (lanes === 0 ? 0 : lanes * LANE + 10);
  const top = bandTop + (columns.some(({ openedFrom }) => openedFrom !== null) ? BAND : 0);

  const look = lookFor(columns, width, brief);
  const headHeight = HEAD + highestDots(columns, width, look);
  const tagged = columns.map((column) => inOrder(column.tags, cords));
  const isOpened = ({ key }: Column) => opened.has(tagsKey(key));
  const tagsHeight = Math.max(
    NO_TAGS,
    ...columns.map((column, nth) => heightOfTags(tagged[nth] ?? [], isOpened(column))),
  );
  const deepest = Math.max(0, ...columns.map(({ stack }) => stack?.layers.length ?? 0));
  const fixed =
    headHeight +
    GAPS.tags +
    tagsHeight +
    GAPS.root +
    (brief ? ROOT.brief : ROOT.usual) +
    WRITABLE +
    10;
  const below = (brief ? 0 : LEGEND) + EDGE;
  const least = deepest <= LAYER.few ? LAYER.line : LAYER.least;
  const spare = room.height - top - fixed - below;
  const layer = Math.min(LAYER.most, Math.max(least, Math.floor(spare / Math.max(1, deepest))));
  const bottom = Math.max(room.height - below, top + fixed + deepest * layer);
  const base = bottom - 10;

  const facts = layerFacts(columns, told ?? NO_LAYERS_TOLD, messages);
  const placed = columns.map((column, nth): PlacedColumn => {
    const { x } = frames[nth] ?? { x: left };
    const frame = { x, y: top, width, height: bottom - top };
    const tagsFrame = { ...frame, y: top + headHeight + GAPS.tags };
    const tags = placeTags(tagged[nth] ?? [], tagsFrame, isOpened(column));
    const ownTop = base - (column.stack?.layers.length ?? 0) * layer;
    const own = {
      ...{ x: x + 6, y: ownTop - WRITABLE + 3 },
      ...{ width: width - 12, height: WRITABLE - 3 },
    };
    return {
      ...frame,
      column,
      headBottom: top + headHeight,
      dots: placeDots(dotsOf(column), frame, top + HEAD, look),
      ...tags,
      note: column.tags.length === 0 ? { y: top + headHeight + GAPS.tags } : null,
      root:
        column.told.is === 'known' && !column.various
          ? { y: ownTop - (column.stack === null ? 0 : WRITABLE) - 8 }
          : null,
      writable: column.stack?.writable === true ? own : null,
      written:
        told === undefined || column.stack?.writable !== true
          ? null
          : writtenOf(column, told, messages),
      noSizes: facts.unknown.get(column.key) ?? null,
      bytes: column.stack === null ? null : bytesOf(column.stack.layers, facts),
      sealed: column.stack?.writable === false ? own : null,
    };
  });
  const standing = columns.map((column, nth) => ({ column, x: frames[nth]?.x ?? left, width }));
  const hostFrame = { x: EDGE, y: EDGE, width: hostWidth, height: bottom - EDGE };
  const placedHost =
    host === null
      ? null
      : placeHost(
          {
            ...{ box: host, columns, told: toldOf(host, insides, messages) },
            unseen: unseenOf(whole, insides),
            facts: told === undefined ? null : facts,
            unclear: messages.imageLayers.someUnclear,
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
    groups: groupsOf(placed, bandTop),
    runs: placeLayers(standing, base, layer, facts),
    cords: placeCords(cords, placed, {
      // No cord comes down through the uppermost lane: what is written there is crossed by none.
      ...{ x: EDGE + hostWidth, top: EDGE + (more > 0 ? LANE : 0), right: room.width - EDGE, gap },
    }),
    moreCords: more === 0 ? null : { count: more, x: EDGE + hostWidth + 14, y: EDGE + 14 },
    legend: { x: EDGE, y: size.height - LEGEND + 4 },
    look,
    size,
  };
}

/** The columns that an opened one stands for, with what makes them one again above them. */
function groupsOf(columns: readonly PlacedColumn[], y: number): PlacedGroup[] {
  const groups = new Map<string, PlacedColumn[]>();
  for (const each of columns) {
    const key = each.column.openedFrom;
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].flatMap(([key, [first, ...more]]): PlacedGroup[] => {
    if (first === undefined) return [];
    const last = more.at(-1) ?? first;
    return [
      {
        ...{ key, x: first.x, y, width: last.x + last.width - first.x, height: BAND - 4 },
        columns: [first.column, ...more.map(({ column }) => column)],
      },
    ];
  });
}
