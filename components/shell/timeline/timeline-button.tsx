import { History } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

/** Opens the timeline; pressed again, it is closed, and what is shown is now. */
export function TimelineButton() {
  const { shell } = useMessages();
  const isOpen = useNsview(
    ({ viewState }) => viewState.timeline !== null || viewState.past !== null,
  );
  const show = useNsview((store) => store.show);
  const toggle = () => show(isOpen ? { timeline: null, past: null, from: null } : { timeline: 15 });
  useShortcuts(KEYS.everywhere.timeline, { toggle });
  const look = isOpen ? 'bg-selected text-text' : 'text-dim hover:bg-raised hover:text-text';
  return (
    <button
      type="button"
      title={shell.timeline}
      aria-label={shell.timeline}
      aria-pressed={isOpen}
      className={`flex h-8 items-center rounded-lg px-2 ${look}`}
      onClick={toggle}
    >
      <History size="1.14rem" aria-hidden />
    </button>
  );
}
