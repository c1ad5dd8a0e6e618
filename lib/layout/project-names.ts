import { BoxIndex } from './box-index';
import { boxOf, type Polygon } from './convex';
import { DETAILS, projectName, projectNameY } from './detail';
import { boxAround, shrunk, type Box, type Point } from './geometry';
import type { Island } from './hull-islands';
import { PROJECT_NAME_SIZE, sansWidth, shortened } from './node-text';
import { roomAt, type Place, type Places } from './places';
import { HULL_ROUND } from './project-hulls';

/** How far from a project's name nothing else may be. */
const NAME_PADDING = 6;

/** How much of the room of a ring, in the world, is air and the outermost edge of its arcs. */
const RING_AIR = 20;

/** The sizes of names where less than all is drawn, which is the farther away the larger. */
const LARGER_SIZES = DETAILS.map(projectName).slice(1);

/** A project's name on the edge of one of its islands. */
export interface ProjectName extends Point {
  text: string;
  /** Which edge it is on: -1 the upper, 1 the lower one. */
  edge: -1 | 1;
  /** The largest size at which nothing else is in its way; where names are larger it is left out. */
  largest: number;
}

/** Each island, in their order, with its name, which stands where it covers the least. */
export function projectNames(
  islands: readonly Island[],
  places: Places,
): { island: Island; name: ProjectName }[] {
  // A hub's label fills its room to the edge; a ring leaves some air.
  const rooms = [...places.values()].map((place) => ({
    box: shrunk(roomAt(place, place.room), place.room === 'hub' ? -3 : 0),
  }));
  const taken = new BoxIndex(rooms);
  const edges = new BoxIndex(
    islands.flatMap((island) =>
      island.polygons.map((polygon) => ({ island, box: boxOf(polygon) })),
    ),
  );
  const found = islands.map((island) => {
    const { project, pieces, polygons } = island;
    const { room, cost, ...name } = namePlace(project, polygons.slice(0, pieces.length), {
      covered: (box) => taken.near(box, 0).length,
      crossed: (box) => edges.near(box, 0).filter((edge) => edge.island !== island).length,
    });
    taken.add({ box: room });
    return { island, name: { ...name, largest: PROJECT_NAME_SIZE } };
  });
  enlarge(
    found.map(({ name }) => name),
    places,
  );
  return found;
}

/**
 * From size to size, as one looks from ever farther away: the names that are drawn so large by then
 * that they would run into a ring, or into one that comes before them, become no larger.
 */
function enlarge(names: readonly ProjectName[], places: Places): void {
  const things = new BoxIndex([...places.values()].map((place) => ({ box: core(place) })));
  let left = names;
  for (const size of LARGER_SIZES) {
    const drawn = new BoxIndex();
    left = left.filter((name) => {
      const box = nameBox({ x: name.x, y: projectNameY(name, size) }, name.text, size);
      if (drawn.near(box, 0).length + things.near(box, 0).length > 0) return false;
      drawn.add({ box });
      name.largest = size;
      return true;
    });
  }
}

/** What of a thing no large name may touch. The outermost edge of a ring may be: it says nothing there. */
function core(place: Place): Box {
  const room = roomAt(place, place.room);
  return shrunk(room, place.room === 'hub' ? 4 : RING_AIR);
}

/** What is where a name could stand. */
interface Beneath {
  /** How many things are there. */
  covered: (box: Box) => number;
  /** How many edges of others' hulls run there. */
  crossed: (box: Box) => number;
}

/** On the upper or the lower edge of one of the hulls, where the name covers the least. */
function namePlace(project: string, hulls: readonly Polygon[], beneath: Beneath) {
  const rated = hulls
    .toSorted((a, b) => boxOf(a).top - boxOf(b).top || boxOf(a).left - boxOf(b).left)
    .flatMap((hull) => namePlacesOn(hull, project))
    .map((candidate, index) => {
      const { room } = candidate;
      const cost = 10 * beneath.covered(room) + beneath.crossed(room) + index / 100;
      return { ...candidate, cost };
    });
  return rated.reduce((best, each) => (each.cost < best.cost ? each : best));
}

function namePlacesOn(hull: Polygon, project: string) {
  const { left, right, top, bottom } = boxOf(hull);
  const text = shortened(project, right - left, PROJECT_NAME_SIZE, true);
  const half = sansWidth(text, PROJECT_NAME_SIZE, true) / 2 + NAME_PADDING;
  return ([-1, 1] as const).flatMap((edge) => {
    const y = edge < 0 ? top : bottom;
    const corners = hull.filter((corner) => corner.y === y).map(({ x }) => x);
    const [start, end] = [Math.min(...corners), Math.max(...corners)];
    // A name that is longer than its edge hangs over on both sides.
    const inset = Math.min(HULL_ROUND + half, (end - start) / 2);
    return [...new Set([start + inset, (start + end) / 2, end - inset])].map((x) => {
      return { text, x, y, edge, room: nameBox({ x, y }, text, PROJECT_NAME_SIZE) };
    });
  });
}

function nameBox(at: Point, text: string, size: number): Box {
  return boxAround(at, sansWidth(text, size, true) / 2 + NAME_PADDING, size / 2 + 1);
}
