import { create } from 'zustand';
import type { Comparison, Difference } from '@lib/timeline/difference';

/** Of what is compared with another moment: what has a sign in the pictures, and what that says. */
interface Differences {
  /** With the moments that it is of. Null: nothing is compared, or it is not told yet. */
  comparison: (Comparison & { from: number; to: number }) | null;
  /** Which two moments were asked about. */
  of: string | null;
  /** Was there an answer that tells nothing? */
  isRefused: boolean;
  signs: ReadonlyMap<string, { difference: Difference; word: string }>;
}

export const NO_DIFFERENCES: Differences = {
  comparison: null,
  of: null,
  isRefused: false,
  signs: new Map(),
};

export const useDifferences = create<Differences>()(() => NO_DIFFERENCES);

/** The sign of a container or of a namespace, by its key; null: it has none. */
export function useSign(key: string): { difference: Difference; word: string } | null {
  return useDifferences(({ signs }) => signs.get(key) ?? null);
}
