import { containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { Comparison } from '../timeline/difference';
import type { matchesOf } from './matches';
import { hidersOf, type Filters } from './shown';

/**
 * A comparison without what is gone and would be hidden by the filters, were it there. It meets a query by itself alone:
 * what ran in it is not known any more. With nothing left out it is the very same comparison.
 *
 * @param machine with the engines among which a project is named
 * @param find finds what meets a query; null: what does that is not there yet
 */
export function shownComparison<C extends Comparison>(
  comparison: C,
  filters: Filters,
  machine: Pick<Snapshot, 'engines'>,
  find: typeof matchesOf | null,
): C {
  const gone = comparison.different.flatMap(({ difference, container }) =>
    difference === 'went' ? container : [],
  );
  const searched = { containers: gone, processes: [], namespaces: [] };
  const matches = find?.(searched, filters.query) ?? null;
  const hidden = new Set(
    gone.filter((each) => hidersOf(each, filters, matches, machine).length > 0).map(containerKey),
  );
  if (hidden.size === 0) return comparison;
  const different = comparison.different.filter(
    ({ difference, container }) => difference !== 'went' || !hidden.has(containerKey(container)),
  );
  return { ...comparison, different };
}
