import type { Worker } from 'node:worker_threads';
import type { HostReading, ScanChange } from '@lib/proc/reading';
import type {
  ReaderAnswer,
  ReaderCall,
  ReaderOptions,
  Request,
  Response,
  TickRequest,
} from './calls';
import type { ListenerSearch } from './find-listener';
import type { UsageReading } from './process';
import { startThread } from './thread';

/**
 * Reads this machine's /proc in a thread of its own. A call rejects with an Error when /proc is not
 * what it should be or when the thread ended; after that the next call starts a new thread, whose
 * first tick has everything again (`full`).
 */
export interface LocalReader {
  /** Facts of the machine; they stay as they are while it is up. */
  host(): Promise<HostReading>;
  /** What changed since the last tick, or null when nothing did; the first has everything. */
  tick(request: TickRequest): Promise<ScanChange | null>;
  /** State, memory and CPU time, read fresh, of those of `pids` that exist. */
  usage(pids: readonly number[]): Promise<UsageReading[]>;
  /** The process that listens at a Unix socket. */
  findListener(path: string): Promise<ListenerSearch>;
  /** Ends the thread; calls under way reject. */
  close(): Promise<void>;
}

/** @param start makes the thread */
export function createLocalReader(options: ReaderOptions, start = startThread): LocalReader {
  const thread = new ReaderThread(() => start(options));
  return {
    async host() {
      const answer = await thread.ask({ name: 'host' });
      return answer.name === 'host' ? answer.value : mixedUp(answer);
    },
    async tick(input) {
      const answer = await thread.ask({ name: 'tick', input });
      return answer.name === 'tick' ? answer.value : mixedUp(answer);
    },
    async usage(input) {
      const answer = await thread.ask({ name: 'usage', input });
      return answer.name === 'usage' ? answer.value : mixedUp(answer);
    },
    async findListener(input) {
      const answer = await thread.ask({ name: 'findListener', input });
      return answer.name === 'findListener' ? answer.value : mixedUp(answer);
    },
    close: () => thread.close(),
  };
}

interface Pending {
  resolve(answer: ReaderAnswer): void;
  reject(error: Error): void;
}

/** The worker, started when first asked and again after it ended. */
class ReaderThread {
  #worker: Worker | null = null;
  #closed = false;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(private readonly create: () => Worker) {}

  ask(call: ReaderCall): Promise<ReaderAnswer> {
    if (this.#closed) return Promise.reject(new Error('the reader of /proc is closed'));
    this.#worker ??= this.#start();
    const request: Request = { id: ++this.#lastId, call };
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = this.create();
    let cause = 'it was stopped';
    worker.on('message', (response: Response) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if ('error' in response) pending?.reject(new Error(response.error));
      else pending?.resolve(response.answer);
    });
    worker.on('error', (error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      this.#worker = null;
      const error = new Error(`the reader of /proc ended: ${cause}`);
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    });
    return worker;
  }
}

function mixedUp(answer: ReaderAnswer): never {
  throw new Error(`the reader of /proc answered ${answer.name} to another question`);
}
