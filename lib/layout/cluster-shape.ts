import { crossings } from './clarity';
import type { Cluster } from './cluster';
import { boxed } from './convex';
import type { Group } from './group';
import { addSibling, type Siblings } from './siblings';
import { patternOf, shapeIn, standingAt, type Shape } from './shape';
import type { Effort, ShapeBook } from './shape-book';
import { standGroup } from './stand-group';
import { emptySurroundings } from './placing-cost';
import type { Place } from './places';
import { islandsOf } from './hull-islands';
import { SlotBoard } from './slot-board';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { hostTie } from './tie-path';
import { curvesOf } from './tie-curves';

/** How far left of a cluster the host is thought to be. */
const HOST_AWAY = 2 * SLOT_WIDTH;

/** Where there is time. */
export const THOROUGH: Effort = { aspects: [1.6, 1, 2.6, 0.6], most: 3 };

/** A fraction of the time, and among many hardly a difference: ties a little shorter, a few more cross. */
export const QUICK: Effort = { aspects: [1.6], most: 2 };

/** What a cluster costs by its extent, for each slot of width and height. */
const EXTENT = 0.3;

/** What it costs that a project is in two pieces, for each that is too many. */
const TORN = 4;

/** What it costs that two pieces are held together by no more than a bridge. */
const BRIDGED = 2.5;

/** What it costs that a tie runs through something. */
const CROSSED = 4;

/** What a slot costs that is not in the cluster's own window. */
const OUTSIDE = 2;

/** How a whole cluster may stand, the best first; empty when there is no way. */
export function clusterShapes(cluster: Cluster, book: ShapeBook): Shape[] {
  return book.remembered(clusterPattern(cluster), () => findShapes(cluster, book));
}

/**
 * What clusters have in common that can stand in the same shapes: who shares what with whom, and with the host, and
 * whose it is.
 */
function clusterPattern({ groups }: Cluster): string {
  const projects = new Map<string | null, number>([[null, 0]]);
  const numberOf = (project: string | null) => {
    const number = projects.get(project) ?? projects.size;
    projects.set(project, number);
    return number;
  };
  const parts = groups.map((group) => {
    const nodes = group.nodes.map(({ project, hostTies }) => {
      return `${numberOf(project)} ${hostTies.join(' ')}`;
    });
    return `${patternOf(group)}:${nodes.join()}`;
  });
  return `cluster ${parts.join('/')}`;
}

function findShapes({ groups, whole }: Cluster, book: ShapeBook): Shape[] {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    return book.shapesOf(only).map((shape) => withHulls(shape, whole));
  }
  const strangers = groups.filter(hasStranger);
  const pure = groups.filter((group) => !hasStranger(group));
  const orders = strangers.length === 0 ? [groups] : [groups, [...pure, ...strangers]];
  const shapes = book.effort.aspects.flatMap((aspect) =>
    orders.flatMap((order) => clusterShape(order, whole, book, aspect) ?? []),
  );
  return shapes.sort((a, b) => a.cost - b.cost).slice(0, book.effort.most);
}

/** Is somebody in it who is not of the project of the others? */
function hasStranger({ nodes: [first, ...others] }: Group): boolean {
  return others.some(({ project }) => project !== first?.project);
}

function clusterShape(
  groups: Cluster['groups'],
  whole: Cluster['whole'],
  book: ShapeBook,
  aspect: number,
): Shape | null {
  const area = (whole.nodes.length + whole.hubs.length) * SLOT_WIDTH * SLOT_HEIGHT;
  const height = Math.sqrt(area / aspect) / 2;
  const width = height * aspect;
  const window = { left: -width, right: width, top: -height, bottom: height };
  const centre = { x: 0, y: 0 };
  const reach = Math.ceil(Math.sqrt(groups.length)) + 2;
  const board = new SlotBoard(window, centre, reach, OUTSIDE);
  const projects = new Map<string, Siblings>();
  const places = new Map<string, Place>();
  // Where the host stands is not known yet, but that it is to the left.
  const host = { x: Math.round(window.left) - HOST_AWAY, y: 0 };
  const around = { ...emptySurroundings(board), places, projects, host };
  let cost = 0;
  for (const group of groups) {
    const shapes = book.shapesOf(group);
    const found = standGroup(group, shapes, around);
    if (found === null) return null;
    cost += shapes[0]?.cost ?? 0;
    for (const [key, place] of found) {
      places.set(key, place);
      board.take(place);
    }
    for (const { curve } of curvesOf(group, found)) board.avoid(curve);
    for (const node of group.nodes) {
      const place = found.get(node.key);
      if (place === undefined) continue;
      for (const type of node.hostTies) board.avoid(hostTie(place, type, host));
    }
    for (const { key, project } of group.nodes) {
      const place = found.get(key);
      if (project === null || place === undefined) continue;
      addSibling(projects, project, place);
    }
  }
  const shape = shapeIn(whole, places, cost);
  if (shape === null) return null;
  const xs = shape.parts.map(({ offset }) => offset.x);
  const ys = shape.parts.map(({ offset }) => offset.y);
  const extent =
    (Math.max(...xs) - Math.min(...xs)) / SLOT_WIDTH +
    (Math.max(...ys) - Math.min(...ys)) / SLOT_HEIGHT;
  return withHulls({ ...shape, cost: cost + EXTENT * extent }, whole);
}

function withHulls(shape: Shape, { nodes, hubs }: Cluster['whole']): Shape {
  const places = standingAt({ nodes, hubs }, shape, { x: 0, y: 0 });
  const islands = islandsOf({ nodes, hubs }, places);
  const projects = new Set(islands.map(({ project }) => project));
  const pieces = islands.flatMap((island) => island.pieces).length;
  const cost =
    shape.cost +
    TORN * (islands.length - projects.size) +
    BRIDGED * (pieces - islands.length) +
    CROSSED * crossings(places, curvesOf({ nodes, hubs }, places));
  return {
    parts: shape.parts,
    cost,
    hulls: islands.flatMap(({ polygons }) => polygons.map(boxed)),
  };
}
