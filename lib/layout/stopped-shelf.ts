import { boundsOf, contains, tooClose } from './geometry';
import { pointsOf } from './obstacles';
import { GAP, roomAt, type Place, type Places } from './places';
import type { SharingGraph } from '../sharing/graph';
import { STOPPED_KEY } from '../sharing/stopped-fold';
import { curvesOf } from './tie-curves';

const COLUMN = 112;
const ROW = 108;
/** As many columns for a row as make the shelf of hundreds about so much wider than high. */
const WIDER = 1.6;

/**
 * Containers without a process are no part of any sharing: they stand small in rows at the bottom,
 * where the others and their ties leave room and below them; what stands for many of them comes first.
 */
export function placeStopped(graph: SharingGraph, taken: Places): Map<string, Place> {
  const places = new Map(taken);
  const stopped = graph.nodes.filter((node) => node.stopped).map(({ key }) => key);
  const wanted = graph.stopped === undefined ? stopped : [STOPPED_KEY, ...stopped];
  const waiting = wanted.filter((key) => !places.has(key));
  if (waiting.length === 0) return places;
  const boxes = [...places.values()].map((place) => roomAt(place, place.room));
  const bounds = boundsOf(boxes);
  if (bounds === null) return places;
  const lines = curvesOf(graph, places).flatMap(({ curve }) => pointsOf(curve));
  const columns = Math.max(
    Math.floor((bounds.right - bounds.left) / COLUMN),
    Math.ceil(Math.sqrt(waiting.length * WIDER)),
  );
  const start = Math.round((bounds.left + bounds.right) / 2 - ((columns - 1) * COLUMN) / 2);
  // Existing stopped ones set the row, else it is level with the lowest of the others.
  const shelves = [...places.values()].filter((place) => place.room === 'stopped');
  const top =
    shelves.length > 0
      ? Math.min(...shelves.map((place) => place.y))
      : Math.round(bounds.bottom - ROW / 2);
  let index = 0;
  for (const key of waiting) {
    for (;;) {
      const x = start + (index % columns) * COLUMN;
      const y = top + Math.floor(index / columns) * ROW;
      index += 1;
      const box = roomAt({ x, y }, 'stopped');
      if (boxes.some((each) => tooClose(each, box, GAP))) continue;
      if (lines.some((point) => contains(box, point))) continue;
      boxes.push(box);
      places.set(key, { x, y, room: 'stopped', labelAbove: false });
      break;
    }
  }
  return places;
}
