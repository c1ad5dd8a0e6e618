import type { HostReading, ScanChange } from '@lib/proc/reading';
import type { UsageRow } from '@lib/protocol/usage';
import type { ListenerSearch, SocketFile } from './find-listener';

/* The messages between the thread that reads /proc and the one that asks. */

export interface ReaderOptions {
  /** Where /proc is mounted. */
  procRoot: string;
  /** Read command lines? */
  args: boolean;
}

export interface TickRequest {
  /** The processes of what somebody has on screen. */
  watchedPids: readonly number[];
  /** Read everything anew. */
  full: boolean;
  /** Something is said to have begun or ended: list /proc at once. */
  hinted?: boolean;
  /**
   * Milliseconds that the answer may be held back for while there is no news: whoever waits sleeps,
   * and only the reader looks. Any other call ends the wait. Left out: the answer comes at once.
   */
  patience?: number;
}

export type ReaderCall =
  | { name: 'host' }
  | { name: 'tick'; input: TickRequest }
  /** Nobody can wait any longer: a tick that waits for news answers now. */
  | { name: 'hurry' }
  | { name: 'search' }
  | { name: 'usage'; input: readonly number[] }
  | { name: 'findListener'; input: SocketFile };

export type ReaderAnswer =
  | { name: 'host'; value: HostReading }
  | { name: 'tick'; value: ScanChange | null }
  | { name: 'hurry' }
  | { name: 'search' }
  | { name: 'usage'; value: UsageRow[] }
  | { name: 'findListener'; value: ListenerSearch };

export interface Request {
  id: number;
  call: ReaderCall;
}

export type Response =
  | { id: number; answer: ReaderAnswer }
  /** Why the call failed. */
  | { id: number; error: string };
