import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import {
  FROM_FOLLOWER,
  isOfFollower,
  isToldToFollowers,
  type FromFollower,
} from '@lib/present/from-follower';
import type { FromStage } from '@lib/present/from-stage';
import type { Outcome } from '@lib/protocol/ask';
import type { FromServer } from '@lib/protocol/from-server';
import type { FromViewer } from '@lib/protocol/from-viewer';
import { answeringTo } from '../hub/asked';
import { EncodeOnce } from '../hub/encode-once';
import { Place } from '../hub/place';
import {
  hearingOf,
  limitRate,
  limitWaiting,
  takingHello,
  viewerAt,
  type ViewerSocket,
} from '../hub/seat';
import type { Shows } from '../hub/show';
import { Allowance } from '../questions/allowance';
import { NOTHING, type Presentation, type SeatedFollower, type Seen } from './presentation';
import { Throttled } from './throttled';

/** Bytes that one message of a follower may have: what is on screen is the longest. */
const MAX_MESSAGE = 16 * 1024;
/** Messages that a follower may send in a second. */
const MAX_RATE = 20;
const MAX_FOLLOWERS = 400;
/** Connections of one browser: the tabs that somebody has open, and some that were lost and are not missed yet. */
const MAX_OF_DEVICE = 8;
/** Characters that may wait for one who follows: a few answers. */
const MAX_WAITING = 1024 * 1024;
/** Milliseconds from one hello that is answered to the next: each may have a whole picture for an answer. */
const HELLO_EVERY = 1000;
/** What may be read for at once for all who follow: the rest is for who presents. */
const MAX_READ = 8;
/** The same for each of them. */
const MAX_READ_EACH = 2;

const WITHHELD: Outcome = {
  error: { code: 'withheld', message: 'it is not told to those who follow' },
};

/** Websockets to those who follow: an end of their own, which knows no event but theirs. */
export function createFollowerSockets(
  presentation: Presentation,
  shows: Shows,
  report: (error: unknown) => void,
) {
  const devices = new WeakMap<IncomingMessage, string>();
  const shared = new Allowance(MAX_READ);
  const engine = new Engine({ transports: ['websocket'], maxHttpBufferSize: MAX_MESSAGE });
  const io = new Server<FromViewer & Pick<FromFollower, 'vote' | 'look'>, FromServer & FromStage>({
    serveClient: false,
    parser: { Encoder: EncodeOnce, Decoder },
  });
  io.bind(engine);
  io.on('connection', (socket) => {
    const device = devices.get(socket.request);
    const all = [...io.sockets.sockets.values()];
    const own = all.filter(({ request }) => devices.get(request) === device);
    const isOneTooMany = all.length > MAX_FOLLOWERS || own.length > MAX_OF_DEVICE;
    if (device === undefined || isOneTooMany) socket.disconnect(true);
    else seat(presentation, shows, socket, device, new Allowance(MAX_READ_EACH, shared), report);
  });
  return {
    /** @param device whose browser it is, as the gate says */
    handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, device: string) => {
      devices.set(request, device);
      engine.handleUpgrade(request, socket, head);
    },
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** One who follows: what it is told, and the little that it may say. */
function seat(
  presentation: Presentation,
  shows: Shows,
  socket: ViewerSocket,
  device: string,
  allowance: Allowance,
  report: (error: unknown) => void,
): void {
  const { host } = shows.main.hub;
  const viewer = viewerAt(socket, host);
  const place = new Place(shows, viewer, socket, false);
  const follower: SeatedFollower = {
    ...{ device, away: false },
    sit: (show, from) => {
      place.sit(show, from).catch((error: unknown) => {
        report(error);
        viewer.drop(error);
      });
    },
    led: (message) => socket.emit('led', message),
    compared: (message) => socket.emit('compared', message),
    moments: (message) => socket.emit('moments', message),
    voted: (message) => socket.emit('voted', message),
    snapshot: viewer.snapshot,
  };
  // Before any listener: what is not for followers to say is counted, and ends the connection.
  socket.use(([event], next) => {
    if (isOfFollower(event)) return next();
    presentation.audience.refuse(event);
    socket.disconnect(true);
  });
  limitRate(socket, MAX_RATE);
  limitWaiting(socket, MAX_WAITING);
  const hear = hearingOf(socket, host);
  let seen: Seen = NOTHING;
  const greeting = new Throttled(() => presentation.come(follower, seen), HELLO_EVERY);
  const takeHello = hear(FROM_FOLLOWER.hello, (hello) => {
    seen = hello;
    greeting.want();
  });
  socket.on('hello', takingHello(socket, takeHello));
  socket.on(
    'watch',
    hear(FROM_FOLLOWER.watch, (watch) => place.show?.hub.watch(viewer, watch)),
  );
  const answer = answeringTo(
    socket,
    async (question) =>
      isToldToFollowers(question.name)
        ? (place.show ?? presentation.shown).desk.answer(question, allowance)
        : WITHHELD,
    report,
  );
  socket.on('ask', hear(FROM_FOLLOWER.ask, answer));
  socket.on(
    'vote',
    hear(FROM_FOLLOWER.vote, (vote) => presentation.vote(follower, vote)),
  );
  socket.on(
    'look',
    hear(FROM_FOLLOWER.look, ({ around }) => presentation.look(follower, around)),
  );
  socket.conn.transport.on('ready', () => place.show?.hub.drained(viewer));
  socket.on('disconnect', () => {
    greeting.close();
    place.leave();
    presentation.leave(follower);
  });
}
