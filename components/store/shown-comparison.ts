import { useMemo } from 'react';
import { shownComparison } from '@lib/select/shown-comparison';
import { useIfThere } from '../parts/part';
import { useDifferences } from './differences';
import { MATCHES, useFilters } from './shown';

/** What is different from another moment, as far as the filters leave what is gone; null: nothing is compared. */
export function useShownComparison() {
  const comparison = useDifferences((store) => store.comparison);
  const filters = useFilters();
  const find = useIfThere(MATCHES);
  return useMemo(
    () => (comparison === null ? null : shownComparison(comparison, filters, find)),
    [comparison, filters, find],
  );
}
