import type { CommandMessages } from '@lib/i18n/command-messages';
import { printable } from '@lib/table/printable';

/** Milliseconds that closing may take when something went wrong. */
const GRACE = 3000;

/** What must not outlive nsview: the reader's container above all. */
const closings = new Set<() => Promise<void>>();

/** Calls `close` also when nsview ends because of something that nobody caught. */
export function closeInAnyCase(close: () => Promise<void>): void {
  closings.add(close);
}

/**
 * The last to handle what nobody caught, an exception or the rejection of a promise: tells it in a
 * line, closes what must not outlive nsview, and ends with 1. After that nothing can be relied on.
 *
 * Next comes with handlers that print a stack and go on. They are not asked: the capture callback
 * has an exception before any listener, and a rejection is made one by the first of its listeners.
 */
export function handleUncaught({ cli }: CommandMessages): void {
  let ending = false;
  process.on('unhandledRejection', (reason) => {
    throw reason;
  });
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    // What goes wrong while it ends is of the same kind.
    if (ending) return;
    ending = true;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${cli.uncaught(printable(message))}\n`);
    const end = () => process.exit(1);
    setTimeout(end, GRACE);
    void Promise.allSettled([...closings].map((close) => close())).then(end);
  });
}
