/** A mistake in how nsview was called, exit code 2: its message is the line to print; of a lesson's file, a line for each mistake. */
export class UsageError extends Error {}
