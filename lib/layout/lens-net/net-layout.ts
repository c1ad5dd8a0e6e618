import type { Insides } from '../../inside/insides';
import { containerKey, type NamespaceId } from '../../model/ids';
import type { Process } from '../../model/process';
import type { Point, Size } from '../geometry';
import type { LensBox } from '../lens/lens-boxes';
import type { NetMessages } from './blocks';
import { groundText } from './ground';
import { NET_DOT } from './head';
import { legendOf, NO_LEGEND } from './legend';
import { lineOf, type Piece } from './line';
import type { NetLayout, PlacedNet, PlacedRail, PlacedWire } from './placed';
import { PADDING, type Measuring } from './measure';
import { crossingsRoom, routesDown, type Route } from './routes';
import { areChips, GUTTER, siteOf, type Site, type Standing } from './site';
import { answerOf, type NetAnswer } from './told';
import { isPublished, wiringOf, type Ground, type Wire, type Wiring } from './wiring';

/** What the picture of networks is laid out from. */
export interface NetSubject {
  boxes: readonly LensBox[];
  insides: Insides;
  processes: readonly Process[];
  /** What is selected: keys of containers and ids of namespaces. */
  chosen: ReadonlySet<string>;
  /** The networks of engines that are not the host's. */
  engines: ReadonlySet<NamespaceId>;
  hostname: string;
  /** Is there something to be said above it? Else no room is left for that. */
  speaks: boolean;
  /** Is it looked at from the back row? Then it says who is plugged into what, what listens, and what is in the way. */
  brief: boolean;
  messages: NetMessages;
}

const EDGE = 2;
/** The room of what is said of two that are selected, and what is free below it. */
const STRIP = { height: 38, gap: 8 };
const RAIL = { height: 30, gap: 12, inset: 12 };
/** From the upper edge of a ground to its first rail, where no wire crosses. */
const BAND = 34;
const OUTSIDE = { width: 76, gap: 18 };
const SITE_GAP = 18;
const MARGIN_LANE = 6;

/** Stands networks, what is in them and the wires between them. The same subject and size give the same picture. */
export function layOutNet(subject: NetSubject, size: Size): NetLayout {
  const { boxes, insides, messages, chosen, brief } = subject;
  const processes = new Map(subject.processes.map((each) => [each.pid, each]));
  const measuring: Measuring = { insides, processes, brief, messages };
  const wiring = wiringOf(boxes, insides);
  const many = areChips(boxes.length - wiring.grounds.length, size);
  const isChip = (box: LensBox) =>
    many &&
    box.members.length < 2 &&
    !isPublished(box) &&
    !chosen.has(box.key) &&
    !box.members.some((each) => chosen.has(containerKey(each)));
  const leads = !brief && wiring.grounds.some(({ box }) => physicalOf(box, insides).length > 0);
  const margin = wiring.others.length === 0 ? 0 : 8 + wiring.others.length * MARGIN_LANE;
  const left = EDGE + margin;
  const width = size.width - EDGE - left - (leads ? OUTSIDE.width + OUTSIDE.gap : 0);
  const placing: Placing = { subject, measuring, wiring, isChip, left, width };
  const placed: PlacedNet[] = [];
  const wires: PlacedWire[] = [];
  const top = EDGE + (subject.speaks ? STRIP.height + STRIP.gap : 0);
  let y = top;
  const grounds = brief ? withContainers(wiring.grounds) : wiring.grounds;
  const drawn: (Ground | null)[] = grounds.length === 0 ? [null] : [...grounds];
  // Who has no wire stands last, but from the back row beside those that have.
  const ofLoose = brief ? 0 : drawn.length - 1;
  drawn.forEach((ground, nth) => {
    const loose = nth === ofLoose ? wiring.loose : [];
    y = placeSite(ground, loose, y, placing, placed, wires) + SITE_GAP;
  });
  const bottom = y - SITE_GAP;
  wires.push(...aroundWires(wiring.others, placed, left));
  const legend = brief
    ? NO_LEGEND
    : legendOf(placed, wires, messages, { x: left, y: bottom, width });
  return {
    boxes: placed,
    wires,
    strip: { x: left, y: EDGE, width, height: STRIP.height },
    outside: leads ? outsideOf(placed, left + width + OUTSIDE.gap, { top, bottom }) : null,
    legend,
    look: NET_DOT,
    size: { width: size.width, height: Math.max(size.height, bottom + legend.height + EDGE) },
  };
}

interface Placing {
  subject: NetSubject;
  measuring: Measuring;
  wiring: Wiring;
  isChip: (box: LensBox) => boolean;
  left: number;
  width: number;
}

