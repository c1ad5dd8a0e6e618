import { CirclePlay, Film, Pause, Play, RotateCcw } from 'lucide-react';
import { engineForLessons, isForNobody } from '@lib/lessons/engine';
import { focusedOn } from '@lib/lessons/focus';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { recordingOf } from '@lib/lessons/recordings';
import type { StepState } from '@lib/lessons/run';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { usePosition } from '../store/use-position';
import { Button } from '../ui/button';
import { EngineNeeded } from './engine-needed';
import type { Replay } from './use-replay';
import styles from './lesson.module.css';

/** Milliseconds between two looks at where the playing is. */
const LOOK = 250;

interface ReplayBarProps {
  lesson: Lesson;
  step: Step;
  state: StepState;
  /** Null: the step is in no recording that is shown. */
  replay: Replay | null;
  /** What is shown beside the step. */
  focus: string | undefined;
}

/** What plays a step that is shown from a recording; where it cannot be done here, the way to one of it. */
export function ReplayBar({ lesson, step, state, replay, focus }: ReplayBarProps) {
  const shown = useNsview(({ viewState }) => viewState.recording);
  const isRecorded = useNsview(({ recording }) => recording !== null);
  const isDeaf = useNsview(({ snapshot }) =>
    isForNobody(engineForLessons(snapshot?.engines ?? [])),
  );
  if (replay !== null) return <Player replay={replay} />;
  const elsewhere = recordingOf(lesson.id, step.id);
  const isNotHere = isRecorded || isDeaf || state === 'impossible' || state === 'unknown';
  if (elsewhere === null || elsewhere === shown || !isNotHere) return null;
  return <Offer recording={elsewhere} focus={focus} />;
}

function Player({ replay }: { replay: Replay }) {
  const { lessons } = useAllMessages();
  const isPlaying = useNsview(({ playback }) => playback?.playing === true);
  const position = usePosition(LOOK);
  const isOver = position >= replay.part.to - LOOK;
  const look = isPlaying ? 'pause' : isOver ? 'again' : 'play';
  const Icon = { pause: Pause, again: RotateCcw, play: Play }[look];
  return (
    <div className={styles.replay} data-replay={look}>
      <Film aria-hidden />
      <p>{isOver ? lessons.replay.over : lessons.replay.is}</p>
      <Button main={look === 'play'} onClick={isPlaying ? replay.pause : replay.play}>
        <span className="flex items-center gap-2">
          <Icon className="size-[1em]" aria-hidden />
          {lessons.replay[look]}
        </span>
      </Button>
    </div>
  );
}

interface OfferProps {
  recording: NonNullable<ReturnType<typeof recordingOf>>;
  focus: string | undefined;
}

function Offer({ recording, focus }: OfferProps) {
  const { lessons } = useAllMessages();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  return (
    <div className={styles.replay} data-replay="offered">
      <EngineNeeded />
      <Button
        main
        onClick={() =>
          show(focusedOn({ ...viewState, recording, at: null, freeze: false, select: null }, focus))
        }
      >
        <span className="flex items-center gap-2">
          <CirclePlay className="size-[1.2em]" aria-hidden />
          {lessons.replay.offer}
        </span>
      </Button>
    </div>
  );
}
