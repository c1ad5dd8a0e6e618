import { io, type Socket } from 'socket.io-client';
import type { FromFollower } from '@lib/present/from-follower';
import type { FromStage } from '@lib/present/from-stage';
import type { FromServer } from '@lib/protocol/from-server';
import type { FromViewer } from '@lib/protocol/from-viewer';

/** One connection for the page, however often React mounts its components. */
export const line: Socket<
  FromServer & FromStage,
  FromViewer & Pick<FromFollower, 'vote' | 'look'>
> = io({
  transports: ['websocket'],
  autoConnect: false,
  reconnectionDelay: 200,
  reconnectionDelayMax: 2000,
});

/** What is at the other end goes on playing for others too, but where the address names a recording. */
export const isTaken = false;
