import type { AskedCalls, CallName, InputOf, ValueOf } from '../proc/calls';

/**
 * Reads a /proc, somewhere else than in the thread that asks. A call rejects with an Error when
 * /proc is not what it should be or when what reads it ended.
 */
export interface Reader extends AskedCalls {
  /** Ends what reads; calls under way reject. */
  close(): Promise<void>;
}

/** Carries calls to what reads, and its answers back. */
export interface ReaderLine {
  ask<N extends CallName>(name: N, ...input: InputOf<N>): Promise<ValueOf<N>>;
  close(): Promise<void>;
}

/** The reader at the other end of a line. */
export function readerAt(line: ReaderLine): Reader {
  const call =
    <N extends CallName>(name: N) =>
    (...input: InputOf<N>) =>
      line.ask(name, ...input);
  return {
    host: call('host'),
    tick: call('tick'),
    hurry: call('hurry'),
    search: call('search'),
    usage: call('usage'),
    inside: call('inside'),
    passage: call('passage'),
    privileges: call('privileges'),
    use: call('use'),
    samples: call('samples'),
    limits: call('limits'),
    findListener: call('findListener'),
    listensAt: call('listensAt'),
    close: () => line.close(),
  };
}
