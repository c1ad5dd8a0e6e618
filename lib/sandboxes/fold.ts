import type { Sandbox } from './sandbox';

/** What stands for many sandboxes goes by this; none of them does. */
export const SANDBOXES_KEY = ':sandboxes';

/** So many are shown each; more of them are one thing with their number, which opens. */
const FEW = 40;

/** Many sandboxes as one thing. */
export interface SandboxFold {
  /** How many there are. */
  count: number;
  /** How many of them are not shown by themselves now. */
  folded: number;
  /** Did a person ask for each of them? */
  open: boolean;
}

/**
 * Which of these are shown by themselves, and what stands for the others; null: they are few.
 *
 * @param open is each shown, however many they are?
 * @param chosen the key of the one that is selected: that is shown, folded or not
 */
export function foldSandboxes(
  sandboxes: readonly Sandbox[],
  open: boolean,
  chosen: string | null,
): { shown: readonly Sandbox[]; fold: SandboxFold | null } {
  const count = sandboxes.length;
  if (count <= FEW) return { shown: sandboxes, fold: null };
  const shown = open ? sandboxes : sandboxes.filter(({ key }) => key === chosen);
  return { shown, fold: { count, folded: count - shown.length, open } };
}
