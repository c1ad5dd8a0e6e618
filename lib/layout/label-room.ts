import { GAP, HUB_LABEL_WIDTH, labelBox, roomAt, type Place, type Places } from './places';

/** However much room there is, a label is no wider: it would be read as nobody's. */
const WIDEST = 420;

/** How wide the label of a hub may be without coming to what stands beside it. */
export function labelRoom(hub: Place, places: Places): number {
  const band = labelBox(hub);
  let half = WIDEST / 2;
  for (const place of places.values()) {
    const box = roomAt(place, place.room);
    if (place === hub || box.top >= band.bottom || box.bottom <= band.top) continue;
    const apart = place.x > hub.x ? box.left - hub.x : hub.x - box.right;
    half = Math.min(half, apart - GAP);
  }
  return Math.max(HUB_LABEL_WIDTH, 2 * half);
}
