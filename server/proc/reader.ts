import type { HostReading, ScanChange } from '@lib/proc/reading';
import type { ReaderAnswer, ReaderCall, TickRequest } from './calls';
import type { UsageRow } from '@lib/protocol/usage';
import { socketFile, type ListenerSearch } from './find-listener';

/**
 * Reads a /proc, somewhere else than in the thread that asks. A call rejects with an Error when
 * /proc is not what it should be or when what reads it ended.
 */
export interface Reader {
  /** Facts of the machine; they stay as they are while it is up. */
  host(): Promise<HostReading>;
  /** What changed since the last tick, or null when nothing did; the first has everything. */
  tick(request: TickRequest): Promise<ScanChange | null>;
  /** A tick that waits for news is answered now. */
  hurry(): Promise<void>;
  /**
   * Looks everywhere for what else holds namespaces; ticks go on meanwhile. Resolves when a search
   * that began now or later is over: the next tick tells what it found.
   */
  search(): Promise<void>;
  /** State, memory and CPU time, read fresh, of those of `pids` that exist. */
  usage(pids: readonly number[]): Promise<UsageRow[]>;
  /** The process that listens at a Unix socket, whose file is looked up where it is asked. */
  findListener(path: string): Promise<ListenerSearch>;
  /** Ends what reads; calls under way reject. */
  close(): Promise<void>;
}

/** Carries calls to what reads, and its answers back. */
export interface ReaderLine {
  ask(call: ReaderCall): Promise<ReaderAnswer>;
  close(): Promise<void>;
}

/** The reader at the other end of a line. */
export function readerAt(line: ReaderLine): Reader {
  return {
    async host() {
      const answer = await line.ask({ name: 'host' });
      return answer.name === 'host' ? answer.value : mixedUp(answer);
    },
    async tick(input) {
      const answer = await line.ask({ name: 'tick', input });
      return answer.name === 'tick' ? answer.value : mixedUp(answer);
    },
    async hurry() {
      const answer = await line.ask({ name: 'hurry' });
      if (answer.name !== 'hurry') mixedUp(answer);
    },
    async search() {
      const answer = await line.ask({ name: 'search' });
      if (answer.name !== 'search') mixedUp(answer);
    },
    async usage(input) {
      const answer = await line.ask({ name: 'usage', input });
      return answer.name === 'usage' ? answer.value : mixedUp(answer);
    },
    async findListener(path) {
      const file = socketFile(path);
      if (file === null) return { listener: null, reason: 'not-listening' };
      const answer = await line.ask({ name: 'findListener', input: file });
      return answer.name === 'findListener' ? answer.value : mixedUp(answer);
    },
    close: () => line.close(),
  };
}

function mixedUp(answer: ReaderAnswer): never {
  throw new Error(`the reader of /proc answered ${answer.name} to another question`);
}
