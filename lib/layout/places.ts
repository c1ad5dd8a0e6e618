import { HOST } from '../model/host-word';
import { boxAround, type Box, type Point } from './geometry';

/** What a place is for, which decides how much room it keeps free around it. */
export type Room = 'container' | 'stopped' | 'hub' | 'host' | 'bundle';

/** Where something stands in the picture; by key: a node's, a hub's namespace id, or `:host`. */
export interface Place extends Point {
  room: Room;
  /** Hubs only: which side of the diamond the label is on. */
  labelAbove: boolean;
  /**
   * Hubs of many only: their ties come on rails, between the rows that stand below the hub. How far
   * beside the middle of such a gap its rail is, so that several have room in one.
   */
  rail?: number;
}

export type Places = ReadonlyMap<string, Place>;

export const HOST_KEY = HOST;

/** Half the width and height that each kind of thing takes, its label and selection mark included. */
const HALF_ROOM: Readonly<Record<Room, readonly [width: number, height: number]>> = {
  container: [62, 62],
  stopped: [50, 50],
  hub: [92, 48],
  host: [94, 94],
  bundle: [24, 14],
};

/** The least free space between two things. */
export const GAP = 8;

/** How wide a hub's label may be, so that it stays within the hub's room. */
export const HUB_LABEL_WIDTH = 2 * HALF_ROOM.hub[0] - 8;

/** How far the lines of a hub's label are apart, at least, and by how large they are written. */
const LINES_APART = 14;
const OF_SIZE = 1.12;

/**
 * The baselines of a hub's label, the kernel's name first, seen from the diamond's middle.
 *
 * @param size of its letters
 */
export function hubLabelLines(
  labelAbove: boolean,
  size: number,
): readonly [id: number, members: number] {
  const apart = Math.max(LINES_APART, size * OF_SIZE);
  return labelAbove ? [-21 - apart, -21] : [29, 29 + apart];
}

export function roomAt(point: Point, room: Room): Box {
  const [width, height] = HALF_ROOM[room];
  return boxAround(point, width, height);
}

/** What the label of a hub covers, at most. */
export function labelBox(hub: Point & { labelAbove: boolean }): Box {
  const box = roomAt(hub, 'hub');
  return hub.labelAbove ? { ...box, bottom: hub.y - 16 } : { ...box, top: hub.y + 16 };
}
