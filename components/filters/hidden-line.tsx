import { Eye } from 'lucide-react';
import { hiddenCounts, hiddenIn } from '@lib/facts/hidden';
import { withoutAll, type Hidden } from '@lib/select/shown';
import type { View } from '@lib/view-state/view-state';
import { useMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview, useView } from '../store/store';

/** The views that draw processes; the others draw containers. */
const OF_PROCESSES: readonly View[] = ['lens', 'processes', 'kernel'];

/** Under every view: what filters leave out of it, by which filter, and the way to have it back. */
export function HiddenLine() {
  const { filters } = useMessages();
  const shown = useShown();
  const view = useView();
  const show = useNsview((store) => store.show);
  const hidden = hiddenIn(view, shown?.hidden ?? []);
  if (hidden.length === 0) return null;
  return (
    <div
      data-hidden
      className="flex max-h-16 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 overflow-y-auto border-t border-line bg-surface px-4 py-1 text-xs text-dim"
    >
      <span>{filters.hidden}</span>
      <ul className="contents">
        {hidden.map((each) => {
          const again = filters.showAgain(filters.by[each.filter]);
          return (
            <li
              key={each.filter}
              data-hidden-by={each.filter}
              data-hidden-count={countIn(view, each)}
              className="flex items-center gap-1 rounded-full border border-line py-px pr-0.5 pl-2.5"
            >
              <span>
                <span className="text-text">{filters.by[each.filter]}</span>:{' '}
                {hiddenCounts(each, filters)}
              </span>
              <button
                type="button"
                aria-label={again}
                title={again}
                className="cursor-pointer rounded-full p-1 hover:bg-raised hover:text-text"
                onClick={() => show(withoutAll([each.filter]))}
              >
                <Eye size="0.93rem" aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="cursor-pointer rounded px-1 text-text underline decoration-line-strong underline-offset-3 hover:decoration-current"
        onClick={() => show(withoutAll(hidden.map(({ filter }) => filter)))}
      >
        {filters.showAll}
      </button>
    </div>
  );
}

/** How much is missing from a view: of what it draws, or else of what it does not. */
function countIn(view: View, { containers, processes, connections }: Hidden): number {
  if (connections > 0) return connections;
  return OF_PROCESSES.includes(view) ? processes || containers : containers || processes;
}
