import type { Socket } from 'socket.io';
import type * as z from 'zod/mini';
import type { FromFollower } from '@lib/present/from-follower';
import type { FromStage } from '@lib/present/from-stage';
import type { FromServer } from '@lib/protocol/from-server';
import { helloVersionSchema, type FromViewer } from '@lib/protocol/from-viewer';
import type { HostId } from '@lib/model/host';
import type { OfHost } from '@lib/protocol/of-host';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import type { Viewer } from './viewer';
import type { UsageViewer } from './usage-rounds';

/** The connection of one who looks on, at the presenter's address or at that of followers. */
export type ViewerSocket = Socket<
  FromViewer & Pick<FromFollower, 'vote' | 'look'>,
  FromServer & FromStage
>;

/** Characters of a reason that are told. */
const MAX_REASON = 300;

/** Who is sent pictures over a connection. */
export function viewerAt(socket: ViewerSocket, host: HostId): Viewer & UsageViewer {
  return {
    snapshot: (message) => socket.emit('snapshot', message),
    delta: (message) => socket.emit('delta', message),
    usage: (message) => socket.emit('usage', message),
    // Not writable: what was sent before has not left for the network yet.
    congested: () => !socket.conn.transport.writable,
    drop: (why) => {
      const reason = (why instanceof Error ? why.message : String(why)).slice(0, MAX_REASON);
      socket.emit('unreadable', { host, reason });
      socket.disconnect(true);
    },
  };
}

/** Ends the connection of one who sends more messages in a second than that. */
export function limitRate(socket: ViewerSocket, most: number): void {
  let sentInSecond = 0;
  let second = 0;
  socket.use((_event, next) => {
    const now = Math.floor(performance.now() / 1000);
    sentInSecond = now === second ? sentInSecond + 1 : 1;
    second = now;
    if (sentInSecond > most) socket.disconnect(true);
    else next();
  });
}

/**
 * Ends the connection of one for whom more characters wait behind what is on its way, as soon as one more message
 * comes. At once: who does not read would not take leave either, and what waits is kept until then.
 */
export function limitWaiting({ conn, request }: ViewerSocket, most: number): void {
  let waiting = 0;
  conn.on('flush', () => {
    waiting = 0;
  });
  conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    if (waiting > most) request.socket.destroy();
    else if (typeof data === 'string') waiting += data.length;
  });
}

/** What listens to messages that are as they should be; any other ends the connection. */
export type Hear = <T extends OfHost<unknown>>(
  schema: z.ZodMiniType<T>,
  act: (message: T) => void,
) => (message: unknown) => void;

/** @param host the one that messages have to be about */
export function hearingOf(socket: ViewerSocket, host: HostId): Hear {
  return (schema, act) => (message) => {
    const heard = schema.safeParse(message);
    if (heard.success && heard.data.host === host) act(heard.data);
    else socket.disconnect(true);
  };
}

/** Takes a hello of this version; to one that speaks another that is said, whatever else it says. */
export function takingHello(
  socket: ViewerSocket,
  take: (message: unknown) => void,
): (message: unknown) => void {
  return (message) => {
    const spoken = helloVersionSchema.safeParse(message);
    if (spoken.success && spoken.data.version !== PROTOCOL_VERSION) {
      socket.emit('incompatible', { version: PROTOCOL_VERSION });
    } else {
      take(message);
    }
  };
}
