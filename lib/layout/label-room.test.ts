import { expect, it } from 'vitest';
import { labelRoom } from './label-room';
import { HUB_LABEL_WIDTH, type Place } from './places';

const at = (x: number, y: number, room: Place['room']): Place => {
  return { x, y, room, labelAbove: false };
};
const hub = at(0, 0, 'hub');
const room = (...others: Place[]) =>
  labelRoom(hub, new Map([hub, ...others].map((place, index) => [String(index), place])));

it('is as wide as what stands beside the label leaves it', () => {
  expect(room()).toBe(420);
  // A ring takes 62 to each side, and 8 stay free.
  expect(room(at(220, 30, 'container'))).toBe(2 * (220 - 62 - 8));
  expect(room(at(-200, 30, 'container'), at(220, 30, 'container'))).toBe(2 * (200 - 62 - 8));
});

it('does not mind what is above or below', () => {
  expect(room(at(150, -90, 'container'), at(0, 120, 'container'))).toBe(420);
});

it('is never less than what a layout leaves it', () => {
  expect(room(at(120, 30, 'container'))).toBe(HUB_LABEL_WIDTH);
});
