import { Play, Snowflake } from 'lucide-react';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Holds what is shown as it is, and says so as long as it does; pressed again, all goes on. */
export function FreezeButton() {
  const { takeAway } = useMessages();
  const freeze = useNsview((store) => store.viewState.freeze);
  const show = useNsview((store) => store.show);
  const toggle = () => show({ freeze: !freeze });
  useShortcuts({ z: toggle });
  if (freeze) {
    return (
      <button
        type="button"
        title={takeAway.goOnTitle}
        className="flex h-8 items-center gap-1.5 rounded-lg border border-focus bg-selected px-2.5 font-semibold whitespace-nowrap hover:bg-raised"
        onClick={toggle}
      >
        <Play size={14} aria-hidden />
        {takeAway.goOn}
      </button>
    );
  }
  return (
    <button
      type="button"
      title={takeAway.freeze}
      aria-label={takeAway.freeze}
      className="flex h-8 items-center rounded-lg px-2 text-dim hover:bg-raised hover:text-text"
      onClick={toggle}
    >
      <Snowflake size={16} aria-hidden />
    </button>
  );
}
