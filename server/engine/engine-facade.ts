import type {
  ContainerEvent,
  ContainerListing,
  ContainerReading,
  EngineInfo,
  EngineVersion,
} from '@lib/docker/reading';
import type { Engine } from '@lib/model/host';

/** A stream of events that is being listened to. */
export interface EventStream {
  /** Resolves when the stream is over, for whatever reason: it never ends in another way. */
  readonly closed: Promise<void>;
  readonly close: () => void;
}

/** What is asked of any engine, in whatever it speaks: only ever to read. Each call settles; rejects with EngineError. */
export interface EngineFacade {
  /** Of which kind it is, as far as its answer tells. Also resolves where that is that it may not be asked: it is there. */
  ping: () => Promise<Engine['kind'] | null>;
  version: () => Promise<EngineVersion>;
  /** Null: what speaks so has nothing to tell of itself. */
  info: () => Promise<EngineInfo | null>;
  /** All containers, running or not. */
  list: () => Promise<ContainerListing[]>;
  /** Null when there is no such container (any more). */
  inspect: (id: string) => Promise<ContainerReading | null>;
  /**
   * Resolves when the engine has begun to send: what happens from then on is told.
   *
   * Null: what speaks so tells nothing of what happens, and is listed again and again.
   *
   * @param onUnread something happened, and what is told of it cannot be read, or is too long
   */
  events:
    | ((onEvent: (event: ContainerEvent) => void, onUnread: () => void) => Promise<EventStream>)
    | null;
  close: () => void;
}
