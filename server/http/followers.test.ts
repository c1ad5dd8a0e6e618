import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LESSONS } from '@lib/api/lesson-paths';
import { LAB } from '@lib/api/lab-paths';
import { LOCAL_HOST } from '@lib/model/host';
import { FROM_FOLLOWER, isOfFollower } from '@lib/present/from-follower';
import { FROM_VIEWER } from '@lib/protocol/from-viewer';
import { QUESTIONS } from '@lib/questions/questions';
import { rawGet, sendRaw, WEBSOCKET } from './testing/raw-request';
import { HELLO, Room } from './testing/room';

let room: Room;
beforeEach(async () => {
  room = await Room.open();
});
afterEach(async () => {
  await room.close();
  expect(room.reported).toEqual([]);
});

/** A message of each event that its schema takes: what is refused is refused for its name alone. */
const RIGHT: { [E in keyof typeof FROM_VIEWER]: object } = {
  hello: HELLO,
  watch: { host: LOCAL_HOST, containers: [], rows: [] },
  ask: { host: LOCAL_HOST, id: 1, question: { name: 'usage' } },
  playback: { host: LOCAL_HOST, wish: 1, do: 'seek', to: 60_000 },
  pin: { host: LOCAL_HOST, at: 0, keep: true },
  reader: { host: LOCAL_HOST, agree: true },
  enter: { host: LOCAL_HOST, agree: true },
  present: { host: LOCAL_HOST, do: 'lead', view: '?view=matrix', suffix: '' },
};
const refused = Object.keys(FROM_VIEWER).filter((event) => !isOfFollower(event));

describe('events', () => {
  it.each(refused)('%s is refused, counted, and does nothing', async (event) => {
    const { socket, heard } = await room.follower();
    await expect.poll(() => heard.map((each) => each.event)).toContain('welcome');
    const before = room.main.recording?.player.playback;
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    const message = RIGHT[event as keyof typeof FROM_VIEWER];
    expect(FROM_VIEWER[event as keyof typeof FROM_VIEWER].safeParse(message).success).toBe(true);
    socket.emit(event, message);
    await ended;
    expect(Object.fromEntries(room.presentation.audience.refused)).toEqual({ [event]: 1 });
    expect(room.main.recording?.player.playback).toEqual(before);
    const watcher = await room.follower();
    await expect.poll(() => watcher.last('led')).toMatchObject({ isLed: false, view: null });
    const metrics = await (await fetch(`http://127.0.0.1:${room.presenterPort}/metrics`)).text();
    expect(metrics).toContain(`nsview_follower_events_refused_total{event="${event}"} 1`);
    expect(metrics).toMatch(/^nsview_followers 1$/m);
  });

  it('what is no event at all is counted by one name', async () => {
    for (const event of ['led', 'stage', 'reveal', 'x'.repeat(1000), 'constructor']) {
      const { socket } = await room.follower();
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      socket.emit(event, {});
      await ended;
    }
    expect(Object.fromEntries(room.presentation.audience.refused)).toEqual({ other: 5 });
  });

  it.each(Object.keys(FROM_FOLLOWER))(
    '%s is one of theirs, and has to be as it should',
    async (event) => {
      const well = await room.follower();
      const message = {
        ...{ ...RIGHT, look: { host: LOCAL_HOST, around: true } },
        vote: { host: LOCAL_HOST, lesson: 'isolation', step: 'a', answer: 'b' },
      }[event];
      well.socket.emit(event, message);
      well.socket.emit('ask', RIGHT.ask);
      await expect.poll(() => well.last('answer')).toBeDefined();
      expect(well.socket.connected).toBe(true);

      const ill = await room.follower();
      const ended = new Promise((resolve) => ill.socket.once('disconnect', resolve));
      ill.socket.emit(event, { ...message, host: 'elsewhere' });
      await ended;
      expect(room.presentation.audience.refused.size).toBe(0);
    },
  );

  it('too many in a second end the connection', async () => {
    const { socket } = await room.follower();
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let nth = 0; nth < 30; nth += 1) socket.emit('look', { host: LOCAL_HOST, around: true });
    await ended;
    expect(socket.connected).toBe(false);
  });

  it.each(Object.keys(QUESTIONS))('the question %s is answered, or withheld', async (name) => {
    const { socket, last } = await room.follower();
    socket.emit('ask', { host: LOCAL_HOST, id: 1, question: { name } });
    await expect.poll(() => last('answer')).toBeDefined();
    const { error } = last('answer') ?? {};
    const withheld = ['config', 'findings', 'process', 'holders', 'timeline', 'compare'];
    const isWithheld = withheld.includes(name);
    expect((error as { code?: string } | undefined)?.code === 'withheld').toBe(isWithheld);
  });

  it('is not told who reads the machine, nor the link, nor anything of a presenter', async () => {
    const { heard } = await room.follower();
    await expect.poll(() => heard.map(({ event }) => event)).toContain('snapshot');
    const events = heard.map(({ event }) => event).sort();
    expect(events).toEqual(['led', 'playback', 'recording', 'snapshot', 'welcome']);
  });
});

