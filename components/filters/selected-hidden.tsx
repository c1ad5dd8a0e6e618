import { withoutHiders } from '@lib/select/shown';
import { findContainer, nameTold } from '@lib/model/container-ref';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';
import { containerKey } from '@lib/model/ids';
import { HiddenStrip } from './hidden-strip';

/** Says of what is selected that filters hide it, and brings it back. */
export function SelectedHidden() {
  const { filters } = useAllMessages();
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
    return (
      <HiddenStrip
        key={containerKey(container)}
        selected={ref}
        name={nameTold(snapshot, container)}
        why={hiders.map((filter) => filters.by[filter])}
        onShow={() => show(withoutHiders(viewState, hiders, container))}
      />
    );
  });
}
