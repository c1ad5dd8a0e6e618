import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { LOCAL_HOST } from '@lib/model/host';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import type { PresentRequest } from '@lib/protocol/present-request';
import { createFollowersServer } from '../followers';
import { createHttpServer } from '../server';
import { recordedShow, Shows, type Show } from '../../hub/show';
import { createSockets } from '../../hub/sockets';
import { Lessons } from '../../lessons/lessons';
import { allowedHosts } from '../../security/doors';
import { FollowGate } from '../../security/follow-gate';
import { readRecording } from '../../source/recording-file';
import { createFollowerSockets } from '../../present/follower-sockets';
import { Presentation } from '../../present/presentation';

const RECORDINGS = fileURLToPath(new URL('../../../public/recordings', import.meta.url));
export const HELLO = {
  ...{ host: LOCAL_HOST, version: PROTOCOL_VERSION },
  ...{ epoch: null, lastSeq: null, recording: null, past: null },
};

/** Everything that came over a connection, by event, the oldest first. */
export interface Guest {
  socket: Socket;
  heard: { event: string; message: Record<string, unknown> }[];
  /** The last of an event. */
  last: (event: string) => Record<string, unknown> | undefined;
}

/** A presentation of a recording that stands still, with both its servers, over real connections. */
export class Room {
  readonly reported: unknown[] = [];
  /** What was asked of the pages, and for whom. */
  readonly drawn: { url: string | undefined; role: string | null }[] = [];
  private readonly ends: (() => unknown)[] = [];
  private readonly gate = new FollowGate('follow');

  private constructor(
    readonly main: Show,
    readonly presentation: Presentation,
    readonly shows: Shows,
  ) {}

  /** Where the presenter's server is, and that of followers. */
  presenterPort = 0;
  followerPort = 0;

  static async open(): Promise<Room> {
    const recording = await readRecording(`${RECORDINGS}/course.jsonl.gz`);
    const report = (error: unknown) => void room.reported.push(error);
    const about = { name: null, title: 'course', live: false };
    const main = recordedShow(recording, about, (error) => report(error));
    main.recording?.player.do({ do: 'pause' });
    const shows = new Shows(main, RECORDINGS, (error) => report(error));
    const lessons = new Lessons(null);
    const presentation = new Presentation(shows, lessons, (error) => report(error));
    const room = new Room(main, presentation, shows);
    await room.listen(lessons, report);
    return room;
  }

  private async listen(lessons: Lessons, report: (error: unknown) => void): Promise<void> {
    const pages = {
      answer: (
        request: { url?: string | undefined },
        response: { end: (text: string) => void },
        { role }: { role: string | null },
      ) => {
        this.drawn.push({ url: request.url, role });
        response.end('a page');
        return Promise.resolve();
      },
      handleUpgrade: () => false,
      close: () => Promise.resolve(),
    };
    const { main, presentation, shows, gate } = this;
    const sockets = createSockets(shows, report, presentation);
    const followers = createFollowerSockets(presentation, shows, report);
    const presenterNames = new Set<string>();
    const followerNames = new Set<string>();
    const forPresenter = createHttpServer({
      ...{ show: main, lessons, lab: null, presentation, pages, report, dev: false },
      ...{ allowed: presenterNames, gate: () => null },
      handleSocket: sockets.handleUpgrade,
    });
    const forFollowers = createFollowersServer({
      ...{ pages, report, allowed: followerNames, gate: () => gate },
      handleSocket: followers.handleUpgrade,
    });
    for (const { server } of [forPresenter, forFollowers]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    this.presenterPort = (forPresenter.server.address() as AddressInfo).port;
    this.followerPort = (forFollowers.server.address() as AddressInfo).port;
    for (const name of allowedHosts('127.0.0.1', this.presenterPort, [])) presenterNames.add(name);
    followerNames.add(`127.0.0.1:${this.followerPort}`);
    presentation.link = `http://127.0.0.1:${this.followerPort}/${gate.query}`;
    this.ends.push(
      forFollowers.close,
      forPresenter.close,
      () => presentation.close(),
      () => followers.close(),
      () => sockets.close(),
      () => main.close(),
    );
  }

  /** A page of the presenter's address, which has said hello. */
  async presenter(hello: object = HELLO): Promise<Guest> {
    const guest = await this.connect(this.presenterPort, {});
    guest.socket.emit('hello', hello);
    return guest;
  }

  /** The cookie of one more browser that follows, as the link gives it. */
  async cookie(): Promise<string> {
    const answer = await fetch(this.presentation.link, { redirect: 'manual' });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** One who follows. @param hello null: it has not said so yet */
  async follower(hello: object | null = HELLO, cookie?: string): Promise<Guest> {
    const guest = await this.connect(this.followerPort, {
      Cookie: cookie ?? (await this.cookie()),
    });
    if (hello !== null) guest.socket.emit('hello', hello);
    return guest;
  }

  /** Takes nothing more off the network, as one who means harm. */
  stopsReading({ socket }: Guest): void {
    const { transport } = socket.io.engine;
    const raw = transport as unknown as { ws: { pause: () => void } };
    raw.ws.pause();
  }

  private async connect(port: number, headers: Record<string, string>): Promise<Guest> {
    const url = `http://127.0.0.1:${port}`;
    const socket = io(url, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { Origin: url, ...headers },
    });
    const heard: Guest['heard'] = [];
    socket.onAny((event: string, message: Record<string, unknown>) => {
      heard.push({ event, message });
    });
    this.ends.unshift(() => socket.disconnect());
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const last: Guest['last'] = (event) => heard.findLast((each) => each.event === event)?.message;
    return { socket, heard, last };
  }

  async close(): Promise<void> {
    for (const end of this.ends) await end();
  }
}

/** Has a page do something about presenting. */
export function present({ socket }: Guest, request: PresentRequest): void {
  socket.emit('present', { host: LOCAL_HOST, ...request });
}

/** Has it lead, and show this. */
export function lead(guest: Guest, view: string): void {
  present(guest, { do: 'lead', view, suffix: '' });
}
