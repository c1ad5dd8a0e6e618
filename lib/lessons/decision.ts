import type { Witness } from './witness';

/** A predicate: how it is decided, and what shows it to who doubts it. */
export interface Decision<A> {
  /** Is it so? @throws Unreadable where that cannot be known */
  holds: (witness: Witness, args: A) => boolean;
  /**
   * The command that shows it, and what that says now; a null in it where nothing shows it, or it was not read.
   * Null: there is nobody to show it of.
   *
   * @throws Unreadable
   */
  shown: (witness: Witness, args: A) => Shown | null;
}

export interface Shown {
  /** A line for a shell. */
  command: string | null;
  value: string | null;
  /** Of what counts from before the step, the bytes that came since it began; left out: it is about nothing like that. */
  grown?: number;
}
