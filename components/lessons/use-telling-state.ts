import { useEffect, useEffectEvent, useRef } from 'react';
import type { StepState } from '@lib/lessons/run';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

/**
 * Tells who does not see it which step it is now, and what it has come to.
 *
 * @param hint what happened instead, where something did
 * @param state null: nothing was seen yet
 */
export function useTellingState(title: string, hint: string | null, state: StepState | null): void {
  const { lessons } = useAllMessages();
  const tell = useNsview((store) => store.tell);
  const before = useRef<string | null>(null);
  const say = useEffectEvent(() => {
    const isOther = before.current !== title;
    before.current = title;
    // That one waits for something is no news.
    const news = state === null || state === 'waiting' ? null : lessons.states[state];
    const parts = [isOther ? title : null, news, hint].filter((part) => part !== null);
    if (parts.length > 0) tell(parts.join('. '));
  });
  useEffect(() => {
    say();
  }, [title, state, hint]);
}
