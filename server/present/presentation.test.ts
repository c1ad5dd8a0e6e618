import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { HELLO, lead, present, Room, type Guest } from '../http/testing/room';

let room: Room;
beforeEach(async () => {
  room = await Room.open();
});
afterEach(async () => {
  await room.close();
  expect(room.reported).toEqual([]);
});

const QUESTION = '?lesson=isolation&step=1';
const IDS = { lesson: 'isolation', step: '' };
const vote = ({ socket }: Guest, answer: string) =>
  socket.emit('vote', { host: LOCAL_HOST, ...IDS, answer });

/** Leads to a step with a question, and knows it. @returns the ids of its answers */
async function ask(leader: Guest): Promise<string[]> {
  const { steps } = await lessonOf();
  const at = steps.findIndex((step) => step.predict !== undefined);
  IDS.step = steps[at]?.id ?? '';
  lead(leader, QUESTION.replace('step=1', `step=${at + 1}`));
  await expect.poll(() => leader.last('stage')?.ballot).toMatchObject({ ...IDS, voted: 0 });
  return steps[at]?.predict?.answers.map(({ id }) => id) ?? [];
}

async function lessonOf() {
  const answer = await fetch(`http://127.0.0.1:${room.presenterPort}/api/v1/lessons/isolation`);
  return (await answer.json()) as {
    steps: { id: string; predict?: { answers: { id: string; right: boolean }[] } }[];
  };
}

it('what the leader shows is followed, and by who comes late as well, before any picture', async () => {
  const leader = await room.presenter();
  const early = await room.follower();
  lead(leader, '?view=lens&lens=net&select=container:c1&theme=dark');
  const view = '?view=lens&lens=net&select=container:c1';
  await expect.poll(() => early.last('led')).toMatchObject({ view, isLed: true });
  present(leader, { do: 'show', view: '?view=matrix', suffix: '' });
  await expect.poll(() => early.last('led')).toMatchObject({ view: '?view=matrix' });

  const late = await room.follower();
  await expect.poll(() => late.heard.map(({ event }) => event)).toContain('snapshot');
  expect(late.heard[0]).toMatchObject({ event: 'led', message: { view: '?view=matrix' } });
  expect(late.heard.filter(({ event }) => event === 'led')).toHaveLength(1);
});

it('one leads at a time; who leaves hands over, and who goes leaves what was shown', async () => {
  const [first, second] = [await room.presenter(), await room.presenter()];
  const follower = await room.follower();
  lead(first, '?view=lens');
  await expect.poll(() => first.last('stage')).toMatchObject({ leads: 'you' });
  lead(second, '?view=matrix');
  await expect.poll(() => second.last('stage')).toMatchObject({ leads: 'another' });
  present(second, { do: 'show', view: '?view=kernel', suffix: '' });

  present(first, { do: 'leave' });
  await expect.poll(() => second.last('stage')).toMatchObject({ leads: 'nobody' });
  expect(follower.last('led')).toMatchObject({ view: '?view=lens', isLed: false });
  lead(second, '?view=matrix');
  await expect
    .poll(() => follower.last('led'))
    .toMatchObject({ view: '?view=matrix', isLed: true });
  await expect.poll(() => first.last('stage')).toMatchObject({ leads: 'another' });

  second.socket.disconnect();
  await expect
    .poll(() => follower.last('led'))
    .toMatchObject({ view: '?view=matrix', isLed: false });
  await expect.poll(() => first.last('stage')).toMatchObject({ leads: 'nobody' });
});

it('seats all before the recording that the leader sees, at the same moment, and keeps it there', async () => {
  const leader = await room.presenter();
  const early = await room.follower();
  lead(leader, '?view=sharing');
  const recording = { name: 'compose', at: 5000, playing: false };
  leader.socket.emit('hello', { ...HELLO, recording });
  await expect.poll(() => early.last('recording')).toMatchObject({ name: 'compose' });
  await expect.poll(() => early.last('playback')).toMatchObject({ position: 5000, playing: false });
  leader.socket.emit('playback', { host: LOCAL_HOST, wish: 1, do: 'seek', to: 9000 });
  await expect.poll(() => early.last('playback')).toMatchObject({ position: 9000 });

  const close = vi.spyOn(room.presentation.shown, 'close');
  leader.socket.disconnect();
  await expect.poll(() => early.last('led')).toMatchObject({ isLed: false });
  const late = await room.follower();
  await expect.poll(() => late.last('playback')).toMatchObject({ position: 9000 });
  expect(close).not.toHaveBeenCalled();

  const next = await room.presenter();
  lead(next, '?view=matrix');
  await expect.poll(() => late.last('recording')).toMatchObject({ title: 'course' });
  await expect
    .poll(() => close.mock.calls.length, { message: 'nobody sits before it any more' })
    .toBe(1);
});

