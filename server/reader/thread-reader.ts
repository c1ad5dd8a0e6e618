import type { ReaderOptions } from '../proc/calls';
import { LastingThread } from '../proc/lasting-thread';
import { readerAt, type Reader } from './reader';
import { END, startThread } from './thread';

/**
 * Reads this machine's /proc in a thread of its own. When that ended, the next call starts a new one,
 * whose first tick has everything again (`full`).
 *
 * @param start makes the thread
 */
export function createThreadReader(options: ReaderOptions, start = startThread): Reader {
  const thread = new LastingThread('the reader of /proc', () => start(options));
  return readerAt({
    ask: (name, ...input) => thread.ask({ name, input }),
    // What the thread started would be alone for a moment, and nobody could wait for it.
    close: () => thread.close(END),
  });
}
