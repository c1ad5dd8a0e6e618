import type { Sandbox } from '@lib/sandboxes/sandbox';
import { withoutHiders } from '@lib/select/shown';
import { hidersOfSandbox } from '@lib/select/shown-sandboxes';
import type { View } from '@lib/view-state/view-state';
import { useAllMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';
import { HiddenStrip } from './hidden-strip';

/** The views that draw sandboxes. */
const DRAWN_IN: readonly View[] = ['sharing', 'matrix'];

/** Says of a selected sandbox that nobody has asked for any, or that filters hide it, and brings it back. */
export function SandboxHidden({ sandbox }: { sandbox: Sandbox }) {
  const { filters, sandboxes: words } = useAllMessages();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  const view = useView();
  const { sandboxes } = viewState;
  const hiders = hidersOfSandbox(viewState, sandbox);
  const why = [
    ...(sandboxes === null ? [words.unasked] : []),
    ...hiders.map((filter) => filters.by[filter]),
  ];
  if (why.length === 0 || !DRAWN_IN.includes(view)) return null;
  return (
    <HiddenStrip
      selected={`sandbox:${String(sandbox.top.pid)}`}
      name={sandbox.name}
      why={why}
      onShow={() =>
        show({ sandboxes: sandboxes ?? 'folded', ...withoutHiders(viewState, hiders, null) })
      }
    />
  );
}
