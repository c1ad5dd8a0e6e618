import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import { groupsOf } from '@lib/timeline/groups';
import { SPEEDS } from '@lib/protocol/playing';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { askPlayback } from '../../store/connection';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { goTo, type Moments } from './moments';
import { IconButton } from '../../ui/icon-button';

/** Milliseconds that an event is shown where one is shown after another, at single speed. */
const EVEN = 1500;
/** Milliseconds: who has just come to an event and goes back wants the one before it. */
const JUST = 700;

/** To the events before and after, and on by itself: as it was, or from event to event. */
export function PlayControls({ moments }: { moments: Moments }) {
  const { timeline: words, recordings } = useAllMessages();
  const { told, at, is } = moments;
  const playing = useNsview((store) => store.playback?.playing === true && is !== 'live');
  const speed = useNsview((store) => store.playback?.speed ?? 1);
  const [pace, setPace] = useState<'live' | 'even'>('live');
  const [stepping, setStepping] = useState(false);
  // From one to the next: what happened, and what was pinned.
  const stops = [
    ...groupsOf(told.events).map((each) => each.at),
    ...told.pins.map(({ from }) => from),
  ].sort((a, b) => a - b);

  const back = () => goTo(moments, stops.findLast((stop) => stop < at - JUST) ?? told.from);
  const on = () => {
    const next = stops.find((stop) => stop > at) ?? null;
    goTo(moments, next ?? told.to);
    return next !== null;
  };
  const stepOn = useEffectEvent(() => {
    if (!on()) setStepping(false);
  });
  useEffect(() => {
    if (!stepping) return;
    const timer = setInterval(stepOn, EVEN / speed);
    return () => clearInterval(timer);
  }, [stepping, speed]);
  const goes = playing || stepping;
  const toggle = () => {
    if (stepping) return setStepping(false);
    if (pace === 'even' && !playing) return setStepping(true);
    if (is !== 'live') askPlayback({ do: playing ? 'pause' : 'play' });
  };
  useShortcuts(KEYS.recording.play, { toggle });
  useShortcuts(KEYS.recording.marks, { before: back, after: on });
  const label = goes ? words.pause : words.play;
  const Icon = goes ? Pause : Play;
  return (
    <div className="flex items-center gap-1">
      <IconButton label={words.earlier} onClick={back}>
        <SkipBack className="size-4" aria-hidden />
      </IconButton>
      <button
        type="button"
        aria-label={label}
        title={label}
        disabled={is === 'live' && pace === 'live'}
        onClick={toggle}
        className="flex size-10 items-center justify-center rounded-full border border-line-strong bg-selected hover:bg-raised disabled:opacity-40"
      >
        <Icon className="size-5" aria-hidden />
      </button>
      <IconButton label={words.later} onClick={on}>
        <SkipForward className="size-4" aria-hidden />
      </IconButton>
      {/* Of a recording it is chosen beside which one. */}
      {is !== 'recording' && (
        <select
          aria-label={recordings.speed}
          title={recordings.speed}
          value={String(speed)}
          disabled={is === 'live'}
          onChange={({ target }) => {
            const by = SPEEDS.find((each) => String(each) === target.value);
            if (by !== undefined) askPlayback({ do: 'speed', by });
          }}
          className="ml-2 rounded-lg border border-line bg-surface py-1.5 pr-1 pl-2 hover:bg-raised disabled:opacity-60"
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {recordings.speedText(each)}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={words.pace}
        title={words.pace}
        value={pace}
        onChange={({ target }) => {
          setStepping(false);
          setPace(target.value === 'even' ? 'even' : 'live');
        }}
        className="rounded-lg border border-line bg-surface py-1.5 pr-1 pl-2 hover:bg-raised"
      >
        <option value="live">{words.paces.live}</option>
        <option value="even">{words.paces.even}</option>
      </select>
    </div>
  );
}
