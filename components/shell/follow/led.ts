import { create } from 'zustand';
import { LOCAL_HOST } from '@lib/model/host';
import { followedView, following } from '@lib/present/followed';
import { FROM_STAGE, type FromStage, type Led } from '@lib/present/from-stage';
import { line } from '#line';
import { incompatible } from '../../store/connection';
import { useDifferences } from '../../store/differences';
import { useNsview } from '../../store/store';

interface Following {
  /** What is led; null: nothing was heard yet. */
  led: Led | null;
  /** Is something else shown than what is led? */
  isAway: boolean;
  /** What counts of one's own; null: nothing yet. */
  voted: Parameters<FromStage['voted']>[0] | null;
}

export const useFollowing = create<Following>()(() => ({ led: null, isAway: false, voted: null }));

/** Shows what is led. */
export function rejoin(): void {
  const view = useFollowing.getState().led?.view ?? null;
  const { viewState, show } = useNsview.getState();
  if (view !== null) show(following(viewState, view));
}

/** Answers the question that is led. */
export function vote(lesson: string, step: string, answer: string): void {
  line.emit('vote', { host: LOCAL_HOST, lesson, step, answer });
}

function tellWhereOneLooks(): void {
  line.emit('look', { host: LOCAL_HOST, around: useFollowing.getState().isAway });
}

line.on('led', (message) => {
  const parsed = FROM_STAGE.led.safeParse(message);
  if (!parsed.success) return incompatible();
  useFollowing.setState({ led: parsed.data });
  // Who looks around goes on doing so.
  if (!useFollowing.getState().isAway) rejoin();
});

line.on('compared', (message) => {
  const parsed = FROM_STAGE.compared.safeParse(message);
  if (parsed.success) useDifferences.setState({ comparison: parsed.data.comparison });
  else incompatible();
});

line.on('moments', (message) => {
  const parsed = FROM_STAGE.moments.safeParse(message);
  if (!parsed.success) return incompatible();
  const { from, to } = parsed.data;
  useDifferences.setState(({ comparison }) => ({
    comparison: comparison === null ? null : { ...comparison, from, to },
  }));
});

line.on('voted', (message) => {
  const parsed = FROM_STAGE.voted.safeParse(message);
  if (parsed.success) useFollowing.setState({ voted: parsed.data });
  else incompatible();
});

line.on('connect', () => {
  if (useFollowing.getState().isAway) tellWhereOneLooks();
});

useNsview.subscribe(({ viewState, show }, before) => {
  if (viewState === before.viewState) return;
  const { recording, past } = viewState;
  // What is looked at is for the leader to choose.
  if (recording !== null || past !== null) return show({ recording: null, at: null, past: null });
  const { led, isAway } = useFollowing.getState();
  const isElsewhere = led !== null && led.view !== null && followedView(viewState) !== led.view;
  if (isElsewhere === isAway) return;
  useFollowing.setState({ isAway: isElsewhere });
  tellWhereOneLooks();
});
