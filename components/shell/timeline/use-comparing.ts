import { useEffect } from 'react';
import { compare as question } from '@lib/questions/compare';
import { read } from '../../store/asking';
import { NO_DIFFERENCES, useDifferences } from '../../store/differences';
import { BUSY, PAUSE, stopped, useRepeated } from '../../store/repeated';
import { useSigns } from '../../store/signs';
import { useNsview } from '../../store/store';
import type { Moments } from './moments';

/** Milliseconds before the last event that one compares with who is at now: what it changed is seen at once. */
const BEFORE = 1;

/**
 * Compares what is shown with another moment: asks what is different whenever one of the two is another, and keeps it for
 * all that show it.
 */
export function useComparing(moments: Moments) {
  const { told, is, at } = moments;
  const from = useNsview((store) => store.viewState.from);
  const own = useNsview((store) => store.viewState.own);
  const recording = useNsview((store) => store.recording?.name ?? '');
  const show = useNsview((store) => store.show);
  const origin = is === 'recording' ? 0 : Date.parse(told.startedAt);
  const start = from === null ? null : Math.max(told.from, from - origin);
  const to = Math.round(at);
  // Another recording has the same moments, and other pictures.
  const of = start === null ? null : [recording, start, to, own].join(' ');

  useRepeated(of === null ? [] : [of], () => {
    if (start === null || useDifferences.getState().of === of) return null;
    return {
      question: { name: 'compare', from: start, to, own },
      tell: (outcome) => {
        const asked = read(outcome, question.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        if (asked.is === 'refused') {
          useDifferences.setState({ comparison: null, of: null, isRefused: true });
          return BUSY;
        }
        useDifferences.setState({ comparison: asked.answer, of, isRefused: false });
        return PAUSE;
      },
    };
  });
  useSigns();
  useEffect(() => {
    if (of === null) useDifferences.setState(NO_DIFFERENCES);
  }, [of]);
  useEffect(() => () => useDifferences.setState(NO_DIFFERENCES), []);

  const setStart = (next: number | null) => {
    if (next === null) return show({ from: null });
    if (is !== 'live') return show({ from: origin + Math.round(next) });
    // Now is compared with what was before the last event, and held meanwhile.
    const last = told.events.at(-1)?.at ?? told.from;
    const before = Math.max(told.from, last - BEFORE);
    show({ past: origin + told.to, from: origin + Math.round(before) });
  };
  return { start, setStart };
}
