import { useMemo } from 'react';
import { useNsview } from '../../store/store';
import { seek } from '../../store/seek';
import { useTimeline, type Timeline } from '../../store/timeline';
import { usePosition } from '../../store/use-position';

/** Milliseconds between two steps of what moves by itself. */
const STEP = 100;
/** Milliseconds before the end that are now. */
const NOW = 400;
/** Milliseconds that are drawn at the least. */
const LEAST = 60_000;
/** Of the window: as near to its end is now as well for a hand, which cannot do better. */
const NEAR = 0.004;

/** What the timeline shows, and where in it one is. Milliseconds since its start. */
export interface Moments {
  told: Timeline;
  /** `live`: now; `past`: back in the machine's last hour; `recording`: in a recording. */
  is: 'live' | 'past' | 'recording';
  at: number;
  /** What is drawn, from left to right. */
  window: { from: number; to: number };
}

/** Null: the server has not told of it yet. */
export function useMoments(): Moments | null {
  const told = useTimeline();
  const recording = useNsview((store) => store.recording);
  const past = useNsview((store) => store.viewState.past);
  const minutes = useNsview((store) => store.viewState.timeline) ?? 15;
  const position = usePosition(STEP);
  return useMemo(() => {
    if (told === null) return null;
    const is = told.size === null ? 'recording' : past === null ? 'live' : 'past';
    const { to } = told;
    // Of a server that began a moment ago there is less.
    const known = Math.min(told.from, to - LEAST);
    const from = is === 'recording' ? 0 : Math.max(to - minutes * 60_000, known);
    const window = { from, to };
    // Where the way back is not open yet, it is where one wants to be.
    const wanted = past === null ? to : past - Date.parse(told.startedAt);
    const at = is === 'live' ? to : recording === null ? wanted : position;
    return { told, is, at, window };
  }, [told, recording, past, minutes, position]);
}

/** When the machine's time that is known began; null: a recording is shown. */
export function startOf({ is, told }: Moments): string | null {
  return is === 'recording' ? null : told.startedAt;
}

/** Goes to a moment: back in the machine's past, or on in what is shown already; at the end of the past it is now. */
export function goTo({ told, is }: Moments, to: number): void {
  const { show, recording } = useNsview.getState();
  const at = Math.round(Math.min(Math.max(to, told.from), told.to));
  if (is === 'recording') return seek(at);
  if (at >= told.to - NOW) return goLive();
  if (recording === null) show({ past: Date.parse(told.startedAt) + at });
  else seek(at);
}

/** Goes to where a hand has drawn the slider. */
export function slideTo(moments: Moments, to: number): void {
  const { told, is, window } = moments;
  const isNow = is !== 'recording' && to >= told.to - (window.to - window.from) * NEAR;
  goTo(moments, isNow ? told.to : to);
}

/** To now, at once. */
export function goLive(): void {
  useNsview.getState().show({ past: null, from: null });
}