/** Networks that containers are in, or are plugged into. */
function withContainers(grounds: readonly Ground[]): Ground[] {
  return grounds.filter(({ box, isPlugged }) => box.members.length > 0 || isPlugged);
}

function physicalOf(box: LensBox, insides: Insides) {
  return (answerOf(box, insides)?.devices ?? []).filter(({ kind }) => kind === 'physical');
}

/** A ground with what stands on it. @returns its lower edge */
function placeSite(
  ground: Ground | null,
  loose: readonly LensBox[],
  top: number,
  placing: Placing,
  placed: PlacedNet[],
  wires: PlacedWire[],
): number {
  const { measuring, isChip, left, width } = placing;
  const rails = ground?.rails ?? [];
  const own = rails.flatMap((rail) => rail.wires.map((wire) => ({ rail, wire })));
  const firstOf = (box: LensBox): Wire | null =>
    own.find(({ rail, wire }) => rail.boxes.includes(box) && wire.from.namespace === box.key)
      ?.wire ?? null;
  const wanted = { isChip, deviceOf: (box: LensBox) => firstOf(box)?.from.index ?? null };
  const site = siteOf(rails, loose, left + GUTTER, width - GUTTER - 2, wanted, measuring);
  const standings = site.standing.map((each) => ({ ...each, y: each.y + top }));
  for (const standing of standings) placed.push(standingBox(standing));
  const edge = top + site.height + (site.standing.length > 0 ? 6 : 0);
  if (ground === null) return edge;
  const ends = own.flatMap(({ rail, wire }) => {
    const standing = standings.find(({ box }) => box.key === wire.from.namespace);
    const first = standing !== undefined && firstOf(standing.box) === wire;
    return standing === undefined ? [] : [{ rail, wire, standing, first }];
  });
  const order = new Map(standings.map((each, nth) => [each, nth]));
  // Those that come from the highest boxes keep to the left.
  ends.sort(
    (a, b) =>
      (order.get(a.standing) ?? 0) - (order.get(b.standing) ?? 0) ||
      a.wire.from.index - b.wire.from.index,
  );
  const routed = (railTop: number) => {
    const places = railPlaces(site, ground, railTop, measuring);
    const routes = routesDown(
      ends.flatMap(({ rail, ...end }) => {
        const place = places.find((each) => each.rail === rail);
        return place === undefined ? [] : [{ ...end, rail: place }];
      }),
      edge,
      edge + BAND - 8,
    );
    return { places, routes };
  };
  const crossing = routed(edge).routes.filter(({ crosses }) => crosses).length;
  const band = rails.length === 0 ? 0 : BAND + crossingsRoom(crossing);
  const { places, routes } = routed(edge + band);
  wires.push(...labelled(routes, places, edge));
  const textTop = Math.max(edge + PADDING.y + 6, ...places.map(({ y, height }) => y + height + 16));
  const at = { x: left + PADDING.x + 2, y: textTop };
  const text = groundText(
    ground,
    width - 2 * PADDING.x - 4,
    titleOf(ground.box, placing),
    measuring,
  );
  const height = textTop + text.height + PADDING.y + 4 - edge;
  placed.push({
    ...{ box: ground.box, x: left, y: edge, width, height, standing: null },
    dots: text.dots.map(({ process, x, y }) => ({ process, x: x + at.x, y: y + at.y })),
    strip:
      text.strip === null
        ? null
        : { ...text.strip, x: text.strip.x + at.x, y: text.strip.y + at.y },
    ground: { rails: places, text, at },
  });
  return edge + height;
}

function standingBox(standing: Standing): PlacedNet {
  const { box, x, y, width, height, chip, measured } = standing;
  const inset = measured === null ? { x: 0, y: 0 } : PADDING;
  const dots = measured?.head.dots ?? chip?.dots ?? [];
  const strip = measured?.head.strip ?? null;
  return {
    ...{ box, x, y, width, height, standing, ground: null },
    dots: dots.map((dot) => ({
      process: dot.process,
      x: x + inset.x + dot.x,
      y: y + inset.y + dot.y,
    })),
    strip: strip === null ? null : { ...strip, x: x + inset.x + strip.x, y: y + inset.y + strip.y },
  };
}

function titleOf({ key, host }: LensBox, { subject }: Placing): string {
  const { hostname, engines, messages } = subject;
  // A machine whose name is not told is called so.
  if (host) return hostname === messages.host ? hostname : `${messages.host} · ${hostname}`;
  return [...engines].some((each) => each === key) ? messages.engine : messages.noContainer;
}

