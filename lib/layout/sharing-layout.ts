import { BoxIndex } from './box-index';
import { fitCamera, innerSize, maxFitScale, visibleBox } from './camera';
import { crossings, drawnBounds } from './clarity';
import { boundsOf, tooClose, type Box, type Size } from './geometry';
import { bundlePlaces, bundlesOf, withoutBundled, type Bundle } from './bundle';
import { clustersOf, partWithoutPlaces } from './cluster';
import { clusterShapes, QUICK, THOROUGH } from './cluster-shape';
import { withComing } from './coming';
import { boxed, type Boxed } from './convex';
import type { Group } from './group';
import { ShapeBook } from './shape-book';
import { standGroup } from './stand-group';
import { islandsOf } from './hull-islands';
import { placeGroup } from './place-group';
import type { Surroundings } from './placing-cost';
import { GAP, HOST_KEY, roomAt, type Place, type Places, type Room } from './places';
import { placeStopped } from './stopped-shelf';
import type { GraphNode, Hub, SharingGraph } from '../sharing/graph';
import { STOPPED_KEY } from '../sharing/stopped-fold';
import { addSibling, type Siblings } from './siblings';
import { SlotBoard } from './slot-board';
import { middleSlot } from './slot-grid';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { hostTie, hubTie } from './tie-path';
import { curvesOf, type DrawnCurve } from './tie-curves';
import { drawnCurves } from './ties';

/** Where everything of the sharing picture stands. */
export interface SharingLayout {
  places: Places;
  /**
   * The ties between these very places: what is laid out next, and who draws it, need not find them
   * again. Empty where they are not known: of what was moved by hand, remembered or sent.
   */
  curves: readonly DrawnCurve[];
  /** All that is drawn fits into this. */
  bounds: Box;
  /** The part of the world that was on the canvas when the picture was first laid out. */
  window: Box;
  /** Places of things that are gone, free for those that come back. */
  left: Places;
  /** What a person has moved, and where it stood before. */
  pins: Places;
}

/**
 * How much larger than its contents a fresh window is made. Greedy placing fills one window well and
 * another badly, so several are tried and the picture that reads best is kept.
 */
const AIRS = [1, 1.15, 1.3, 1.5, 1.7];

/** A tie that runs under something counts like a picture that is smaller by so much. */
const CROSSING = 0.2;

/** With more things than this fewer windows are tried: many fill any of them about alike. */
const FEW = 40;
/** With more than this one alone, and fewer shapes in it: each takes its time. */
const MANY = 160;

/** The rows and columns around the window that many things are given at once, to fit whole projects. */
const MANY_MARGIN = 4;

/** What it costs to leave the window. */
const OUTSIDE = { fresh: 12, later: 6 };

/** How many ways are tried to add to a group that is partly in place. */
const STARTS = 8;

/** How many places of things that are gone are remembered. */
const MAX_LEFT = 600;

/**
 * Finds a place for everything. The result depends on the arguments alone, not on the order of
 * what the graph lists. What has a place in `previous` keeps it (unless it needs more room now and
 * has neighbours); what is new takes free room and moves nothing.
 *
 * Groups of containers that share something are placed one after another on a staggered grid of
 * slots; the cheapest of several starts is kept (see place-group.ts for what costs).
 *
 * @param size of the canvas in screen pixels; its shape decides the picture's on a fresh layout
 */
export function layOut(
  graph: SharingGraph,
  size: Size,
  previous: SharingLayout | null,
): SharingLayout {
  if (previous !== null) return layOutAfter(previous, withComing(graph, previous), size);
  const bundles = bundlesOf(graph);
  const folded = withoutBundled(graph);
  const things = graph.nodes.length + graph.hubs.length;
  const airs = AIRS.slice(0, things > MANY ? 1 : things > FEW ? 3 : AIRS.length);
  const shapes = shapeBook(graph);
  return airs
    .map((air) => layOutIn(freshWindow(graph, size, air), folded, size, null, bundles, shapes))
    .reduce((best, each) =>
      legibility(folded, size, each) > legibility(folded, size, best) ? each : best,
    );
}

function layOutAfter(previous: SharingLayout, graph: SharingGraph, size: Size): SharingLayout {
  const bundles = bundlesOf(graph);
  const { window } = previous;
  return layOutIn(window, withoutBundled(graph), size, previous, bundles, shapeBook(graph));
}

/** Of many things, shapes are not looked for as hard. */
function shapeBook({ nodes, hubs }: SharingGraph): ShapeBook {
  return new ShapeBook(nodes.length + hubs.length > MANY ? QUICK : THOROUGH);
}

