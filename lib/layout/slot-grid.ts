import type { Point } from './geometry';
import type { Places } from './places';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';

/**
 * The slot nearest to `middle` of the grid on which containers stand already, so that what comes later
 * stands in the same rows and not across two of them; `middle` itself where none stands yet.
 *
 * @param pins what a hand has moved stands where it will, but came from a slot
 */
export function middleSlot(
  middle: Point,
  keys: readonly string[],
  places: Places,
  pins: Places,
): Point {
  const slots = keys.map((key) => pins.get(key) ?? places.get(key));
  const slot = slots.find((place) => place?.room === 'container');
  if (slot === undefined) return middle;
  const rows = Math.round((middle.y - slot.y) / SLOT_HEIGHT);
  const x = slot.x + (rows % 2 === 0 ? 0 : SLOT_WIDTH / 2);
  const columns = Math.round((middle.x - x) / SLOT_WIDTH);
  return { x: x + columns * SLOT_WIDTH, y: slot.y + rows * SLOT_HEIGHT };
}
