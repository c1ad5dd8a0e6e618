import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { HELLO, Room, type Guest } from '../http/testing/room';

let room: Room;
beforeEach(async () => {
  room = await Room.open();
});
afterEach(async () => {
  await room.close();
  expect(room.reported).toEqual([]);
});

const ask = ({ socket }: Guest, id: number) =>
  socket.emit('ask', { host: LOCAL_HOST, id, question: { name: 'uses', containers: [] } });

it('who asks, and does not read what comes, is gone before it fills the memory here', async () => {
  const text = 'x'.repeat(4 * 1024 * 1024);
  const answer = vi.spyOn(room.main.desk, 'answer').mockResolvedValue({ answer: { text } });
  const guest = await room.follower();
  await expect.poll(() => guest.last('snapshot')).toBeDefined();
  expect(room.presentation.audience.counts.followers).toBe(1);
  room.stopsReading(guest);
  // As many as it may send in a second.
  for (let id = 1; id <= 15; id += 1) ask(guest, id);
  const here = () => room.presentation.audience.counts.followers;
  await expect.poll(here, { timeout: 10_000 }).toBe(0);
  expect(answer.mock.calls.length).toBeLessThanOrEqual(8);
});

it('has no more read for it than its share', async () => {
  const answer = vi.spyOn(room.main.desk, 'answer');
  const [one, two] = [await room.follower(), await room.follower()];
  ask(one, 1);
  ask(two, 1);
  await expect.poll(() => one.last('answer') !== undefined && two.last('answer')).toBeTruthy();
  const [first, second] = answer.mock.calls.map(([, allowance]) => allowance ?? expect.fail('all'));
  const ends = [first?.begin(), first?.begin()];
  expect(first?.spent?.most).toBe(2);
  expect(second?.spent).toBeNull();
  for (let nth = 0; nth < 6; nth += 1) first?.begin();
  expect(second?.spent?.most, 'others have used up what all have').toBe(8);
  for (const end of ends) end?.();
  expect(second?.spent).toBeNull();
});

it('who says hello again and again has one picture in a second, and that of the last hello', async () => {
  const guest = await room.follower(null);
  for (let nth = 0; nth < 12; nth += 1) guest.socket.emit('hello', HELLO);
  for (const id of [1, 2]) {
    ask(guest, id);
    await expect.poll(() => guest.last('answer')).toMatchObject({ id });
  }
  const pictures = () => guest.heard.filter(({ event }) => event === 'snapshot').length;
  expect(pictures()).toBe(1);
  await expect.poll(pictures, { timeout: 5000 }).toBe(2);
});

it('a browser has eight connections, and others have theirs', async () => {
  const cookie = await room.cookie();
  for (let nth = 0; nth < 8; nth += 1) await room.follower(HELLO, cookie);
  const { socket } = await room.follower(null, cookie);
  await expect.poll(() => socket.connected).toBe(false);
  const other = await room.follower();
  await expect.poll(() => other.last('welcome')).toBeDefined();
});
