import { useEffect, useState } from 'react';
import { LANGUAGES, VIEWS, type View } from '@lib/view-state/view-state';
import { fetchMessages, wantedLanguage } from '../store/messages';
import { useNsview } from '../store/store';
import { fetchedView, fetchView } from './views';

/** What draws a view; null until it has been fetched. */
export function useFetchedView(view: View): ReturnType<typeof fetchedView> {
  const [, setFetched] = useState<View | null>(null);
  useEffect(() => whenFetched(fetchView(view), () => setFetched(view)), [view]);
  return fetchedView(view);
}

/** Fetches the sentences of the language that is wanted; until they are there, the other one stays. */
export function useWantedLanguage(): void {
  const wanted = wantedLanguage(useNsview((store) => store.viewState.language));
  useEffect(() => whenFetched(fetchMessages(wanted), () => undefined), [wanted]);
}

/** Once the first picture is at rest, fetches the rest: what is there needs no server any more. */
export function useRest(atRest: boolean): void {
  useEffect(() => {
    if (!atRest) return;
    const wish = requestIdleCallback(() => {
      const all = [...VIEWS.map(fetchView), ...LANGUAGES.map(fetchMessages)];
      whenFetched(Promise.all(all), () => undefined);
    });
    return () => cancelIdleCallback(wish);
  }, [atRest]);
}

/** What cannot be fetched, for the server is gone, is asked for again when it is needed again. */
function whenFetched(fetching: Promise<unknown>, then: () => void): () => void {
  let wanted = true;
  fetching.then(
    () => {
      if (wanted) then();
    },
    () => undefined,
  );
  return () => {
    wanted = false;
  };
}
