import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import { PastKeeper } from './keeper';
import { ScriptedSource } from './scripted-source';
import { liveShow, pastShow, Shows, type Show } from './show';
import { createSockets } from './sockets';

/* Real sockets before a machine whose processes come when the test says: who goes back sees what was. */

const HELLO = { version: PROTOCOL_VERSION, host: LOCAL_HOST, recording: null, past: null };
const NEW = { ...HELLO, epoch: null, lastSeq: null };

let source: ScriptedSource;
let main: Show;
let url: string;
let endAll: (() => unknown)[] = [];
const reported: unknown[] = [];

beforeEach(async () => {
  const report = (error: unknown) => reported.push(error);
  source = new ScriptedSource();
  const reader = {
    state: () => ({ state: 'direct' as const }),
    onChange: () => () => undefined,
    decide: () => undefined,
    decideEntering: () => undefined,
  };
  main = liveShow(Object.assign(source, { reader }), report);
  const sockets = createSockets(new Shows(main, '/nowhere', report), report);
  const server = createServer().on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  endAll = [() => sockets.close(), () => main.close(), () => server.close()];
});
afterEach(async () => {
  for (const end of endAll) await end();
  expect(reported.splice(0)).toEqual([]);
});

interface Page {
  socket: Socket;
  heard: { event: string; message: Record<string, unknown> }[];
  /** The PIDs of what it was shown last. */
  shown: () => number[];
}

async function page(): Promise<Page> {
  const socket = io(url, { transports: ['websocket'], reconnection: false });
  endAll.unshift(() => socket.disconnect());
  const heard: Page['heard'] = [];
  let pids = new Set<number>();
  socket.onAny((event: string, message: Page['heard'][number]['message']) =>
    heard.push({ event, message }),
  );
  socket.on('snapshot', ({ snapshot }: { snapshot: { processes: { pid: number }[] } }) => {
    pids = new Set(snapshot.processes.map(({ pid }) => pid));
  });
  socket.on(
    'delta',
    ({
      put,
      remove,
    }: {
      put: { processes: { pid: number }[] };
      remove: { processes: number[] };
    }) => {
      for (const pid of remove.processes) pids.delete(pid);
      for (const { pid } of put.processes) pids.add(pid);
    },
  );
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return { socket, heard, shown: () => [...pids].sort((a, b) => a - b) };
}

/** A live page that has seen 1, 2 and 3 processes, and when there were two. */
async function seenThree(): Promise<{ live: Page; second: number }> {
  const live = await page();
  live.socket.emit('hello', NEW);
  await expect.poll(live.shown).toEqual([1]);
  source.change();
  await expect.poll(live.shown).toEqual([1, 2]);
  const second = Date.now();
  // Two pictures of one millisecond would be told apart by luck.
  await new Promise((resolve) => setTimeout(resolve, 20));
  source.change();
  await expect.poll(live.shown).toEqual([1, 2, 3]);
  return { live, second };
}

const ask = (socket: Socket, question: Record<string, unknown>) =>
  new Promise<Record<string, unknown>>((resolve) => {
    socket.once('answer', resolve);
    socket.emit('ask', { host: LOCAL_HOST, id: 1, question });
  });

