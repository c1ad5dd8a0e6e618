import type { ContainerReading, EngineInfoAnswer } from '@lib/docker/reading';
import type { Engine as EngineRecord } from '@lib/model/host';
import type { EngineDelays } from '@lib/snapshot/readings';
import type { Endpoint } from './endpoint';

/** What is known of an engine: a new object whenever something about it changed. */
export type EngineStatus = Omit<EngineRecord, 'pid' | 'namespaces'>;

/** Where the process that answers for an engine is to be looked for. */
export interface DaemonTrace {
  /** The socket that it listens at; null where it listens at none of this machine. */
  socket: string | null;
  /** It runs on another machine. */
  remote: boolean;
}

/**
 * One container engine, whatever it speaks. It keeps its own picture of its containers, connects and
 * reconnects by itself, and only ever reads.
 */
export interface Engine {
  status: () => EngineStatus;
  /** Has anything that could be this engine ever answered? What never did is not an engine yet. */
  answered: () => boolean;
  /** The last known, ordered by id; the same list as long as nothing changes. */
  containers: () => readonly ContainerReading[];
  /** What it says of itself; asked at each connection. */
  info: () => EngineInfoAnswer;
  /** What of its answers comes late, and why. */
  delays: () => EngineDelays;
  daemon: () => DaemonTrace;
  /** Where it can be told by Docker's API to start nsview's reader; null: nowhere. */
  dockerApi: () => Endpoint | null;
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}
