import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import type { FromStage } from '@lib/present/from-stage';
import type { FromServer } from '@lib/protocol/from-server';
import { FROM_VIEWER, type FromViewer } from '@lib/protocol/from-viewer';
import { answeringTo } from './asked';
import { EncodeOnce } from './encode-once';
import { Place } from './place';
import type { PresenterPage, Presenters } from './presenters';
import {
  hearingOf,
  limitRate,
  limitWaiting,
  takingHello,
  viewerAt,
  type ViewerSocket,
} from './seat';
import type { Shows } from './show';

/** Bytes that one message of a viewer may have. */
const MAX_MESSAGE = 64 * 1024;
/** Messages that a viewer may send in a second: twice of what a lesson, a lens and a player come to together. */
const MAX_RATE = 40;
const MAX_VIEWERS = 400;
/** Characters that may wait for one viewer: some pictures of the largest machines. */
const MAX_WAITING = 64 * 1024 * 1024;

/** Websockets to those who look on. Hand it upgrades that the doors let through. @param presenters null: nothing is presented */
export function createSockets(
  shows: Shows,
  report: (error: unknown) => void,
  presenters: Presenters | null = null,
) {
  const engine = new Engine({ transports: ['websocket'], maxHttpBufferSize: MAX_MESSAGE });
  const io = new Server<FromViewer, FromServer & FromStage>({
    serveClient: false,
    parser: { Encoder: EncodeOnce, Decoder },
  });
  io.bind(engine);
  io.on('connection', (socket) => {
    if (io.sockets.sockets.size > MAX_VIEWERS) socket.disconnect(true);
    else seat(shows, socket, report, presenters);
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
function seat(
  shows: Shows,
  socket: ViewerSocket,
  report: (error: unknown) => void,
  presenters: Presenters | null,
): void {
  const { host } = shows.main.hub;
  const viewer = viewerAt(socket, host);
  const place = new Place(shows, viewer, socket, true);
  const page: PresenterPage = {
    id: socket.id,
    get show() {
      return place.show;
    },
    tell: (message) => socket.emit('stage', { host, ...message }),
  };
  limitRate(socket, MAX_RATE);
  limitWaiting(socket, MAX_WAITING);
  const hear = hearingOf(socket, host);
  const take = hear(FROM_VIEWER.hello, (hello) => {
    place
      .take(hello)
      .then(() => presenters?.moved(page))
      .catch((error: unknown) => {
        report(error);
        viewer.drop(error);
      });
  });
  socket.on('hello', takingHello(socket, take));
  socket.on(
    'watch',
    hear(FROM_VIEWER.watch, (watch) => place.show?.hub.watch(viewer, watch)),
  );
  socket.on(
    'playback',
    hear(FROM_VIEWER.playback, (request) => place.play(request)),
  );
  socket.on(
    'pin',
    hear(FROM_VIEWER.pin, ({ at, keep }) => place.show?.history?.pin(at, keep)),
  );
  const answer = answeringTo(
    socket,
    (question) => (place.show ?? shows.main).desk.answer(question),
    report,
  );
  socket.on('ask', hear(FROM_VIEWER.ask, answer));
  // Any viewer may: each can see what the reader in a container reads.
  socket.on(
    'reader',
    hear(FROM_VIEWER.reader, ({ agree }) => place.show?.reader?.decide(agree)),
  );
  socket.on(
    'enter',
    hear(FROM_VIEWER.enter, ({ agree }) => place.show?.reader?.decideEntering(agree)),
  );
  socket.on(
    'present',
    hear(FROM_VIEWER.present, (request) => presenters?.hear(page, request)),
  );
  socket.conn.transport.on('ready', () => place.show?.hub.drained(viewer));
  socket.on('disconnect', () => {
    place.leave();
    presenters?.gone(page);
  });
}
