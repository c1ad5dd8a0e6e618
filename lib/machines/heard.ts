import type { SummaryProblem } from '../fleet/packed-summary';
import { readSummary } from '../fleet/packed-summary';
import { clockOff, nowAt, standingOf, type Standing } from '../fleet/standing';
import type { Summary } from '../fleet/summary';
import type { HostId } from '../model/host';

/** What was last heard of a machine; whose it is says its credential, and not what it says itself. */
export type HeardMachine = {
  host: HostId;
  standing: Standing;
  /** When, ISO 8601, by the clock of the fleet's server. */
  heardAt: string;
  /** Milliseconds since then. */
  age: number;
} & (
  | {
      summary: Summary;
      /** By how many milliseconds its clock is ahead; null: it is right. */
      clockOff: number | null;
    }
  | { problem: SummaryProblem }
);

/**
 * What a fleet's machines have told, by what they are called.
 *
 * @param told as it came, with the time by the server's clock, in milliseconds since 1970
 * @param now by our own clock
 */
export function heardOf(
  told: ReadonlyMap<HostId, { bytes: Uint8Array; at: number }>,
  now: number,
): HeardMachine[] {
  const there = nowAt(
    now,
    [...told.values()].map(({ at }) => at),
  );
  return [...told]
    .sort(([a], [b]) => IN_ORDER.compare(a, b))
    .map(([host, { bytes, at }]) => {
      const heard = {
        ...{ host, standing: standingOf(at, there) },
        ...{ heardAt: new Date(at).toISOString(), age: Math.max(0, there - at) },
      };
      const read = readSummary(bytes);
      if ('problem' in read) return { ...heard, problem: read.problem };
      return { ...heard, summary: read.summary, clockOff: clockOff(read.summary.at, at) };
    });
}

/** vm-2 before vm-10. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });
