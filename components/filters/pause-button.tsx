import { KEYS } from '@lib/keys/keys';
import { pausesIn } from '@lib/sharing/pause-fold';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';

/** How many pause containers pods stand for; pressed, each is there by itself. Nothing where there is none. */
export function PauseButton() {
  const { filtering } = useAllMessages();
  const shown = useShown();
  const open = useNsview((store) => store.viewState.pauses);
  const show = useNsview((store) => store.show);
  const count = shown === null ? 0 : pausesIn(shown.snapshot.containers).length;
  const toggle = () => show({ pauses: !open });
  useShortcuts(KEYS.everywhere.pauses, { toggle }, () => count > 0);
  if (count === 0) return null;
  return (
    <button
      type="button"
      data-pauses={count}
      aria-expanded={open}
      title={open ? filtering.pausesFold : filtering.pausesOpen}
      className="shrink-0 cursor-pointer rounded-full border border-line px-2.5 py-0.5 text-xs whitespace-nowrap text-dim hover:bg-raised hover:text-text"
      onClick={toggle}
    >
      {filtering.pauses(count)}
    </button>
  );
}
