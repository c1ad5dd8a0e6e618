import { create } from 'zustand';
import type * as z from 'zod/mini';
import { timeline as question } from '@lib/questions/timeline';
import { sourceOf } from '@lib/view-state/view-state';
import { read } from './asking';
import { BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** What can be gone back to, and what happened, as the server told it last. */
export type Timeline = z.infer<typeof question.answer>;

/** Milliseconds until it is asked again: something may have happened. */
const EVERY = 1000;

const useTold = create<{ told: Timeline | null; at: number }>()(() => ({
  told: null,
  at: -Infinity,
}));

useNsview.subscribe(({ viewState }, before) => {
  // What the server shows and its past have one timeline; a recording has another.
  const isOther = viewState.recording !== before.viewState.recording;
  const changes = sourceOf(viewState) !== sourceOf(before.viewState);
  if (isOther) useTold.setState({ told: null, at: -Infinity });
  else if (changes) useTold.setState({ at: -Infinity });
});

/** The timeline of what is shown, asked for while it is on screen; of a recording once. Null: not told yet. */
export function useTimeline(): Timeline | null {
  useRepeated(['timeline'], () => {
    const { told, at } = useTold.getState();
    if (told !== null && told.size === null) return null;
    const due = at + EVERY - performance.now();
    if (due > 0) return due;
    return {
      question: { name: 'timeline' },
      tell: (outcome) => {
        const asked = read(outcome, question.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        if (asked.is === 'refused') return BUSY;
        keep(asked.answer);
        return EVERY;
      },
    };
  });
  return useTold((store) => store.told);
}

function keep(told: Timeline): void {
  useTold.setState({ told, at: performance.now() });
  const { recording, showRecording } = useNsview.getState();
  // The past goes on while one looks back.
  if (recording?.past === true && recording.duration < told.to) {
    showRecording({ ...recording, duration: told.to });
  }
}