/** How large it can be shown, and the less the more ties run under rings and labels. */
function legibility(graph: SharingGraph, size: Size, { places, bounds }: SharingLayout): number {
  const hidden = crossings(places, curvesOf(graph, places));
  return fitCamera(bounds, size).scale / (1 + CROSSING * hidden);
}

function layOutIn(
  window: Box,
  graph: SharingGraph,
  size: Size,
  previous: SharingLayout | null,
  bundles: readonly Bundle[],
  shapes: ShapeBook,
): SharingLayout {
  const wanted = graph.nodes.length + graph.hubs.length;
  const places = keptPlaces(graph, previous);
  if (!places.has(HOST_KEY)) places.set(HOST_KEY, hostPlace(window));
  const least = previous === null && wanted > FEW ? MANY_MARGIN : 1;
  for (let margin = least; ; margin += 2 + Math.ceil(Math.sqrt(wanted) / 2)) {
    const outside = previous === null ? OUTSIDE.fresh : OUTSIDE.later;
    const pins = previous?.pins ?? new Map<string, Place>();
    const placed = placeRunning(graph, window, places, pins, margin, outside, bundles, shapes);
    if (placed === null) continue;
    if (previous === null && bundles.length === 0) centreHost(graph, placed);
    const all = placeStopped(graph, placed);
    // A lone host stays at the side, so that the first container need not move the camera.
    const curves = drawnCurves(graph, all, previous);
    const drawn = all.size === 1 ? null : drawnBounds(all, curves);
    const bounds = drawn ?? window;
    return {
      places: all,
      curves,
      bounds,
      window: previous?.window ?? visibleBox(fitCamera(bounds, size), size),
      left: leftPlaces(previous, all),
      pins: heldPins(previous, all),
    };
  }
}

/** The room that the picture will need, in the canvas's shape. */
function freshWindow(graph: SharingGraph, size: Size, air: number): Box {
  const room = innerSize(size);
  const stopped = graph.nodes.filter((node) => node.stopped).length;
  const slots = graph.nodes.length - stopped + graph.hubs.length + 3;
  const area = slots * SLOT_WIDTH * SLOT_HEIGHT * air;
  const scale = Math.min(maxFitScale(size), Math.sqrt((room.width * room.height) / area));
  const width = Math.round(room.width / scale / 2);
  const height = Math.round(room.height / scale / 2);
  return { left: -width, top: -height, right: width, bottom: height };
}

/** The host stands at the left, in the middle. */
function hostPlace(window: Box): Place {
  const room = roomAt({ x: 0, y: 0 }, 'host');
  const y = Math.round((window.top + window.bottom) / 2);
  return { x: Math.round(window.left - room.left), y, room: 'host', labelAbove: false };
}

/** A host without ties moves to the middle of the others' height, if there is room. */
function centreHost(graph: SharingGraph, places: Map<string, Place>): void {
  const host = places.get(HOST_KEY);
  const others = [...places].filter(([key]) => key !== HOST_KEY).map(([, place]) => place);
  const boxes = others.map((place) => roomAt(place, place.room));
  const bounds = boundsOf(boxes);
  const tied = graph.nodes.some((node) => node.hostTies.length > 0);
  if (host === undefined || bounds === null || tied) return;
  const centred = { ...host, y: Math.round((bounds.top + bounds.bottom) / 2) };
  const box = roomAt(centred, 'host');
  if (!boxes.some((each) => tooClose(each, box, GAP))) places.set(HOST_KEY, centred);
}

function roomOf(node: GraphNode): Room {
  return node.stopped ? 'stopped' : 'container';
}

/** The places that hold: kept ones, and those of returning things where nothing has come between. */
function keptPlaces(graph: SharingGraph, previous: SharingLayout | null): Map<string, Place> {
  const kept = new Map<string, Place>();
  if (previous === null) return kept;
  const host = previous.places.get(HOST_KEY);
  if (host !== undefined) kept.set(HOST_KEY, host);
  const wanted: { key: string; room: Room }[] = [
    ...graph.nodes.map((node) => ({ key: node.key, room: roomOf(node) })),
    ...graph.hubs.map((hub) => ({ key: hub.id, room: 'hub' as const })),
    ...(graph.stopped === undefined ? [] : [{ key: STOPPED_KEY, room: 'stopped' as const }]),
  ];
  const changed: { key: string; place: Place }[] = [];
  for (const { key, room } of wanted) {
    const place = previous.places.get(key);
    // A container that stops keeps its room, so that it can start again where it stands.
    if (place !== undefined && (place.room === room || room === 'stopped')) kept.set(key, place);
    else {
      const before = place ?? previous.left.get(key);
      if (before !== undefined) changed.push({ key, place: { ...before, room } });
    }
  }
  for (const { key, place } of changed) {
    const box = roomAt(place, place.room);
    const free = [...kept.values()].every((each) => !tooClose(roomAt(each, each.room), box, GAP));
    if (free) kept.set(key, place);
  }
  return kept;
}