function railPlaces(
  { blocks }: Site,
  { box, rails }: Ground,
  top: number,
  { messages, insides }: Measuring,
): PlacedRail[] {
  const answer = answerOf(box, insides);
  return blocks.flatMap(({ rail, x, width, tier }) => {
    if (rail === null || !rails.includes(rail)) return [];
    const { device, name } = rail;
    const inset = 12;
    const count = device?.kind === 'bridge' ? portsOf(name, answer) : null;
    const ports = count === null ? null : messages.portsOfBridge(count);
    const addresses = device?.addresses ?? [];
    const piece = (address: string): Piece => ({
      ...{ text: address, role: 'dimCode', gives: true },
      data: { address },
    });
    const line = lineOf(
      [
        { text: name, role: 'name', gives: true },
        ...addresses.filter((each) => !each.startsWith('fe80:')).map(piece),
        ...(ports === null ? [] : [{ text: ports, role: 'dim', gives: true } as const]),
        // Of no use to who is elsewhere: it is the first to be left out where room lacks.
        ...addresses.filter((each) => each.startsWith('fe80:')).map(piece),
      ],
      width - 2 * inset,
    );
    const y = top + tier * (RAIL.height + RAIL.gap);
    return [{ key: `${box.key} ${name}`, rail, line, x, y, width, height: RAIL.height }];
  });
}

/** How many devices are plugged into a bridge, with or without a wire that is drawn; null: not known. */
function portsOf(bridge: string, answer: NetAnswer | null): number | null {
  if (answer === null || answer.devices === null) return null;
  if (answer.unreadable['devices.master'] !== undefined) return null;
  return answer.devices.filter(({ master }) => master === bridge).length;
}

/** The names of far ends, where nothing else is in their way. */
function labelled(
  routes: readonly Route[],
  rails: readonly PlacedRail[],
  edge: number,
): PlacedWire[] {
  const plugs = routes.flatMap(({ plug }) => (plug === null ? [] : [plug.x])).sort((a, b) => a - b);
  return routes.map((route) => {
    const { wire, plug, alone, points } = route;
    const end = points.at(-1);
    const rail = rails.find(({ rail: each }) => each.wires.includes(wire)) ?? null;
    const next = plug === null ? 0 : Math.min(...plugs.filter((x) => x > plug.x), Infinity);
    const most = rail === null || plug === null ? 0 : rail.x + rail.width - plug.x;
    const room = plug === null || !alone ? 0 : Math.min(next - plug.x, most) - 16;
    const label =
      plug === null || room < 40 || end === undefined
        ? null
        : {
            line: lineOf(
              [{ text: wire.to.name ?? `#${String(wire.to.index)}`, role: 'dimCode' }],
              room,
            ),
            x: plug.x + 10,
            y: edge + 8,
          };
    return { ...route, rail: rail?.key ?? null, label };
  });
}

/** Wires between grounds, and between boxes: around all of it, at the left. */
function aroundWires(
  others: readonly Wire[],
  placed: readonly PlacedNet[],
  left: number,
): PlacedWire[] {
  return others.flatMap((wire, nth): PlacedWire[] => {
    const ends = [wire.from, wire.to].map((end) =>
      placed.find(({ box }) => box.key === end.namespace),
    );
    const [one, other] = ends;
    if (one === undefined || other === undefined) return [];
    const lane = left - 8 - nth * MARGIN_LANE;
    const exit = ({ x, y, height, standing }: PlacedNet): Point[] =>
      standing === null
        ? [
            { x, y: y + height / 2 },
            { x: lane, y: y + height / 2 },
          ]
        : [
            { x: x + 8 + nth * 4, y: y + height },
            { x: x + 8 + nth * 4, y: y + height + 5 },
            { x: lane, y: y + height + 5 },
          ];
    return [
      {
        ...{ wire, plug: null, alone: false, crosses: false, rail: null, label: null },
        points: [...exit(one), ...exit(other).reverse()],
      },
    ];
  });
}

function outsideOf(
  placed: readonly PlacedNet[],
  x: number,
  { top: y, bottom }: { top: number; bottom: number },
): NetLayout['outside'] {
  const wires = placed.flatMap(({ box, ground, x: from, width }) =>
    (ground?.text.physical ?? []).map(({ x: at, y: down, device }) => ({
      ...{ device: device.name, box: box.key },
      from: { x: Math.min(from + width, at + (ground?.at.x ?? 0)), y: down + (ground?.at.y ?? 0) },
      to: { x, y: down + (ground?.at.y ?? 0) },
    })),
  );
  return { x, y, width: OUTSIDE.width, height: bottom - y, wires };
}
