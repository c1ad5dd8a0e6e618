import type { Messages } from '../i18n/messages';
import type { Hidden } from '../select/shown';
import type { View } from '../view-state/view-state';

/** The views that draw connections, which the type filter hides. */
const WITH_TYPES: readonly View[] = ['sharing', 'matrix'];

/** What of it is missing from a view. */
export function hiddenIn(view: View, hidden: readonly Hidden[]): Hidden[] {
  return hidden.filter(({ filter }) => filter !== 'types' || WITH_TYPES.includes(view));
}

/** How much one filter leaves out, in words. */
export function hiddenCounts(
  { containers, processes, connections }: Hidden,
  filters: Messages['filters'],
): string {
  const parts = [
    ...(containers > 0 ? [filters.containers(containers)] : []),
    ...(processes > 0 ? [filters.processes(processes)] : []),
    ...(connections > 0 ? [filters.connections(connections)] : []),
  ];
  return parts.length === 0 ? filters.nothing : filters.list(parts);
}
