/** A mistake in how nsview was called: its message is the one line to print, exit code 2. */
export class UsageError extends Error {}
