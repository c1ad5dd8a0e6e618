import type { Messages } from '../../i18n/messages';
import type { Container } from '../../model/container';
import type { Snapshot } from '../../model/snapshot';
import type { SeenProcess } from '../../select/vantage';
import type { NamespaceFact } from '../container';

/** A part of a line: words, or something to be read letter by letter. */
export type Part = string | { code: string };

/** Two lines about what a container sees by one of its namespaces. */
export interface SeenLines {
  headline: readonly Part[];
  detail: readonly Part[];
  /** Should somebody know of it? */
  isBad?: boolean;
}

/** What the lines are made of, besides what the namespace isolates. */
export interface Sight {
  snapshot: Snapshot;
  container: Container;
  fact: NamespaceFact;
  /** The processes that it sees. */
  sees: readonly SeenProcess[];
  /** Milliseconds since the epoch. */
  now: number;
  messages: Messages;
}

/** Lines one after the other, parted as items of a line are. */
export function joined(lines: readonly (readonly Part[])[], between: string): Part[] {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [between, ...line]));
}
