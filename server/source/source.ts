import type { DetailReader } from '@lib/asking/detail-reader';
import type { Sight } from '@lib/model/snapshot';
import type { UsageRow } from '@lib/protocol/usage';

export interface ReadOptions {
  /** The processes that somebody has on screen: looked at more often. */
  watchedPids: readonly number[];
  /** Tell also what may wait for other news while somebody watches. */
  whole: boolean;
  /** Milliseconds that it may wait for news before it says that there are none; see `hurry`. */
  patience: number;
}

/** Where snapshots come from. */
export interface Source extends DetailReader {
  /** What there is to see now; null when there is no news since the last call. */
  read: (options: ReadOptions) => Promise<Sight | null>;
  /** A read that waits for news says now what there is. */
  hurry: () => void;
  /** Looks everywhere for what else holds namespaces, which takes its time; the next read has it. */
  search: () => Promise<void>;
  /** What changes all the time, read fresh: of these processes, or of every one last read. */
  usage: (pids?: readonly number[]) => Promise<UsageRow[]>;
  /** Has every engine answered, or been found not to? A hint comes when it has. */
  enginesKnown: () => boolean;
  /** Called when something happened that should not wait for the next tick. */
  onHint: (listener: () => void) => void;
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}
