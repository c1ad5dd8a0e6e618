import { useEffect, useState } from 'react';
import type { View } from '@lib/view-state/view-state';
import { HiddenLine } from '../filters/hidden-line';
import { Inspector } from '../inspector/inspector';
import { Fetched } from '../parts/fetched';
import { usePart, useTheRest } from '../parts/part';
import { ReaderQuestion } from '../reader/reader-question';
import { connect, watch } from '../store/connection';
import { useMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';
import { followLocation } from '../store/url';
import { Announcer } from './announcer';
import { Header } from './header';
import { PlayerBar } from './player/player-bar';
import { StatusLines } from './status-lines';
import { useDocumentState } from './document-state';
import { VIEW_PARTS } from './views';
import { useWatched } from './watched';

/** The views in which things move; the others are at rest as soon as they are drawn. */
const MOVING: readonly View[] = ['sharing', 'lens'];

/** What a view that moves has last told of itself. */
interface Settled {
  view: View;
  atRest: boolean;
}

export function App() {
  const view = useView();
  const hasSnapshot = useNsview((store) => store.snapshot !== null);
  const { shell } = useMessages();
  const [settled, setSettled] = useState<Settled>({ view, atRest: false });

  useEffect(() => {
    const unfollow = followLocation();
    connect();
    return unfollow;
  }, []);
  const part = usePart(VIEW_PARTS[view]);
  const drawn = hasSnapshot && part.is === 'there';
  const atRest = drawn && (!MOVING.includes(view) || (settled.view === view && settled.atRest));
  useDocumentState(atRest);
  useTheRest(atRest);
  useWatched(watch);

  return (
    <div className="flex h-dvh flex-col overflow-hidden low:h-auto low:min-h-dvh low:overflow-visible">
      <a
        href="#view"
        className="absolute -top-20 left-2 z-50 rounded bg-selected px-3 py-2 focus:top-2"
      >
        {shell.skipToView}
      </a>
      <Header />
      <StatusLines />
      <ReaderQuestion />
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <main id="view" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <div className="relative min-h-0 flex-1 overflow-y-auto low:h-[max(20rem,90dvh)] low:flex-none">
            <Fetched part={VIEW_PARTS[view]}>
              {(View) => <View onSettled={(now) => setSettled({ view, atRest: now })} />}
            </Fetched>
          </div>
          <HiddenLine />
        </main>
        <aside
          aria-label={shell.inspectorLabel}
          className="max-h-[45%] shrink-0 overflow-y-auto border-t border-line bg-surface low:max-h-none lg:max-h-none lg:w-[min(22.5rem,30vw)] lg:border-t-0 lg:border-l"
        >
          <Inspector />
        </aside>
      </div>
      <PlayerBar />
      <Announcer />
    </div>
  );
}
