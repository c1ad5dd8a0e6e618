import { Pause, Play, RotateCcw, SkipBack, SkipForward } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { markAfter, markBefore, typedAt } from '@lib/recording/neighbours';
import type { RecordingMessage } from '@lib/protocol/playback';
import { clockTime } from '@lib/recording/clock-time';
import { useShortcuts } from '../../canvas/use-shortcuts';
import { useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { usePosition } from '../../store/use-position';
import { Choices } from './choices';
import { PlayButton } from './play-button';
import { positionNow, seek, togglePlaying } from '../../store/seek';
import { Slider } from './slider';
import { IconButton } from '../../ui/icon-button';

/** Milliseconds between two steps of the thumb. */
const STEP = 100;

/** At the bottom of the page while a recording is shown: where it is, and what moves it. */
export function PlayerBar() {
  const recording = useNsview((store) => store.recording);
  return recording === null ? null : <Player recording={recording} />;
}

function Player({ recording }: { recording: RecordingMessage }) {
  const { recordings } = useMessages();
  const { duration, marks } = recording;
  const position = usePosition(STEP);
  const back = () => seek(markBefore(marks, positionNow(recording)));
  const on = () => seek(markAfter(marks, positionNow(recording), duration));
  useShortcuts(KEYS.recording.play, { toggle: togglePlaying });
  useShortcuts(KEYS.recording.marks, { before: back, after: on });
  return (
    <section
      aria-label={recordings.player}
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2"
    >
      <div className="flex items-center gap-1">
        <IconButton label={recordings.previous} onClick={back}>
          <SkipBack className="size-4" aria-hidden />
        </IconButton>
        <Toggle atEnd={position >= duration} />
        <IconButton label={recordings.next} onClick={on}>
          <SkipForward className="size-4" aria-hidden />
        </IconButton>
      </div>
      <div className="flex min-w-[min(100%,32rem)] flex-1 in-data-projector:min-w-[min(100%,16rem)] flex-col">
        {marks.some(({ typed }) => typed !== null) && <Typed mark={typedAt(marks, position)} />}
        <div className="flex items-center gap-3">
          <Time>{clockTime(position)}</Time>
          <Slider position={position} recording={recording} />
          <Time>{clockTime(duration)}</Time>
        </div>
      </div>
      <Choices recording={recording} />
    </section>
  );
}

function Toggle({ atEnd }: { atEnd: boolean }) {
  const { recordings } = useMessages();
  const playing = useNsview((store) => store.playback?.playing ?? false);
  const label = playing ? recordings.pause : atEnd ? recordings.replay : recordings.play;
  const icon = playing ? Pause : atEnd ? RotateCcw : Play;
  return <PlayButton {...{ label, icon }} onClick={togglePlaying} />;
}

/** The command that was typed last, and its complaint; the line is kept free before the first. */
function Typed({ mark }: { mark: RecordingMessage['marks'][number] | null }) {
  const { recordings } = useMessages();
  return (
    <p
      role="status"
      aria-label={recordings.typed}
      className="flex min-h-5 gap-3 overflow-hidden font-mono text-[0.8125rem] whitespace-nowrap"
    >
      {mark !== null && (
        <>
          <span className="truncate" title={mark.typed ?? undefined}>
            <span className="text-dim">$ </span>
            {mark.typed}
          </span>
          {mark.refused !== null && (
            <span className="truncate text-bad" title={mark.refused}>
              {mark.refused}
            </span>
          )}
        </>
      )}
    </p>
  );
}

function Time({ children }: { children: string }) {
  return (
    <span className="min-w-10 text-center text-[0.8125rem] text-dim tabular-nums">{children}</span>
  );
}
