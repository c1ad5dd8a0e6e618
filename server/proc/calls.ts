import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { Privileges, ProcessRequest } from '@lib/privileges/privileges';
import type { PassageReading, PassageRequest } from '@lib/reach/reading';
import type { HostReading, ScanChange } from '@lib/proc/reading';
import type { LimitsReading, SampleReading, UseReading, UseRequest } from '@lib/use/reading';
import type { UsageRow } from '@lib/protocol/usage';
import type { ListenerSearch, SocketFile } from './find-listener';
import type { ListensAt } from './listens-at';

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

/**
 * Every call of a reader, written once: what goes in, what comes out. Readers, messages, and both ends of
 * every line follow from it by type; what does it is in worker.ts, and what may come out of a container
 * in source/container/response.ts.
 */
export interface ReaderCalls {
  /** Facts of the machine; they stay as they are while it is up. */
  host(): HostReading;
  /** What changed since the last tick, or null when nothing did; the first has everything. */
  tick(request: TickRequest): ScanChange | null;
  /** Nobody can wait any longer: a tick that waits for news is answered now. */
  hurry(): void;
  /**
   * Looks everywhere for what else holds namespaces; ticks go on meanwhile. Answered when a search
   * that began now or later is over: the next tick tells what it found.
   */
  search(): void;
  /** State, memory and CPU time, read fresh, of those of `pids` that exist. */
  usage(pids: readonly number[]): UsageRow[];
  /** What a namespace isolates, as far as files of /proc tell. */
  inside(request: InsideRequest): InsideReading;
  /** What the files of a container's cgroups say. */
  use(request: UseRequest): UseReading;
  /** Of several what changes all the time. */
  samples(requests: readonly UseRequest[]): SampleReading[];
  /** What limits the memory and the tasks of several. */
  limits(requests: readonly UseRequest[]): LimitsReading[];
  /** What decides what passes through a network, as the kernel tells it in there. */
  passage(request: PassageRequest): PassageReading;
  /** What a process may do, and what it does now; null when it has ended. */
  privileges(request: ProcessRequest): Privileges | null;
  /** The process that listens at a Unix socket, whose file was looked up where it is asked. */
  findListener(file: SocketFile): ListenerSearch;
  /** The Unix sockets at which a process listens. */
  listensAt(pid: number): ListensAt;
}

export type CallName = keyof ReaderCalls;
export type InputOf<N extends CallName> = Parameters<ReaderCalls[N]>;
export type ValueOf<N extends CallName> = ReturnType<ReaderCalls[N]>;

/** The calls as whoever asks makes them. */
export type AskedCalls = {
  [N in CallName]: (...input: InputOf<N>) => Promise<ValueOf<N>>;
};

/** The calls as whoever reads answers them. */
export type AnsweredCalls = {
  [N in CallName]: (...input: InputOf<N>) => ValueOf<N> | Promise<ValueOf<N>>;
};

/** One call on its way; `id` is in its response as well. */
export interface Request<N extends CallName = CallName> {
  id: number;
  name: N;
  input: InputOf<N>;
}

export type Response<T = unknown> =
  | { id: number; value: T }
  /** Why the call failed. */
  | { id: number; error: string };
