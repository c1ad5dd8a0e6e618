import { BoxIndex } from './box-index';
import { boxOf, type Polygon } from './convex';
import { DETAILS, projectName, projectNameY } from './detail';
import { boxAround, shrunk, type Box, type Point } from './geometry';
import type { Island } from './hull-islands';
import { groundNames } from './ground-name';
import { PROJECT_NAME_SIZE, sansWidth } from './node-text';
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
  /** Which edge it is on: -1 the upper, 1 the lower one. */
  edge: -1 | 1;
  /** What is written at which size; where names are larger it is left out, for something else is in its way. */
  written: { size: number; text: string }[];
}

/** A name while it is given its sizes. */
interface Named extends ProjectName {
  /** What may be written at a size, what says most first. */
  ways: (size: number) => string[];
}

/**
 * Each island, in their order, with its name, which stands where it covers the least.
 *
 * @param withPause the pods that stand for their pause containers as well
 */
export function projectNames(
  islands: readonly Island[],
  places: Places,
  withPause: ReadonlySet<string>,
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
    const waysOn = (width: number) => (size: number) =>
      groundNames(project, withPause.has(project), width, size);
    const { room, cost, width, text, ...name } = namePlace(
      (width) => waysOn(width)(PROJECT_NAME_SIZE)[0] ?? project,
      polygons.slice(0, pieces.length),
      {
        covered: (box) => taken.near(box, 0).length,
        crossed: (box) => edges.near(box, 0).filter((edge) => edge.island !== island).length,
      },
    );
    taken.add({ box: room });
    const written = [{ size: PROJECT_NAME_SIZE, text }];
    return { island, name: { ...name, written, ways: waysOn(width) } };
  });
  enlarge(
    found.map(({ name }) => name),
    places,
  );
  return found.map(({ island, name: { x, y, edge, written } }) => ({
    island,
    name: { x, y, edge, written },
  }));
}

/**
 * From size to size, as one looks from ever farther away: the names that are drawn so large by then
 * that they would run into a ring, or into one that comes before them, become no larger.
 */
function enlarge(names: readonly Named[], places: Places): void {
  const things = new BoxIndex([...places.values()].map((place) => ({ box: core(place) })));
  let left = names;
  for (const size of LARGER_SIZES) {
    const drawn = new BoxIndex();
    left = left.filter((name) => {
      const at = { x: name.x, y: projectNameY(name, size) };
      const text = name.ways(size).find((way) => {
        const box = nameBox(at, way, size);
        return drawn.near(box, 0).length + things.near(box, 0).length === 0;
      });
      if (text === undefined) return false;
      drawn.add({ box: nameBox(at, text, size) });
      name.written.push({ size, text });
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
function namePlace(textOn: (width: number) => string, hulls: readonly Polygon[], beneath: Beneath) {
  const rated = hulls
    .toSorted((a, b) => boxOf(a).top - boxOf(b).top || boxOf(a).left - boxOf(b).left)
    .flatMap((hull) => namePlacesOn(hull, textOn))
    .map((candidate, index) => {
      const { room } = candidate;
      const cost = 10 * beneath.covered(room) + beneath.crossed(room) + index / 100;
      return { ...candidate, cost };
    });
  return rated.reduce((best, each) => (each.cost < best.cost ? each : best));
}

function namePlacesOn(hull: Polygon, textOn: (width: number) => string) {
  const { left, right, top, bottom } = boxOf(hull);
  const width = right - left;
  const text = textOn(width);
  const half = sansWidth(text, PROJECT_NAME_SIZE, true) / 2 + NAME_PADDING;
  return ([-1, 1] as const).flatMap((edge) => {
    const y = edge < 0 ? top : bottom;
    const corners = hull.filter((corner) => corner.y === y).map(({ x }) => x);
    const [start, end] = [Math.min(...corners), Math.max(...corners)];
    // A name that is longer than its edge hangs over on both sides.
    const inset = Math.min(HULL_ROUND + half, (end - start) / 2);
    return [...new Set([start + inset, (start + end) / 2, end - inset])].map((x) => {
      return { text, width, x, y, edge, room: nameBox({ x, y }, text, PROJECT_NAME_SIZE) };
    });
  });
}

function nameBox(at: Point, text: string, size: number): Box {
  return boxAround(at, sansWidth(text, size, true) / 2 + NAME_PADDING, size / 2 + 1);
}