it('counts who follows by browser, and who looks around', async () => {
  const leader = await room.presenter();
  present(leader, { do: 'see' });
  const cookie = await room.cookie();
  const pages = [await room.follower(HELLO, cookie), await room.follower(HELLO, cookie)];
  const other = await room.follower();
  const counts = () => ({
    followers: leader.last('stage')?.followers,
    away: leader.last('stage')?.away,
  });
  await expect.poll(counts).toEqual({ followers: 2, away: 0 });
  pages[0]?.socket.emit('look', { host: LOCAL_HOST, around: true });
  other.socket.emit('look', { host: LOCAL_HOST, around: true });
  await expect.poll(counts).toEqual({ followers: 2, away: 1 });
  other.socket.disconnect();
  await expect.poll(counts).toEqual({ followers: 1, away: 0 });
});

it('votes are counted once for each browser, and hidden from everybody until they are shown', async () => {
  const leader = await room.presenter();
  const [one = '', two = ''] = await ask(leader);
  const cookie = await room.cookie();
  const follower = await room.follower(HELLO, cookie);
  const [samePhone, other] = [await room.follower(HELLO, cookie), await room.follower()];
  vote(follower, one);
  await expect.poll(() => follower.last('voted')).toMatchObject({ ...IDS, answer: one });
  vote(other, one);
  await expect.poll(() => leader.last('stage')?.ballot).toMatchObject({ voted: 2, votes: null });
  vote(samePhone, two);
  await expect.poll(() => samePhone.last('voted')).toMatchObject({ answer: two });
  vote(other, 'nonsense');
  await expect.poll(() => other.last('voted')).toMatchObject({ answer: one });
  for (const { heard } of [leader, follower, samePhone, other]) {
    const led = heard.filter(({ event }) => event === 'led' || event === 'stage');
    expect(JSON.stringify(led)).not.toMatch(/"votes":\{/);
  }

  present(other, { do: 'reveal', ...IDS, what: 'votes' });
  await expect
    .poll(() => other.socket.connected, { message: 'that is for the leader' })
    .toBe(false);
  present(leader, { do: 'reveal', ...IDS, what: 'votes' });
  const shown = { shown: 'votes', votes: { [one]: 1, [two]: 1 } };
  await expect.poll(() => leader.last('stage')?.ballot).toMatchObject({ voted: 2, ...shown });
  await expect
    .poll(() => follower.last('led'))
    .toMatchObject({ step: { question: { ...shown, right: null } } });
  vote(follower, one);
  await expect
    .poll(() => follower.last('voted'), { message: 'too late' })
    .toMatchObject({ answer: two });

  const { steps } = await lessonOf();
  const right = steps
    .find(({ id }) => id === IDS.step)
    ?.predict?.answers.find((each) => each.right)?.id;
  present(leader, { do: 'reveal', ...IDS, what: 'answer' });
  await expect
    .poll(() => follower.last('led'))
    .toMatchObject({ step: { question: { right: { id: right } } } });
  // Who comes back knows what they voted.
  const again = await room.follower(HELLO, cookie);
  await expect.poll(() => again.last('voted')).toMatchObject({ answer: two });
});

it('200 votes are counted, in a few messages to who leads', async () => {
  const leader = await room.presenter();
  const answers = await ask(leader);
  const all: Guest[] = [];
  for (let nth = 0; nth < 200; nth += 1) all.push(await room.follower());
  await expect.poll(() => leader.last('stage')?.followers).toBe(200);
  const before = leader.heard.length;
  all.forEach((follower, nth) => vote(follower, answers[nth % 2] ?? ''));
  await expect.poll(() => leader.last('stage')?.ballot).toMatchObject({ voted: 200 });
  expect(leader.heard.length - before).toBeLessThan(100);
  present(leader, { do: 'reveal', ...IDS, what: 'votes' });
  const votes = { [answers[0] ?? '']: 100, [answers[1] ?? '']: 100 };
  await expect.poll(() => leader.last('stage')?.ballot).toMatchObject({ votes });
});

it('writes what is followed out once, however many follow', async () => {
  const leader = await room.presenter();
  const all = await Promise.all(Array.from({ length: 12 }, () => room.follower()));
  await expect.poll(() => all.every(({ last }) => last('snapshot') !== undefined)).toBe(true);
  const stringify = vi.spyOn(JSON, 'stringify');
  try {
    lead(leader, '?view=matrix');
    await expect
      .poll(() => all.every(({ last }) => last('led')?.view === '?view=matrix'))
      .toBe(true);
    const written = stringify.mock.calls.filter(
      ([value]) => Array.isArray(value) && value[0] === 'led',
    );
    expect(written).toHaveLength(1);
  } finally {
    stringify.mockRestore();
  }
});

it('a lesson that there is not has no step, and what comes after is followed', async () => {
  const leader = await room.presenter();
  const follower = await room.follower();
  lead(leader, '?lesson=nothing&step=1');
  await expect.poll(() => follower.last('led')).toMatchObject({ isLed: true, step: null });
  present(leader, { do: 'show', view: '?lesson=isolation&step=1', suffix: '' });
  await expect.poll(() => follower.last('led')).toMatchObject({ step: { number: 1 } });
  present(leader, { do: 'show', view: '', suffix: '' });
  await expect.poll(() => follower.last('led')).toMatchObject({ view: '', step: null });
});

it('who comes while a moment is held sees that one, and then what is newer', async () => {
  const leader = await room.presenter();
  lead(leader, '?view=matrix&freeze=1');
  await expect.poll(() => leader.last('stage')).toMatchObject({ leads: 'you' });
  leader.socket.emit('playback', { host: LOCAL_HOST, wish: 1, do: 'seek', to: 60_000 });
  await expect.poll(() => leader.last('delta')).toBeDefined();
  const late = await room.follower();
  const pictures = () => late.heard.filter(({ event }) => event === 'snapshot');
  await expect.poll(() => pictures().length).toBe(2);
  const seqs = pictures().map(({ message }) => (message.snapshot as { seq: number }).seq);
  expect(seqs[0]).toBeLessThan(seqs[1] ?? 0);
  expect(late.heard[0]).toMatchObject({ event: 'led', message: { view: '?view=matrix&freeze=1' } });

  present(leader, { do: 'show', view: '?view=matrix', suffix: '' });
  await expect.poll(() => late.last('led')).toMatchObject({ view: '?view=matrix' });
  const after = await room.follower();
  await expect.poll(() => after.last('welcome')).toBeDefined();
  expect(after.heard.filter(({ event }) => event === 'snapshot')).toHaveLength(1);
});

it('who comes late stays, however large the moment is that is held and compared', async () => {
  const cookie = await room.cookie();
  const [leader, voter] = [await room.presenter(), await room.follower(HELLO, cookie)];
  const snapshot = await room.main.hub.seen();
  const host = { ...snapshot.host, hostname: 'x'.repeat(2 * 1024 * 1024) };
  vi.spyOn(room.main.hub, 'seen').mockResolvedValue({ ...snapshot, host });
  const [answer = ''] = await ask(leader);
  vote(voter, answer);
  await expect.poll(() => voter.last('voted')).toBeDefined();
  const view = `${String(voter.last('led')?.view)}&freeze=1`;
  const compared = { from: 0, to: 41_000 };
  present(leader, { do: 'show', view, suffix: '', compared });
  await expect.poll(() => voter.last('compared')?.comparison).toMatchObject(compared);

  const late = await room.follower(HELLO, cookie);
  await expect.poll(() => late.last('welcome')).toBeDefined();
  const events = new Set(late.heard.map(({ event }) => event));
  expect(late.socket.connected).toBe(true);
  expect([...events]).toEqual(expect.arrayContaining(['compared', 'voted', 'snapshot']));
});

it('who comes while a moment of a recording is held is told of the recording first', async () => {
  const leader = await room.presenter();
  leader.socket.emit('hello', {
    ...HELLO,
    recording: { name: 'compose', at: 5000, playing: false },
  });
  await expect.poll(() => leader.last('recording')).toMatchObject({ name: 'compose' });
  lead(leader, '?view=matrix&freeze=1');
  await expect.poll(() => leader.last('stage')).toMatchObject({ leads: 'you' });
  const shown = await room.presentation.shown.hub.seen();
  const late = await room.follower();
  const events = () => late.heard.map(({ event }) => event).filter((each) => each !== 'welcome');
  await expect.poll(events).toEqual(['led', 'recording', 'playback', 'snapshot', 'snapshot']);
  const held = late.heard.find(({ event }) => event === 'snapshot')?.message.snapshot;
  expect(held, 'it is of what the leader sits before').toEqual(shown);
});

it('another who leads, or another show, has another moment to hold', async () => {
  const first = await room.presenter();
  lead(first, '?view=matrix&freeze=1');
  await expect.poll(() => first.last('stage')).toMatchObject({ leads: 'you' });
  const heldNow = async () => {
    const late = await room.follower();
    await expect.poll(() => late.last('snapshot')).toBeDefined();
    const [picture] = late.heard.filter(({ event }) => event === 'snapshot');
    return (picture?.message.snapshot as { takenAt: string }).takenAt;
  };
  const before = await heldNow();
  first.socket.emit('playback', { host: LOCAL_HOST, wish: 1, do: 'seek', to: 60_000 });
  await expect.poll(() => first.last('delta')).toBeDefined();
  expect(await heldNow()).toBe(before);

  first.socket.disconnect();
  const second = await room.presenter();
  lead(second, '?view=kernel&freeze=1');
  await expect.poll(() => second.last('stage')).toMatchObject({ leads: 'you' });
  const ofSecond = await heldNow();
  expect(ofSecond).not.toBe(before);

  const recording = { name: 'compose', at: 5000, playing: false };
  second.socket.emit('hello', { ...HELLO, recording });
  await expect.poll(() => second.last('recording')).toMatchObject({ name: 'compose' });
  await expect.poll(() => room.presentation.shown).not.toBe(room.main);
  const { takenAt } = await room.presentation.shown.hub.seen();
  expect(await heldNow()).toBe(takenAt);
});

it('what is shown is told also where its moment cannot be kept', async () => {
  const [leader, follower] = [await room.presenter(), await room.follower()];
  for (const guest of [leader, follower]) {
    await expect.poll(() => guest.last('welcome')).toBeDefined();
  }
  vi.spyOn(room.main.hub, 'seen').mockRejectedValueOnce(new Error('EIO'));
  lead(leader, '?view=kernel&freeze=1');
  await expect.poll(() => follower.last('led')).toMatchObject({ view: '?view=kernel&freeze=1' });
  expect(room.reported.splice(0).map(String)).toEqual(['Error: EIO']);
});

it('what the leader sat before is closed once nobody leads and nobody follows', async () => {
  const [leader, follower] = [await room.presenter(), await room.follower()];
  lead(leader, '?view=sharing');
  const recording = { name: 'compose', at: 5000, playing: false };
  leader.socket.emit('hello', { ...HELLO, recording });
  await expect.poll(() => follower.last('recording')).toMatchObject({ name: 'compose' });
  const close = vi.spyOn(room.presentation.shown, 'close');
  leader.socket.disconnect();
  await expect.poll(() => follower.last('led')).toMatchObject({ isLed: false });
  expect(close).not.toHaveBeenCalled();
  follower.socket.disconnect();
  await expect.poll(() => close.mock.calls.length).toBe(1);
  expect(room.presentation.shown).toBe(room.main);
});

it('a page of the presenter’s that does not read what comes is gone before it fills the memory here', async () => {
  const text = 'x'.repeat(16 * 1024 * 1024);
  vi.spyOn(room.main.desk, 'answer').mockResolvedValue({ answer: { text } });
  const leader = await room.presenter();
  lead(leader, '?view=matrix');
  const follower = await room.follower();
  await expect.poll(() => follower.last('led')).toMatchObject({ isLed: true });
  room.stopsReading(leader);
  for (let id = 1; id <= 12; id += 1) {
    leader.socket.emit('ask', { host: LOCAL_HOST, id, question: { name: 'uses', containers: [] } });
  }
  await expect
    .poll(() => follower.last('led'), { timeout: 10_000 })
    .toMatchObject({ isLed: false });
});
