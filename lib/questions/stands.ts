/**
 * Milliseconds for which an answer stands about what changes all the time: who asks again sooner may be told what was
 * read before.
 */
export const STANDS = 500;
