import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { playbackRequestSchema } from '@lib/protocol/playback';
import {
  helloSchema,
  PROTOCOL_VERSION,
  watchSchema,
  type ClientToServer,
  type ServerToClient,
} from '@lib/protocol/protocol';
import { readerDecisionSchema } from '@lib/protocol/reader-state';
import type { Viewer } from './hub';
import { Place, type ViewerSocket } from './place';
import type { UsageViewer } from './usage-rounds';
import type { Shows } from './show';

/** Bytes that one message of a viewer may have. */
const MAX_MESSAGE = 64 * 1024;
/** Messages that a viewer may send in a second. */
const MAX_RATE = 20;
const MAX_VIEWERS = 400;

/** Websockets to those who look on. Hand it upgrades that the doors let through. */
export function createSockets(shows: Shows, report: (error: unknown) => void) {
  const engine = new Engine({ transports: ['websocket'], maxHttpBufferSize: MAX_MESSAGE });
  const io = new Server<ClientToServer, ServerToClient>({ serveClient: false });
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
    drop: () => socket.disconnect(true),
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
  socket.on('hello', (message) => {
    const hello = helloSchema.safeParse(message);
    if (!hello.success) {
      socket.disconnect(true);
    } else if (hello.data.version !== PROTOCOL_VERSION) {
      socket.emit('incompatible', { version: PROTOCOL_VERSION });
    } else {
      place.take(hello.data).catch((error: unknown) => {
        report(error);
        viewer.drop();
      });
    }
  });
  socket.on('watch', (message) => {
    const watch = watchSchema.safeParse(message);
    if (watch.success) place.show?.hub.watch(viewer, watch.data);
    else socket.disconnect(true);
  });
  socket.on('playback', (message) => {
    const request = playbackRequestSchema.safeParse(message);
    // One who has just gone back to the machine may still have asked the recording for something.
    if (request.success) place.show?.recording?.player.do(request.data);
    else socket.disconnect(true);
  });
  // Any viewer may: each can see what the reader in a container reads.
  socket.on('reader', (message) => {
    const decision = readerDecisionSchema.safeParse(message);
    if (decision.success) place.show?.reader?.decide(decision.data.agree);
    else socket.disconnect(true);
  });
  socket.conn.transport.on('ready', () => place.show?.hub.drained(viewer));
  socket.on('disconnect', () => place.leave());
}
