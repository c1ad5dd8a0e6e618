/** How often something is done about an engine, in milliseconds. */
export interface Rhythm {
  /** From one look at the socket's file to the next, while somebody looks at us. */
  look: number;
  /**
   * From one ping to the next: while somebody looks at us and there is no file of a socket that would
   * go away with the daemon; and else, when only a daemon that hangs is found by it.
   */
  pingOften: number;
  ping: number;
  /**
   * From a failed attempt to connect to the next: twice as long each time, up to `ping` for one that
   * does not answer (so that one that does again is there soon), up to `relist` for one that answers
   * and then fails; up to half as much again is added at random.
   */
  retry: number;
  /** From one routine listing to the next, in case an event was lost. */
  relist: number;
  /** The same of an engine that tells no events, while somebody looks at us. */
  relistOften: number;
  /** After so long a list that has not come is said to be slow. */
  slow: number;
}

export const RHYTHM: Rhythm = {
  look: 400,
  pingOften: 1000,
  ping: 2000,
  retry: 400,
  relist: 30_000,
  relistOften: 3000,
  slow: 1000,
};
