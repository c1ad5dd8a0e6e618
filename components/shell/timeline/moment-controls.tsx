import { line } from '#line';
import { GitCompareArrows, Pin, PinOff, X } from 'lucide-react';
import { LOCAL_HOST } from '@lib/model/host';
import { KEYS } from '@lib/keys/keys';
import { MOST_PINS } from '@lib/recording/past';
import { saidSize } from '@lib/use/said-size';
import { TIMELINE_MINUTES } from '@lib/view-state/view-state';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { Button } from '../../ui/button';
import { goLive, type Moments } from './moments';

interface MomentControlsProps {
  moments: Moments;
  isCompared: boolean;
  /** Compares with the moment that is shown, or no more. */
  onCompare: () => void;
}

/** How far back, what is kept of it, and what can be done with the moment that is shown. */
export function MomentControls({ moments, isCompared, onCompare }: MomentControlsProps) {
  const { timeline: words } = useAllMessages();
  const show = useNsview((store) => store.show);
  const chosen = useNsview((store) => store.viewState.timeline) ?? 15;
  const { told, is, window } = moments;
  const count = told.events.filter(({ at }) => at >= window.from).length;
  useShortcuts(KEYS.timeline.compare, { toggle: onCompare });
  useShortcuts(KEYS.timeline.live, { go: goLive }, () => is === 'past');
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-[0.8125rem] text-dim" data-events={count}>
        {words.events(count)}
        {told.size !== null && (
          <span data-kept={told.size.bytes} className="max-[1100px]:hidden">
            {' · '}
            {words.size(saidSize(told.size.bytes).text, saidSize(told.size.most).text)}
          </span>
        )}
      </span>
      {is !== 'recording' && (
        <div
          role="group"
          aria-label={words.window}
          className="flex rounded-lg border border-line bg-ground p-0.5"
        >
          {TIMELINE_MINUTES.map((minutes) => (
            <button
              key={minutes}
              type="button"
              aria-pressed={minutes === chosen}
              onClick={() => show({ timeline: minutes })}
              className="rounded-md px-2 py-0.5 text-dim hover:text-text aria-pressed:bg-selected aria-pressed:font-semibold aria-pressed:text-text"
            >
              {words.minutes(minutes)}
            </button>
          ))}
        </div>
      )}
      {is === 'past' && <PinButton moments={moments} />}
      <Button aria-pressed={isCompared} onClick={onCompare}>
        <span className="flex items-center gap-1.5">
          <GitCompareArrows size="1rem" aria-hidden />
          {isCompared ? words.stopComparing : words.compare}
        </span>
      </Button>
      {is !== 'recording' && (
        <Button disabled={is === 'live'} onClick={goLive}>
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-full bg-good" />
            {is === 'live' ? words.live : words.backToLive}
          </span>
        </Button>
      )}
      <button
        type="button"
        aria-label={words.close}
        title={words.close}
        className="rounded-md p-1 text-dim hover:bg-raised hover:text-text"
        onClick={() => show({ timeline: null, from: null, past: null })}
      >
        <X size="1.14rem" aria-hidden />
      </button>
    </div>
  );
}

/** Keeps the moment that is shown, whatever is forgotten around it. */
function PinButton({ moments: { told, at } }: { moments: Moments }) {
  const { timeline: words } = useAllMessages();
  const moment = Math.round(at);
  const pinned = told.pins.find(({ from, to }) => from <= moment && moment <= to);
  const full = pinned === undefined && told.pins.length >= MOST_PINS;
  const label = full ? words.pinsFull : pinned === undefined ? words.pin : words.unpin;
  const Icon = pinned === undefined ? Pin : PinOff;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pinned !== undefined}
      disabled={full}
      className="flex size-9 items-center justify-center rounded-lg text-dim hover:bg-raised hover:text-text disabled:opacity-40"
      onClick={() =>
        line.emit('pin', {
          ...{ host: LOCAL_HOST, at: pinned?.from ?? moment, keep: pinned === undefined },
        })
      }
    >
      <Icon size="1.14rem" aria-hidden />
    </button>
  );
}
