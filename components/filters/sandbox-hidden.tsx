import type { Sandbox } from '@lib/sandboxes/sandbox';
import { withoutHiders } from '@lib/select/shown';
import { hidersOfSandbox, SANDBOX_VIEWS } from '@lib/select/shown-sandboxes';
import { useAllMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';
import { HiddenStrip } from './hidden-strip';

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
  if (why.length === 0 || !SANDBOX_VIEWS.includes(view)) return null;
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
