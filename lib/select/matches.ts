import type { Snapshot } from '../model/snapshot';
import { matching, type Matches } from '../query/matching';
import { parseQuery } from '../query/query';

/** What meets a query as it was typed; null where it asks for nothing. */
export function matchesOf(snapshot: Snapshot, text: string): Matches | null {
  const query = parseQuery(text);
  return query.terms.length === 0 ? null : matching(snapshot, query);
}
