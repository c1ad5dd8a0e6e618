import { useMemo } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import { shownComparison } from '@lib/select/shown-comparison';
import { useIfThere } from '../parts/part';
import { useDifferences } from './differences';
import { MATCHES, useFilters } from './shown';
import { useNsview } from './store';

const NONE: Snapshot['engines'] = [];

/** What is different from another moment, as far as the filters leave what is gone; null: nothing is compared. */
export function useShownComparison() {
  const comparison = useDifferences((store) => store.comparison);
  const filters = useFilters();
  const find = useIfThere(MATCHES);
  const engines = useNsview((store) => store.snapshot?.engines ?? NONE);
  return useMemo(
    () => (comparison === null ? null : shownComparison(comparison, filters, { engines }, find)),
    [comparison, filters, engines, find],
  );
}
