import { Play, Snowflake } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Holds what is shown as it is; pressed again, all goes on. */
export function FreezeButton() {
  const { shell } = useMessages();
  const freeze = useNsview((store) => store.viewState.freeze);
  const show = useNsview((store) => store.show);
  const toggle = () => show({ freeze: !freeze });
  useShortcuts(KEYS.everywhere.freeze, { toggle });
  const label = freeze ? shell.goOn : shell.freeze;
  const Icon = freeze ? Play : Snowflake;
  const look = freeze ? 'bg-focus text-ground' : 'text-dim hover:bg-raised hover:text-text';
  // As wide in both states: holding a moment must not move the page.
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      className={`flex h-8 items-center rounded-lg px-2 ${look}`}
      onClick={toggle}
    >
      <Icon size="1.14rem" aria-hidden />
    </button>
  );
}
