import { useEffect, useEffectEvent, useRef } from 'react';
import type { RecordedStep } from '@lib/protocol/playback';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { saw } from '@lib/lessons/runner';
import { askPlayback } from '../store/connection';
import { positionNow, seek } from '../store/seek';
import { useNsview } from '../store/store';
import { beginAgain, changeRun } from './following';

/** Milliseconds: where the playing ended so near to a step's end, it has been seen to its end. */
const NEAR = 200;

/** A step of a lesson in the recording that is shown: it stands at its beginning until it is played. */
export interface Replay {
  part: RecordedStep;
  /** Plays it on; from its end, all of it again. */
  play: () => void;
  /** Back to its beginning, and nothing was seen of it. */
  rewind: () => void;
  pause: () => void;
  /** To its end, by playing it; while it is played, at once. False: there is nothing more of it to be seen. */
  goOn: () => boolean;
}

/** Shows the part of the recording in which a step is done. Null: no recording is shown, or it is not in there. */
export function useReplay(lesson: Lesson, step: Step): Replay | null {
  const part = useNsview(
    ({ recording }) =>
      recording?.steps.find((each) => each.lesson === lesson.id && each.step === step.id) ?? null,
  );
  const playback = useNsview((store) => store.playback);
  const isThere = playback !== null;

  const fromBeginning = useEffectEvent(() => {
    if (part === null) return;
    // An address may name a moment of the step, its end as well: that one is shown then.
    const isNamed = useNsview.getState().viewState.at !== null;
    if (isNamed && position() >= part.from && position() <= part.to) return;
    standAt(part.from);
    beginAgain(lesson, step);
  });
  useEffect(() => {
    if (isThere) fromBeginning();
  }, [part, isThere]);

  const endOfPart = useEffectEvent(() => {
    if (part !== null && isPlaying()) standAt(part.to);
  });
  const again = (from: number) => {
    seek(from);
    beginAgain(lesson, step);
  };
  const onFromTheEnd = useEffectEvent(again);
  useEffect(() => {
    if (part === null || playback?.playing !== true) return;
    const left = part.to - position();
    if (left <= -NEAR || position() < part.from) return;
    if (left <= 0) return onFromTheEnd(part.from);
    const timer = setTimeout(endOfPart, left / playback.speed);
    return () => clearTimeout(timer);
  }, [part, playback]);

  // Where its playing comes to rest at its end, however it did, all of it was seen: that takes the place of typing.
  const wasPlaying = useRef(false);
  const atRest = useEffectEvent(() => {
    if (part === null || !isAtEnd(part, position())) return;
    changeRun(lesson, step, (run, at) => saw(run, lesson, step.id, at));
  });
  useEffect(() => {
    const isPlaying = playback?.playing === true;
    if (wasPlaying.current && !isPlaying) atRest();
    wasPlaying.current = isPlaying;
  }, [playback]);

  if (part === null) return null;
  return {
    part,
    play: () => {
      if (!isWithin(part, position())) again(part.from);
      askPlayback({ do: 'play' });
    },
    rewind: () => {
      standAt(part.from);
      beginAgain(lesson, step);
    },
    pause: () => askPlayback({ do: 'pause' }),
    goOn: () => {
      if (!isWithin(part, position())) return false;
      if (isPlaying()) standAt(part.to);
      else askPlayback({ do: 'play' });
      return true;
    },
  };
}

/** Is there something of it to come? */
function isWithin({ from, to }: RecordedStep, at: number): boolean {
  return at >= from && at < to - NEAR;
}

function isAtEnd({ to }: RecordedStep, at: number): boolean {
  return Math.abs(at - to) <= NEAR;
}

function position(): number {
  const { recording } = useNsview.getState();
  return recording === null ? 0 : positionNow(recording);
}

function isPlaying(): boolean {
  return useNsview.getState().playback?.playing === true;
}

/** Goes to a moment of the recording, and stands still there. */
function standAt(to: number): void {
  const { playback, setPlayback } = useNsview.getState();
  if (playback !== null) setPlayback({ ...playback, playing: false });
  // Also where nothing is known to be playing: a recording that was opened just now is, on the server.
  askPlayback({ do: 'pause' });
  seek(to);
}