/**
 * @param pins where what was moved by hand goes back to: better kept free
 * @returns null when the board was too small
 */
function placeRunning(
  graph: SharingGraph,
  window: Box,
  kept: Places,
  pins: Places,
  margin: number,
  outside: number,
  bundles: readonly Bundle[],
  shapes: ShapeBook,
): Map<string, Place> | null {
  const places = new Map(kept);
  const host = places.get(HOST_KEY) ?? hostPlace(window);
  const hostRoom = roomAt(host, 'host');
  const left = hostRoom.right < window.right ? hostRoom.right : window.left;
  const middle = {
    x: Math.round((left + window.right) / 2),
    y: Math.round((window.top + window.bottom) / 2),
  };
  const keys = graph.nodes.map(({ key }) => key);
  const board = new SlotBoard(window, middleSlot(middle, keys, kept, pins), margin, outside);
  for (const place of [...places.values(), ...pins.values()]) board.take(place);
  for (const point of bundlePlaces(bundles, places).values()) {
    board.take({ ...point, room: 'bundle', labelAbove: false });
  }
  const projects = new Map<string, Siblings>();
  const hulls = new BoxIndex<Boxed>();
  const around: Surroundings = { board, host, places, projects, hulls };
  for (const hub of graph.hubs) avoidTies(hub);
  for (const node of graph.nodes) join(node);
  reserveHulls(graph);

  for (const cluster of clustersOf(partWithoutPlaces(graph, places))) {
    const keys = keysOf(cluster.whole);
    if (keys.every((key) => places.has(key))) continue;
    const together = keys.some((key) => places.has(key)) ? null : clusterShapes(cluster, shapes);
    const found = together === null ? null : standGroup(cluster.whole, together, around);
    if (found !== null) settle(cluster.whole, found);
    // A project is torn apart only where a larger board does not help.
    else if (together !== null && margin < MANY_MARGIN) return null;
    else if (!cluster.groups.every((group) => placeAmong(group))) return null;
    reserveHulls({ nodes: cluster.whole.nodes, hubs: cluster.whole.hubs });
  }
  return places;

  /** Places a group beside what of its cluster is in place; false when the board is too small. */
  function placeAmong(group: Group): boolean {
    const keys = keysOf(group);
    if (keys.every((key) => places.has(key))) return true;
    const found = keys.some((key) => places.has(key))
      ? (placeGroup(group, around, STARTS)[0]?.places ?? null)
      : standGroup(group, shapes.shapesOf(group), around);
    if (found !== null) settle(group, found);
    return found !== null;
  }

  function settle(group: Group, found: Places): void {
    for (const [key, place] of found) {
      places.set(key, place);
      board.take(place);
    }
    for (const place of found.values()) board.crowdAround(place);
    for (const hub of group.hubs) if (found.has(hub.id)) avoidTies(hub);
    for (const node of group.nodes) if (found.has(node.key)) join(node);
  }

  function reserveHulls(part: SharingGraph): void {
    for (const { project, polygons } of islandsOf(part, places)) {
      for (const polygon of polygons) board.reserve(project, polygon);
      for (const polygon of polygons) hulls.add(boxed(polygon));
    }
  }

  function avoidTies(hub: Hub): void {
    const place = places.get(hub.id);
    if (place === undefined) return;
    for (const key of hub.members) {
      const member = places.get(key);
      if (member !== undefined) board.avoid(hubTie(member, hub.type, place));
    }
  }

  function join(node: GraphNode): void {
    const place = places.get(node.key);
    if (place === undefined || node.stopped) return;
    for (const type of node.hostTies) board.avoid(hostTie(place, type, host));
    if (node.project === null) return;
    addSibling(projects, node.project, place);
  }
}

function keysOf({ nodes, hubs }: Group): string[] {
  return [...nodes.map((node) => node.key), ...hubs.map((hub) => hub.id)];
}

/** What was there before and is not now, the latest last; the oldest are forgotten. */
function leftPlaces(previous: SharingLayout | null, places: Places): Places {
  if (previous === null) return new Map();
  const left = [...previous.left, ...previous.places].filter(([key]) => !places.has(key));
  return new Map(left.slice(-MAX_LEFT));
}

/** The pins of what stands where it was pinned, and of what was pinned and is gone for now. */
function heldPins(previous: SharingLayout | null, places: Places): Places {
  if (previous === null) return new Map();
  const held = [...previous.pins].filter(([key]) => {
    const now = places.get(key);
    const pinned = previous.places.get(key) ?? previous.left.get(key);
    return now === undefined || (now.x === pinned?.x && now.y === pinned.y);
  });
  return new Map(held);
}
