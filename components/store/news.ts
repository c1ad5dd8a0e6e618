import { create } from 'zustand';
import { othersRun } from '@lib/select/others-run';
import { useNsview } from './store';

/*
 * What makes details old that are on screen: they stay there, and are asked anew ahead of their time. Times are by
 * performance.now().
 */

interface News {
  /** When something was seen that what is on screen has to show as well: it is asked at once. */
  seenAt: number;
  /** When containers began or ended: it is asked as soon as that takes no more of the time than it may. */
  othersRunAt: number;
}

export const useNews = create<News>()(() => ({ seenAt: -Infinity, othersRunAt: -Infinity }));

/** Other questions than those of what is on screen have just told something that is to be seen there too. */
export function tellSeen(): void {
  useNews.setState({ seenAt: performance.now() });
}

useNsview.subscribe(({ snapshot }, { snapshot: before }) => {
  if (snapshot === null || before === null || snapshot === before) return;
  if (othersRun(before.containers, snapshot.containers)) {
    useNews.setState({ othersRunAt: performance.now() });
  }
});
