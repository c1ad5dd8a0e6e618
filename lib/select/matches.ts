import { matching, type Matches, type Searched } from '../query/matching';
import { parseQuery } from '../query/query';

/** What meets a query as it was typed; null where it asks for nothing. */
export function matchesOf(snapshot: Searched, text: string): Matches | null {
  const query = parseQuery(text);
  return query.terms.length === 0 ? null : matching(snapshot, query);
}
