import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import { groupsOf } from '@lib/timeline/groups';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { askPlayback } from '../../store/connection';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { Select, SpeedChoice } from '../player/choices';
import { PlayButton } from '../player/play-button';
import { goTo, type Moments } from './moments';
import { IconButton } from '../../ui/icon-button';

/** Milliseconds that an event is shown where one is shown after another, at single speed. */
const EVEN = 1500;
/** Milliseconds: who has just come to an event and goes back wants the one before it. */
const JUST = 700;

/** To the events before and after, and on by itself: as it was, or from event to event. */
export function PlayControls({ moments }: { moments: Moments }) {
  const { timeline: words } = useAllMessages();
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
  const icon = goes ? Pause : Play;
  return (
    <div className="flex items-center gap-1">
      <IconButton label={words.earlier} onClick={back}>
        <SkipBack className="size-4" aria-hidden />
      </IconButton>
      <PlayButton
        {...{ label, icon }}
        disabled={is === 'live' && pace === 'live'}
        onClick={toggle}
      />
      <IconButton label={words.later} onClick={on}>
        <SkipForward className="size-4" aria-hidden />
      </IconButton>
      {/* Of a recording it is chosen beside which one. */}
      {is !== 'recording' && (
        <span className="ml-2">
          <SpeedChoice disabled={is === 'live'} />
        </span>
      )}
      <Select
        label={words.pace}
        value={pace}
        onChoose={(chosen) => {
          setStepping(false);
          setPace(chosen === 'even' ? 'even' : 'live');
        }}
      >
        <option value="live">{words.paces.live}</option>
        <option value="even">{words.paces.even}</option>
      </Select>
    </div>
  );
}
