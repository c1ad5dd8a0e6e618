import { Projector } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Turns projector mode on and off, as its key does. */
export function ProjectorButton() {
  const { projector: words } = useAllMessages();
  const projector = useNsview((store) => store.viewState.projector);
  const show = useNsview((store) => store.show);
  return (
    <button
      type="button"
      title={words.mode}
      aria-label={words.mode}
      aria-pressed={projector}
      className="flex h-8 items-center rounded-lg px-2 text-dim hover:bg-raised hover:text-text aria-pressed:bg-selected aria-pressed:text-text"
      onClick={() => show({ projector: !projector })}
    >
      <Projector size="1.14rem" aria-hidden />
    </button>
  );
}
