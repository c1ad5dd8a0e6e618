import { useMemo } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import { findSandboxes } from '@lib/sandboxes/find';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { Section } from './section';

/** How many sandboxes there are, which nobody sees who has not asked for them. */
export function SandboxesSection({ snapshot }: { snapshot: Snapshot }) {
  const { sandboxes: words } = useAllMessages();
  const show = useNsview((store) => store.show);
  const isShown = useNsview((store) => store.viewState.sandboxes !== null);
  const { sandboxes, unread } = useMemo(() => findSandboxes(snapshot), [snapshot]);
  const count = sandboxes.length;
  return (
    <Section title={words.title}>
      <div
        className="flex flex-wrap items-center justify-between gap-2 text-sm"
        data-sandboxes={count}
      >
        <p className="min-w-0 flex-1">{count === 0 ? words.none : words.count(count)}</p>
        {(count > 0 || isShown) && (
          <Button onClick={() => show({ sandboxes: isShown ? null : 'folded' })}>
            {isShown ? words.hide : words.show}
          </Button>
        )}
      </div>
      {unread > 0 && <p className="text-sm text-warn">{words.unread(unread)}</p>}
    </Section>
  );
}