describe('the past of a machine', () => {
  it('is shown to who goes there, and to nobody else; now is a jump away', async () => {
    const { live, second } = await seenThree();
    const back = await page();
    back.socket.emit('hello', { ...NEW, past: { at: second, playing: false } });
    await expect.poll(back.shown).toEqual([1, 2]);
    expect(back.heard.find(({ event }) => event === 'recording')?.message).toMatchObject({
      past: true,
      live: true,
      name: null,
    });
    expect(live.shown()).toEqual([1, 2, 3]);
    // It is sought through as a recording is.
    back.socket.emit('playback', { host: LOCAL_HOST, wish: 1, do: 'seek', to: 0 });
    await expect.poll(back.shown).toEqual([1]);
    // Meanwhile the machine is looked at, also where nobody sees it.
    live.socket.disconnect();
    await expect.poll(() => main.hub.viewers).toBe(1);
    source.change();
    await expect.poll(() => main.hub.scans.count).toBeGreaterThan(3);
    back.heard.length = 0;
    back.socket.emit('hello', NEW);
    await expect.poll(back.shown).toEqual([1, 2, 3, 4]);
    const pictures = back.heard.filter(({ event }) => event === 'snapshot' || event === 'delta');
    expect(pictures.map(({ event }) => event)).toEqual(['snapshot']);
    expect(main.hub.viewers).toBe(1);
  });

  it('tells of that moment, or that it is not recorded', async () => {
    const { second } = await seenThree();
    const { socket, shown } = await page();
    socket.emit('hello', { ...NEW, past: { at: second, playing: false } });
    await expect.poll(shown).toEqual([1, 2]);
    expect(await ask(socket, { name: 'usage' })).toMatchObject({
      error: { code: 'not-in-recording' },
    });
    const { answer } = (await ask(socket, { name: 'timeline' })) as {
      answer: { from: number; to: number; size: { bytes: number; most: number } };
    };
    expect(answer).toMatchObject({ gaps: [], pins: [], events: [], earlier: 0 });
    expect(answer.size.most).toBe(64 * 1024 * 1024);
    expect(answer.size.bytes).toBeGreaterThan(0);
    expect(await ask(socket, { name: 'compare', from: 0, to: answer.to })).toMatchObject({
      answer: { from: answer.from, to: answer.to, different: [], sandboxes: [], asBefore: 0 },
    });
  });

  it('keeps a moment that was pinned', async () => {
    const { live } = await seenThree();
    const at = main.history?.from ?? -1;
    live.socket.emit('pin', { host: LOCAL_HOST, at, keep: true });
    await expect.poll(() => main.history?.pins).toEqual([at]);
    live.socket.emit('pin', { host: LOCAL_HOST, at, keep: false });
    await expect.poll(() => main.history?.pins).toEqual([]);
  });
});

describe('a moment of which nothing is known', () => {
  const playback = ({ heard }: Page) =>
    heard.findLast(({ event }) => event === 'playback')?.message ?? null;

  it('of a server that nobody has looked at yet is the first look', async () => {
    const back = await page();
    const at = Date.parse('2001-01-01');
    back.socket.emit('hello', { ...NEW, past: { at, playing: false } });
    await expect.poll(back.shown).toEqual([1]);
    expect(playback(back)).toMatchObject({ position: main.history?.from, isNearest: true });
    expect(back.heard.filter(({ event }) => event === 'unreadable')).toEqual([]);
  });

  it('is told to be another than was asked for; one that is known is not', async () => {
    const { second } = await seenThree();
    const back = await page();
    back.socket.emit('hello', { ...NEW, past: { at: second, playing: false } });
    await expect.poll(() => playback(back)).toMatchObject({ isNearest: false });
    back.socket.emit('playback', { host: LOCAL_HOST, wish: 1, do: 'seek', to: 3_600_000 });
    await expect.poll(() => playback(back)).toMatchObject({ isNearest: true });
  });

  it('is left for the nearest that is, where it is forgotten while one stands at it', async () => {
    const sight = await source.read();
    if (sight === null) return expect.fail('it sees nothing');
    let now = Date.UTC(2026, 10, 30);
    const keeper = new PastKeeper(() => now, { bytes: 1e6, length: 60_000 });
    const look = () => {
      const isFirst = keeper.past.cameAt(0) === null;
      keeper.keep({ ...sight, seq: 1 }, isFirst ? undefined : null);
      now += 20_000;
    };
    look();
    look();
    const show = pastShow(
      keeper.past,
      () => () => undefined,
      (error) => expect.fail(String(error)),
    );
    show.recording?.player.do({ do: 'seek', to: 0 });
    const told: number[] = [];
    show.recording?.player.onChange(() =>
      told.push(show.recording?.player.playback.position ?? -1),
    );
    while (keeper.past.from === 0) look();
    expect(told).toEqual([keeper.past.from]);
    expect(show.recording?.player.playback.isNearest).toBe(true);
    await show.close();
    look();
    look();
    expect(told).toHaveLength(1);
  });
});

describe('the clock of what is kept', () => {
  it('goes on where that on the wall is set back, and leaves a gap where it is set forward', async () => {
    let now = Date.UTC(2026, 10, 30);
    const keeper = new PastKeeper(() => now);
    const sight = await source.read();
    if (sight === null) return expect.fail('it sees nothing');
    const look = (passed: number) => {
      now += passed;
      keeper.keep({ ...sight, seq: 1 }, keeper.past.to === 0 && passed === 0 ? undefined : null);
      return keeper.past.to;
    };
    expect([look(0), look(2000), look(-3_600_000), look(1000)]).toEqual([0, 2000, 2000, 3000]);
    expect(look(3_600_000)).toBe(3_603_000);
    expect(keeper.past.gaps).toEqual([{ from: 3000, to: 3_603_000 }]);
  });
});
