import { TYPE_LETTERS } from '../layout/ring';
import type { Sharing } from '../model/container';

/** Explained always, and where they occur. */
const ALWAYS: readonly Sharing[] = ['own', 'shared', 'host'];
const WHEN_PRESENT: readonly Sharing[] = ['unknown', 'none', 'absent'];

/** What stands in an arc, where that says it: the letter of a type that is absent is struck out. */
export const LEGEND_SIGNS: Partial<Record<Sharing, string>> = {
  unknown: '?',
  absent: TYPE_LETTERS.pid,
};

/** The fills of arcs that a legend explains, in its order. @param present what occurs in the picture */
export function legendKinds(present: ReadonlySet<Sharing>): Sharing[] {
  return [...ALWAYS, ...WHEN_PRESENT.filter((kind) => present.has(kind))];
}
