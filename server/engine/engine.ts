import type { Config } from '@lib/config/config';
import type { ContainerReading, EngineInfoAnswer } from '@lib/docker/reading';
import type { Image, WhoseImages } from '@lib/images/image';
import type { Engine as EngineRecord } from '@lib/model/host';
import type { EngineDelays } from '@lib/snapshot/readings';
import type { Endpoint, UnixAddress } from './endpoint';

/** What is known of an engine: a new object whenever something about it changed. */
export type EngineStatus = Omit<EngineRecord, 'pid' | 'namespaces'>;

/** Where the process that answers for an engine is to be looked for. */
export interface DaemonTrace {
  /** The socket that it listens at; null where it listens at none of this machine. */
  socket: UnixAddress | null;
  /** It runs on another machine. */
  remote: boolean;
}

/** What an engine tells of images, read when it is asked. */
export interface ImageTeller {
  /** @param running ids of the containers that run. @throws what keeps the engine from telling */
  images: (running: readonly string[], whose: WhoseImages) => Promise<EngineImages>;
  /** The bytes that a container has in its own layer; null: it does not tell. Takes long where these are many files. */
  written: (container: string) => Promise<number | null>;
}

/** What came of asking for images. */
export interface EngineImages {
  images: EngineImage[];
  /** Why those that nobody runs from are not among them although they were asked for. */
  unused: string | null;
}

/** An image as its engine tells it. */
export type EngineImage = Omit<Image, 'engine'>;

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
  /** Null: it tells nothing of images. */
  imageTeller: () => ImageTeller | null;
  /** How a container was started; null: there is none of that id, or it does not tell. @throws what keeps it from telling */
  config: (container: string) => Promise<Config | null>;
  /** Where it can be told by Docker's API to start nsview's reader; null: nowhere. */
  dockerApi: () => Endpoint | null;
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}
