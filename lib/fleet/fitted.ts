import { SUMMARY_BYTES, type Summary } from './summary';

const ELLIPSIS = '…';

/** Bytes of something as JSON. */
function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** A text of at most so many bytes, as it stands between its quotes in JSON: one that is longer ends with an ellipsis. */
export function cutTo(text: string, most: number): string {
  const within = (each: string) => bytesOf(each) - '""'.length <= most;
  if (within(text)) return text;
  // Each character has a byte at least: what comes later is of no interest, however much it is.
  const characters = [...text.slice(0, most)];
  while (!within(characters.join('') + ELLIPSIS)) characters.pop();
  return characters.join('') + ELLIPSIS;
}

/** The summary with as much of its lists as has room: what is largest loses its last entry first, and counts it. */
export function fitted(summary: Summary): Summary {
  let fits = summary;
  while (bytesOf(fits) > SUMMARY_BYTES) fits = withLess(fits);
  return fits;
}

/** @throws Error where no list has anything left: the rest has limits with which it fits */
function withLess(summary: Summary): Summary {
  const { engines, notices, findings } = summary;
  const rules = Object.entries(findings?.rules ?? {});
  const sizes = { engines: bytesOf(engines), notices: bytesOf(notices), rules: bytesOf(rules) };
  const largest = Math.max(...Object.values(sizes));
  if (findings !== null && rules.length > 0 && sizes.rules === largest) {
    const less = {
      rules: Object.fromEntries(rules.slice(0, -1)),
      moreRules: findings.moreRules + 1,
    };
    return { ...summary, findings: { ...findings, ...less } };
  }
  if (engines.length > 0 && sizes.engines === largest) {
    return { ...summary, engines: engines.slice(0, -1), moreEngines: summary.moreEngines + 1 };
  }
  if (notices.length === 0) throw new Error('there is nothing left to leave out');
  return { ...summary, notices: notices.slice(0, -1), moreNotices: summary.moreNotices + 1 };
}
