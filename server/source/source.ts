import type { Sight } from '@lib/model/snapshot';
import type { UsageReading } from '../proc/process';

/** Where snapshots come from. */
export interface Source {
  /** What there is to see now; null when nothing changed since the last call. */
  read: (options: { watchedPids: readonly number[] }) => Promise<Sight | null>;
  /** What changes all the time, read fresh, of every process last read. */
  usage: () => Promise<UsageReading[]>;
  /** Has every engine answered, or been found not to? A hint comes when it has. */
  enginesKnown: () => boolean;
  /** Called when something happened that should not wait for the next tick. */
  onHint: (listener: () => void) => void;
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}
