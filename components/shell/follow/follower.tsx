import { useEffect, useRef } from 'react';
import { parseViewState } from '@lib/view-state/view-state';
import { Boundary } from '../../ui/boundary';
import { Fetched } from '../../ui/fetched';
import { connect, watch } from '../../store/connection';
import { useMessages } from '../../store/messages';
import { useNsview, useOnScreen, useView } from '../../store/store';
import { DocumentState } from '../document-state';
import { LiveRegions } from '../live-regions';
import { usePictureFocus } from '../picture-focus';
import { TroubleLines } from '../status-lines';
import { VIEW_PARTS } from '../views';
import { useWatched } from '../watched';
import { ComparedLine } from './compared-line';
import { FollowHeader } from './follow-header';
import { FollowLine } from './follow-line';
import { LedStep } from './led-step';

/** The page of who follows: the picture that is led, its question, and the way back to it. Nothing is decided here. */
export function Follower() {
  const { shell } = useMessages();
  const view = useView();
  const onScreen = useOnScreen();
  const main = useRef<HTMLElement>(null);
  usePictureFocus(main, onScreen);
  useWatched(watch);
  useEffect(() => {
    const { theme, language } = parseViewState(window.location.search).state;
    useNsview.getState().show({ theme, language });
    connect();
  }, []);
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <FollowHeader />
      <FollowLine />
      <ComparedLine />
      <div className="relative flex min-h-0 flex-1 flex-col lg:flex-row-reverse">
        <TroubleLines />
        <main
          ref={main}
          id="view"
          tabIndex={-1}
          className="relative min-h-0 min-w-0 flex-1 outline-none"
        >
          <div className="absolute inset-0 overflow-auto">
            <Boundary sentence={shell.viewFailed(shell.views[view])} drawn={onScreen} home="view">
              <Fetched part={VIEW_PARTS[onScreen]}>{(View) => <View />}</Fetched>
            </Boundary>
          </div>
        </main>
        <LedStep />
      </div>
      <LiveRegions />
      <DocumentState />
    </div>
  );
}
