import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { HELLO, lead, present, Room } from '../http/testing/room';

let room: Room;
beforeEach(async () => {
  room = await Room.open();
});
afterEach(async () => {
  await room.close();
  expect(room.reported).toEqual([]);
});

const SHOWN = { view: '?view=sharing', suffix: '' };
const MOMENTS = { from: 0, to: 41_000 };

it('what the leader compares is compared once for all who follow, and told to who comes late', async () => {
  const answer = vi.spyOn(room.main.desk, 'answer');
  const leader = await room.presenter();
  const early = await room.follower();
  lead(leader, SHOWN.view);
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  await expect.poll(() => early.last('compared')?.comparison).toMatchObject({ from: 0 });
  const told = early.last('compared')?.comparison;
  expect(told).toMatchObject({ different: [{ difference: 'appeared' }, {}] });
  present(leader, { do: 'show', view: '?view=matrix', suffix: '', compared: MOMENTS });
  await expect.poll(() => early.last('led')).toMatchObject({ view: '?view=matrix' });
  const late = await room.follower();
  await expect.poll(() => late.last('compared')?.comparison).toEqual(told);
  expect(answer.mock.calls.filter(([{ name }]) => name === 'compare')).toHaveLength(1);

  present(leader, { do: 'show', ...SHOWN });
  await expect.poll(() => early.last('compared')).toMatchObject({ comparison: null });
  const after = await room.follower();
  await expect.poll(() => after.last('welcome')).toBeDefined();
  expect(after.last('compared')).toBeUndefined();
  const back = await room.follower({ ...HELLO, epoch: 'before', lastSeq: 1 });
  await expect.poll(() => back.last('compared')).toMatchObject({ comparison: null });
});

it('the same between two other moments is not told again, and neither is told ten times in a second', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  const count = (event: string) => follower.heard.filter((each) => each.event === event).length;
  lead(leader, SHOWN.view);
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  await expect.poll(() => count('compared')).toBe(1);
  for (let nth = 1; nth <= 10; nth += 1) {
    present(leader, { do: 'show', ...SHOWN, compared: { from: 0, to: 41_000 + nth } });
  }
  await expect.poll(() => follower.last('moments')).toMatchObject({ from: 0, to: 41_010 });
  expect(count('compared')).toBe(1);
  expect(count('moments')).toBeLessThan(10);
  // Who comes late has those moments as well.
  const late = await room.follower();
  await expect.poll(() => late.last('compared')?.comparison).toMatchObject({ to: 41_010 });
});

it('moments of one show are compared in no other: of that its leader tells', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  lead(leader, SHOWN.view);
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  await expect.poll(() => follower.last('compared')?.comparison).toMatchObject({ from: 0 });
  const recording = { name: 'compose', at: 60_000, playing: false };
  leader.socket.emit('hello', { ...HELLO, recording });
  await expect.poll(() => follower.last('compared')).toMatchObject({ comparison: null });
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  const names = () => JSON.stringify(follower.last('compared')?.comparison);
  await expect.poll(names).toContain('shop');
});

it('who takes over from before another show brings what is compared there', async () => {
  const next = await room.presenter({
    ...HELLO,
    recording: { name: 'compose', at: 60_000, playing: false },
  });
  await expect.poll(() => next.last('recording')).toMatchObject({ name: 'compose' });
  const follower = await room.follower();
  present(next, { do: 'lead', ...SHOWN, compared: MOMENTS });
  const names = () => JSON.stringify(follower.last('compared')?.comparison);
  await expect.poll(names).toContain('shop');
});

it('after all have gone nothing is compared', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  lead(leader, SHOWN.view);
  const recording = { name: 'compose', at: 60_000, playing: false };
  leader.socket.emit('hello', { ...HELLO, recording });
  await expect.poll(() => follower.last('recording')).toMatchObject({ name: 'compose' });
  present(leader, { do: 'show', ...SHOWN, compared: { from: 0, to: 30_000 } });
  await expect.poll(() => follower.last('compared')?.comparison).toMatchObject({ from: 0 });
  leader.socket.disconnect();
  follower.socket.disconnect();
  await expect.poll(() => room.presentation.shown).toBe(room.main);
  const late = await room.follower();
  await expect.poll(() => late.last('welcome')).toBeDefined();
  expect(late.last('compared')).toBeUndefined();
  expect(late.last('led')).toMatchObject({ isLed: false });
});

it('two moments that cannot be compared have no marks', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  lead(leader, SHOWN.view);
  vi.spyOn(room.main.desk, 'answer').mockResolvedValue({
    error: { code: 'failed', message: 'no' },
  });
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  await expect.poll(() => leader.last('stage')).toMatchObject({ leads: 'you' });
  follower.socket.emit('ask', {
    host: LOCAL_HOST,
    id: 1,
    question: { name: 'compare', ...MOMENTS },
  });
  await expect.poll(() => follower.last('answer')).toMatchObject({ error: { code: 'withheld' } });
  expect(follower.last('compared')).toBeUndefined();
});
