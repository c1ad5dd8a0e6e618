/** Milliseconds after which a reader on its own, to which nothing comes, takes it that nobody asks. */
export const SILENCE = 60_000;

/** Where the answers of such a reader are too long to be right: bytes. Those of 10,000 processes have 20 MB. */
export const LONGEST_LINE = 256 * 1024 * 1024;
