import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import type * as z from 'zod/mini';
import type { FromServer } from '@lib/protocol/from-server';
import { FROM_VIEWER, type FromViewer } from '@lib/protocol/from-viewer';
import type { OfHost } from '@lib/protocol/of-host';
import { helloVersionSchema } from '@lib/protocol/from-viewer';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import { EncodeOnce } from './encode-once';
import type { Viewer } from './hub';
import { Place, type ViewerSocket } from './place';
import type { UsageViewer } from './usage-rounds';
import type { Shows } from './show';

/** Bytes that one message of a viewer may have. */
const MAX_MESSAGE = 64 * 1024;
/** Messages that a viewer may send in a second: twice of what a lesson, a lens and a player come to together. */
const MAX_RATE = 40;
const MAX_VIEWERS = 400;
/** Characters of a reason that are told. */
const MAX_REASON = 300;
/** Questions of one viewer that may wait for their answers. */
const MAX_ASKED = 8;

/** Websockets to those who look on. Hand it upgrades that the doors let through. */
export function createSockets(shows: Shows, report: (error: unknown) => void) {
  const engine = new Engine({ transports: ['websocket'], maxHttpBufferSize: MAX_MESSAGE });
  const io = new Server<FromViewer, FromServer>({
    serveClient: false,
    parser: { Encoder: EncodeOnce, Decoder },
  });
  io.bind(engine);
  io.on('connection', (socket) => {
    if (io.sockets.sockets.size > MAX_VIEWERS) socket.disconnect(true);
    else seat(shows, socket, report);
  });
  return {
    handleUpgrade: engine.handleUpgrade.bind(engine),
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** One viewer: what it is shown, and what it may say. */
function seat(shows: Shows, socket: ViewerSocket, report: (error: unknown) => void): void {
  const viewer: Viewer & UsageViewer = {
    snapshot: (message) => socket.emit('snapshot', message),
    delta: (message) => socket.emit('delta', message),
    usage: (message) => socket.emit('usage', message),
    // Not writable: what was sent before has not left for the network yet.
    congested: () => !socket.conn.transport.writable,
    drop: (why) => {
      const reason = (why instanceof Error ? why.message : String(why)).slice(0, MAX_REASON);
      socket.emit('unreadable', { host: shows.main.hub.host, reason });
      socket.disconnect(true);
    },
  };
  const place = new Place(shows, viewer, socket, report);
  let sentInSecond = 0;
  let second = 0;
  socket.use((_event, next) => {
    const now = Math.floor(performance.now() / 1000);
    sentInSecond = now === second ? sentInSecond + 1 : 1;
    second = now;
    if (sentInSecond > MAX_RATE) socket.disconnect(true);
    else next();
  });
  /** Listens to messages that are as they should be; any other ends the connection. */
  const hear =
    <T extends OfHost<unknown>>(schema: z.ZodMiniType<T>, act: (message: T) => void) =>
    (message: unknown) => {
      const heard = schema.safeParse(message);
      if (heard.success && heard.data.host === shows.main.hub.host) act(heard.data);
      else socket.disconnect(true);
    };
  const take = hear(FROM_VIEWER.hello, (hello) => {
    place.take(hello).catch((error: unknown) => {
      report(error);
      viewer.drop(error);
    });
  });
  socket.on('hello', (message) => {
    // What else one says who speaks another version is not for us to judge.
    const spoken = helloVersionSchema.safeParse(message);
    if (spoken.success && spoken.data.version !== PROTOCOL_VERSION) {
      socket.emit('incompatible', { version: PROTOCOL_VERSION });
    } else {
      take(message);
    }
  });
  socket.on(
    'watch',
    hear(FROM_VIEWER.watch, (watch) => place.show?.hub.watch(viewer, watch)),
  );
  // One who has just gone back to the machine may still have asked the recording for something.
  socket.on(
    'playback',
    hear(FROM_VIEWER.playback, (request) => place.show?.recording?.player.do(request)),
  );
  socket.on(
    'pin',
    hear(FROM_VIEWER.pin, ({ at, keep }) => place.show?.history?.pin(at, keep)),
  );
  let asked = 0;
  const ask = hear(FROM_VIEWER.ask, ({ host, id, question }) => {
    if (asked >= MAX_ASKED) {
      const message = `${MAX_ASKED} questions are waiting for their answers`;
      socket.emit('answer', { host, id, error: { code: 'busy', message } });
      return;
    }
    asked += 1;
    const { desk } = place.show ?? shows.main;
    desk
      .answer(question)
      .then((outcome) => {
        asked -= 1;
        socket.emit('answer', { host, id, ...outcome });
      })
      .catch(report);
  });
  socket.on('ask', ask);
  // Any viewer may: each can see what the reader in a container reads.
  socket.on(
    'reader',
    hear(FROM_VIEWER.reader, ({ agree }) => place.show?.reader?.decide(agree)),
  );
  socket.on(
    'enter',
    hear(FROM_VIEWER.enter, ({ agree }) => place.show?.reader?.decideEntering(agree)),
  );
  socket.conn.transport.on('ready', () => place.show?.hub.drained(viewer));
  socket.on('disconnect', () => place.leave());
}
