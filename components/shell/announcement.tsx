import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { announcement } from '@lib/facts/announcement';
import type { Snapshot } from '@lib/model/snapshot';
import { matchesOf } from '@lib/select/matches';
import { shownOf } from '@lib/select/shown';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';

/** Milliseconds in which what happens is gathered before it is said. */
const GATHER = 1000;
/** Milliseconds between two announcements, at least. */
const APART = 3000;

/** What changes, for those who do not see it: politely, all of a few seconds in one message. */
export function Announcement() {
  const snapshot = useNsview((store) => store.snapshot);
  const viewState = useNsview((store) => store.viewState);
  const shown = useShown();
  const messages = useAllMessages();
  const [said, setSaid] = useState({ nth: 0, text: '' });
  /** What the listener knows of, and when something was said last. */
  const known = useRef<{ snapshot: Snapshot | null; at: number }>({ snapshot: null, at: 0 });
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const say = useEffectEvent(() => {
    const before = known.current.snapshot;
    if (before === null || snapshot === null || shown === null) return;
    // Both under the filters of now: what is shown or hidden has not come or gone.
    const seen = shownOf(before, viewState, matchesOf(before, viewState.query)).snapshot;
    const sentences = announcement(seen, shown.snapshot, messages);
    known.current = {
      snapshot,
      at: sentences.length > 0 ? performance.now() : known.current.at,
    };
    if (sentences.length > 0) {
      setSaid(({ nth }) => ({ nth: nth + 1, text: sentences.join(' ') }));
    }
  });
  useEffect(() => {
    if (snapshot === null) return;
    if (known.current.snapshot === null) {
      known.current.snapshot = snapshot;
      return;
    }
    if (waiting.current !== undefined) return;
    const sinceLast = performance.now() - known.current.at;
    const rest = known.current.at === 0 ? GATHER : Math.max(GATHER, APART - sinceLast);
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      say();
    }, rest);
  }, [snapshot]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  if (said.nth === 0) return null;
  // Another element each time: the same words twice are two pieces of news.
  return <span key={said.nth}>{said.text}</span>;
}