describe('routes', () => {
  const host = () => `127.0.0.1:${room.followerPort}`;
  const ask = async (target: string, more: Record<string, string> = {}, method = 'GET') => {
    const headers = { Connection: 'close', Host: host(), Cookie: await room.cookie(), ...more };
    const raw = rawGet(target, headers).replace('GET', method);
    return Number((await sendRaw(room.followerPort, raw)).split(' ')[1]);
  };

  it.each(['/', '/?lang=zh-CN', '/icon.svg', '/_next/static/chunks/main.js'])(
    '%s is there, as it is for followers',
    async (target) => {
      expect(await ask(target)).toBe(200);
      expect(room.drawn).toEqual([{ url: target, role: 'follower' }]);
    },
  );

  it.each([
    ...['/healthz', '/metrics', '/api/v1/snapshot', '/api/v1/usage', '/api/v1/openapi.json'],
    ...['/api/v1/figure.svg', '/api/v1/containers/c1/config', '/api/v1/findings'],
    ...[LESSONS, `${LESSONS}/isolation`, '/lessons/isolation/handout', LAB, `${LAB}/run`],
    ...['/_next/data/x/index.json', '/_next/image?url=a', '/_next/webpack-hmr', '/_next/'],
    ...[
      '/socket.io/',
      '/socket.io/?EIO=4&transport=polling',
      '/index',
      '/recordings/course.jsonl.gz',
    ],
    ...[
      '/_next/static/../../api/v1/snapshot',
      '/robots.txt',
      '//',
      '/__nextjs_original-stack-frame',
    ],
  ])('%s is not', async (target) => {
    expect(await ask(target)).toBe(target === '//' ? 400 : 404);
    expect(room.drawn).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    expect(await ask('/', {}, method)).toBe(405);
    expect(await ask(`${LAB}/run`, {}, method)).toBe(405);
  });

  it('nothing without the link', async () => {
    for (const target of [
      '/',
      '/icon.svg',
      '/_next/static/a.js',
      '/api/v1/snapshot',
      '/?follow=x',
    ]) {
      expect(await ask(target, { Cookie: '' }), target).toBe(401);
    }
    expect(await ask('/socket.io/', { ...WEBSOCKET, Origin: `http://${host()}`, Cookie: '' })).toBe(
      401,
    );
  });

  it('and who is refused a websocket holds no connection open', async () => {
    const socket = connect({ port: room.followerPort, host: '127.0.0.1', allowHalfOpen: true });
    const refused = vi.fn();
    socket.on('error', refused).resume();
    socket.write(rawGet('/socket.io/', { ...WEBSOCKET, Host: host() }));
    await once(socket, 'end');
    const stands = () => {
      socket.write('x');
      return refused.mock.calls.length === 0;
    };
    await expect.poll(stands).toBe(false);
    socket.destroy();
  });

  it('only the name that the link has', async () => {
    const { port } = new URL(room.presentation.link);
    const others = [
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.2:${port}`,
      `evil.example:${port}`,
      '',
    ];
    for (const Host of others) {
      // A request without a name is none to begin with.
      expect([400, 403], Host).toContain(await ask('/', { Host }));
      const upgrade = { ...WEBSOCKET, Host, Origin: `http://${Host}` };
      expect([400, 403], Host).toContain(await ask('/socket.io/', upgrade));
    }
  });

  it('a websocket for pages of this address alone', async () => {
    const own = `http://${host()}`;
    const upgrade = (Origin: string) =>
      ask('/socket.io/?EIO=4&transport=websocket', { ...WEBSOCKET, ...(Origin && { Origin }) });
    for (const origin of ['', 'null', 'http://evil.example', `https://${host()}`]) {
      expect(await upgrade(origin), origin).toBe(403);
    }
    expect(await ask('/other', { ...WEBSOCKET, Origin: own })).toBe(404);
  });

  it('the cookie of one who follows opens nothing of the presenter, and the other way round', async () => {
    const page = `http://127.0.0.1:${room.presenterPort}/`;
    await fetch(page);
    expect(room.drawn.at(-1)).toEqual({ url: '/', role: 'presenter' });
    const follow = new URL(room.presentation.link).search;
    expect((await fetch(`${page}${follow}`)).headers.get('set-cookie')).toBeNull();
    expect(await ask('/', { Cookie: 'nsview-3000=abc' })).toBe(401);
  });
});

it('takes a thousand connections, whoever has them, and hangs up on more', async () => {
  const opened: Socket[] = [];
  try {
    // Of more at once than the kernel keeps waiting (511) it drops some, whose own end takes them for connected.
    while (opened.length < 1000) {
      const some = Array.from({ length: 100 }, () => connect(room.followerPort, '127.0.0.1'));
      opened.push(...some);
      await Promise.all(some.map((each) => once(each, 'connect')));
    }
    const oneMore = connect(room.followerPort, '127.0.0.1');
    await once(oneMore, 'close');
    expect(opened.filter(({ destroyed }) => destroyed)).toEqual([]);
  } finally {
    for (const each of opened) each.destroy();
  }
});
