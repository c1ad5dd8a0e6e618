import { cutTo } from './fitted';
import { MOST, SUMMARY_BYTES, SUMMARY_VERSION, summarySchema, type Summary } from './summary';

/** What is wrong with something that should be a summary. */
export type SummaryProblem =
  | { is: 'large'; bytes: number }
  /** No text, or none of JSON: also what was made smaller, to be unpacked. */
  | { is: 'no-json' }
  | { is: 'deep' }
  /** Of an nsview that speaks of machines in another way. */
  | { is: 'version'; version: number }
  /** Which part is not as it should be: its path, as `containers.running`; empty: the whole. */
  | { is: 'part'; path: string };

/** Levels of objects and lists that a summary has at most, with some more for what later versions may add. */
const DEPTH = 8;

/** As it is sent. */
export function packSummary(summary: Summary): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(summary));
}

/** What anybody may have sent. It is looked at no further than it is as it should be. */
export function readSummary(
  packed: Uint8Array,
): { summary: Summary } | { problem: SummaryProblem } {
  if (packed.length > SUMMARY_BYTES) return { problem: { is: 'large', bytes: packed.length } };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(packed));
  } catch {
    return { problem: { is: 'no-json' } };
  }
  if (isDeeper(value, DEPTH)) return { problem: { is: 'deep' } };
  const version = versionOf(value);
  if (version !== null && version !== SUMMARY_VERSION)
    return { problem: { is: 'version', version } };
  const read = summarySchema.safeParse(value);
  if (read.success) return { summary: read.data };
  const path = (read.error.issues[0]?.path ?? []).join('.');
  // A part of a path can be a word of whoever sent it.
  return { problem: { is: 'part', path: cutTo(path, MOST.text) } };
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  return Number.isInteger(value.version) ? Number(value.version) : null;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}
