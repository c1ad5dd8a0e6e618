import type { OfHost } from '@lib/protocol/of-host';
import type { Delta, SnapshotMessage } from '@lib/protocol/protocol';

/** One who looks on: a browser page. */
export interface Viewer {
  snapshot: (message: OfHost<SnapshotMessage>) => void;
  delta: (message: OfHost<Delta>) => void;
  /** Is it too slow for what it was sent? Then it is left alone until `hub.drained`. */
  congested: () => boolean;
  /** Ends the connection, so that the viewer sees that its picture is old. */
  /** @param why its picture cannot be kept current */
  drop: (why: unknown) => void;
}

/** Looks on, and wants to see nothing. */
export const NOBODY: Viewer = {
  snapshot: () => undefined,
  delta: () => undefined,
  congested: () => true,
  drop: () => undefined,
};
