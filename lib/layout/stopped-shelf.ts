import { boundsOf, tooClose, type Box } from './geometry';
import { GAP, roomAt, type Place, type Places } from './places';
import type { SharingGraph } from './sharing-graph';

const COLUMN = 112;
const ROW = 108;

/**
 * Containers without a process are no part of any sharing: they stand in rows below the others,
 * in the middle, oldest first.
 */
export function placeStopped(graph: SharingGraph, window: Box, taken: Places): Map<string, Place> {
  const places = new Map(taken);
  const waiting = graph.nodes.filter((node) => node.stopped && !places.has(node.key));
  if (waiting.length === 0) return places;
  const boxes = [...places.values()].map((place) => roomAt(place, place.room));
  const bounds = boundsOf(boxes) ?? window;
  const left = Math.min(bounds.left, window.left);
  const right = Math.max(bounds.right, window.right);
  const columns = Math.max(Math.floor((right - left) / COLUMN), 1);
  const perRow = Math.min(waiting.length, columns);
  const start = Math.round((left + right) / 2 - ((perRow - 1) * COLUMN) / 2);
  // Existing stopped ones set the row, else the lowest running thing does.
  const shelves = [...places.values()].filter((place) => place.room === 'stopped');
  const top =
    shelves.length > 0
      ? Math.min(...shelves.map((place) => place.y))
      : Math.round(bounds.bottom + 2 * GAP + ROW / 2);
  let index = 0;
  for (const node of waiting) {
    for (;;) {
      const x = start + (index % perRow) * COLUMN;
      const y = top + Math.floor(index / perRow) * ROW;
      index += 1;
      const box = roomAt({ x, y }, 'stopped');
      if (boxes.some((each) => tooClose(each, box, GAP))) continue;
      boxes.push(box);
      places.set(node.key, { x, y, room: 'stopped', labelAbove: false });
      break;
    }
  }
  return places;
}
