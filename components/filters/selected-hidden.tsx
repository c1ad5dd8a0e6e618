import { withoutHiders } from '@lib/select/shown';
import { findContainer } from '@lib/model/container-ref';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { containerKey } from '@lib/model/ids';

/** Says of what is selected that filters hide it, and brings it back. */
export function SelectedHidden() {
  const { filters, filtering } = useAllMessages();
  const snapshot = useNsview((store) => store.snapshot);
  const shown = useShown();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  const { select } = viewState;
  if (snapshot === null || shown === null || select === null) return null;
  if (select.kind !== 'container' && select.kind !== 'pair') return null;
  const refs = select.kind === 'pair' ? select.refs : [select.ref];
  return refs.map((ref) => {
    const container = findContainer(snapshot, ref);
    const hiders = container === null ? [] : shown.hidersOf(container);
    if (container === null || hiders.length === 0) return null;
    const why = hiders.map((filter) => filters.by[filter]);
    return (
      <div
        key={containerKey(container)}
        role="status"
        data-selected-hidden={ref}
        className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-warn px-3 py-2 text-sm"
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {filtering.selected.hidden(container.name, why)}
        </span>
        <Button onClick={() => show(withoutHiders(viewState, hiders, container))}>
          {filtering.selected.show}
        </Button>
      </div>
    );
  });
}
