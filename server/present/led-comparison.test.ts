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

it('moments of another show are compared in that', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  lead(leader, SHOWN.view);
  present(leader, { do: 'show', ...SHOWN, compared: MOMENTS });
  await expect.poll(() => follower.last('compared')?.comparison).toMatchObject({ from: 0 });
  const recording = { name: 'compose', at: 60_000, playing: false };
  leader.socket.emit('hello', { ...HELLO, recording });
  const names = () => JSON.stringify(follower.last('compared')?.comparison);
  await expect.poll(names).toContain('shop');
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
