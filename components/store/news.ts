import { create } from 'zustand';
import { STANDS } from '@lib/questions/stands';
import { othersRun } from '@lib/select/others-run';
import { useNsview } from './store';

/*
 * What makes details old that are on screen: they stay there, and are asked anew ahead of their time. It is told as late as
 * no answer can be of before any more: until then the server may hand on what it has read for another viewer, however
 * long ago this page has asked. Times are by performance.now().
 */

interface News {
  /** Since when answers are of after something was seen that what is on screen has to show as well: it is asked at once. */
  seenAt: number;
  /** The same of after containers began or ended: it is asked as soon as that takes no more of the time than it may. */
  othersRunAt: number;
}

export const useNews = create<News>()(() => ({ seenAt: -Infinity, othersRunAt: -Infinity }));

function tell(what: keyof News): void {
  setTimeout(() => useNews.setState({ [what]: performance.now() }), STANDS);
}

/** Other questions than those of what is on screen have just told something that is to be seen there too. */
export function tellSeen(): void {
  tell('seenAt');
}

useNsview.subscribe(({ snapshot }, { snapshot: before }) => {
  if (snapshot === null || before === null || snapshot === before) return;
  if (othersRun(before.containers, snapshot.containers)) tell('othersRunAt');
});
