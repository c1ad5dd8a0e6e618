import type { FromServer } from '@lib/protocol/from-server';
import type { FromViewer } from '@lib/protocol/from-viewer';

/** What is heard at a line: what is said at the other end, and whether there is one. */
export type Heard = FromServer & { connect: () => void; disconnect: () => void };

/** What a page says, by event. */
export type Said = { [Event in keyof FromViewer]: Parameters<FromViewer[Event]>[0] };

/** The line to what the page shows: a server, or the recording in a page that was taken away (`#line`). */
export interface Line {
  readonly connected: boolean;
  /** Does it try again by itself? */
  readonly active: boolean;
  /** Each event is heard by one. */
  on<Event extends keyof Heard>(event: Event, hear: Heard[Event]): unknown;
  emit<Event extends keyof Said>(event: Event, message: Said[Event]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}
