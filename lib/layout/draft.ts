import { BoxIndex } from './box-index';
import type { Box, Point } from './geometry';
import { roomAt, type Place } from './places';
import type { Slot, SlotBoard } from './slot-board';

/**
 * Places for some of a group, found by way of trial, and what they cost together. It keeps for each
 * slot what has been placed there and what runs through it: a look at one costs the same, however
 * many are placed already.
 */
export class Draft {
  cost = 0;
  readonly #board: SlotBoard;
  readonly #places = new Map<string, Place>();
  readonly #rooms = new BoxIndex<{ place: Place; box: Box }>();
  /** By slots' numbers. */
  readonly #taken: Readonly<Record<'container' | 'hub', Uint8Array>>;
  /** How many of the ties between those placed run through each slot. */
  readonly #crossed: Uint16Array;

  constructor(board: SlotBoard) {
    this.#board = board;
    this.#taken = { container: new Uint8Array(board.size), hub: new Uint8Array(board.size) };
    this.#crossed = new Uint16Array(board.size);
  }

  get places(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  /** The same places, from which another way can be gone. */
  copy(): Draft {
    const copy = new Draft(this.#board);
    copy.cost = this.cost;
    for (const [key, place] of this.#places) copy.#hold(key, place);
    copy.#taken.container.set(this.#taken.container);
    copy.#taken.hub.set(this.#taken.hub);
    copy.#crossed.set(this.#crossed);
    return copy;
  }

  put(key: string, place: Place, cost: number): void {
    this.cost += cost;
    this.#hold(key, place);
    for (const room of ['container', 'hub'] as const) {
      for (const { nth } of this.#board.tooCloseTo(place, room)) this.#taken[room][nth] = 1;
    }
  }

  #hold(key: string, place: Place): void {
    this.#places.set(key, place);
    this.#rooms.add({ place, box: roomAt(place, place.room) });
  }

  /** Takes note of a tie between two of those placed. */
  tie(points: readonly Point[]): void {
    for (const slot of this.#board.along(points)) {
      this.#crossed[slot.nth] = this.crossedAt(slot) + 1;
    }
  }

  /** The slots of the board with so much room, which is not taken by what has been placed. */
  freeSlots(room: 'container' | 'hub'): Slot[] {
    const taken = this.#taken[room];
    return this.#board.open.filter((slot) => slot.free[room] && taken[slot.nth] === 0);
  }

  /** How many ties between those placed run through a container's room in this slot. */
  crossedAt(slot: Slot): number {
    return this.#crossed[slot.nth] ?? 0;
  }

  /** How many of those placed, `ends` left out, have one of the points in their room. */
  hits(points: readonly Point[], ends: readonly Point[]): number {
    return this.#rooms
      .containing(points)
      .filter(({ place }) => !ends.some(({ x, y }) => x === place.x && y === place.y)).length;
  }
}
