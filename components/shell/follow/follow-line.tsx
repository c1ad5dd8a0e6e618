import { Eye, LogIn, Radio, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { KEYS, keysOnBoard } from '@lib/keys/keys';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { useAllMessages, useWantedLanguage } from '../../store/messages';
import { useNsview } from '../../store/store';
import { rejoin, useFollowing } from './led';

/** Whether one follows, and the way back for who looks around. */
export function FollowLine() {
  const { present, shell } = useAllMessages();
  const hasBegun = useFollowing(({ led }) => led !== null && led.view !== null);
  const isLed = useFollowing(({ led }) => led?.isLed === true);
  const isAway = useFollowing((store) => store.isAway);
  const connection = useNsview((store) => store.connection);
  useWantedLanguage();
  useShortcuts(KEYS.following.rejoin, { rejoin });
  const isLost = connection === 'stale';
  const state = isLost ? 'lost' : isAway ? 'away' : 'following';
  useEffect(() => {
    document.documentElement.dataset.following = state;
  }, [state]);
  const said = isLost
    ? shell.stale
    : isAway
      ? present.away
      : !hasBegun
        ? present.waiting
        : isLed
          ? present.following
          : `${present.following}. ${present.unled}`;
  const Icon = isLost ? WifiOff : isAway ? Eye : Radio;
  const [key = ''] = KEYS.following.rejoin.rejoin;
  return (
    <div className="flex min-h-[54px] shrink-0 items-center gap-2 border-b border-line bg-surface px-3 py-1 text-sm">
      <p
        role="status"
        className={`flex flex-1 items-center gap-2 ${isLost ? 'text-warn' : isAway ? '' : 'text-dim'}`}
      >
        <Icon size="1.1rem" aria-hidden className="shrink-0" />
        <span>{said}</span>
      </p>
      {isAway && (
        <button
          type="button"
          title={`${present.rejoin} (${keysOnBoard(key)})`}
          onClick={rejoin}
          className="flex min-h-[44px] items-center gap-2 rounded-lg border border-focus bg-selected px-4 font-semibold"
        >
          <LogIn size="1.1rem" aria-hidden />
          {present.rejoin}
        </button>
      )}
    </div>
  );
}
