import { useEffect, useRef } from 'react';
import { LESSON } from '#lessons';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { hasInspector } from '@lib/view-state/view-state';
import { HiddenLine } from '../filters/hidden-line';
import { Inspector } from '../inspector/inspector';
import { Boundary } from '../ui/boundary';
import { Fetched } from '../ui/fetched';
import { ReaderQuestion } from '../reader/reader-question';
import { Part, usePart } from '../parts/part';
import { connect, watch } from '../store/connection';
import { useMessages, withAllMessages } from '../store/messages';
import { useNsview, useOnScreen, useView } from '../store/store';
import { followLocation } from '../store/url';
import { Header } from './header';
import { LiveRegions } from './live-regions';
import { StatusLines, TroubleLines } from './status-lines';
import { DocumentState } from './document-state';
import { enterPicture, usePictureFocus } from './picture-focus';
import { VIEW_PARTS } from './views';
import { useWatched } from './watched';

const PLAYER = new Part(async () => (await import('./player/player-bar')).PlayerBar);

const PROJECTOR = new Part(
  withAllMessages(async () => (await import('../projector/projector')).Projector),
);

/** What happened, and the way back: on a machine where it is asked for, and in its past. */
const TIMELINE = new Part(
  withAllMessages(async () => (await import('./timeline/timeline-bar')).TimelineBar),
);
const COMPARED = new Part(
  withAllMessages(async () => (await import('./timeline/compared-panel')).ComparedPanel),
);

const IMAGES = new Part(
  withAllMessages(async () => (await import('../inspector/images-dialog')).ImagesDialog),
);

// A recording is told of before its first picture comes: the player is on its way meanwhile.
useNsview.subscribe(({ recording }, before) => {
  if (recording !== null && before.recording === null) PLAYER.want();
});

export function App() {
  const view = useView();
  const onScreen = useOnScreen();
  const isFull = onScreen === 'full';
  const { shell } = useMessages();
  const selected = useNsview((store) => JSON.stringify(store.viewState.select));

  useEffect(() => {
    const unfollow = followLocation();
    connect();
    return unfollow;
  }, []);
  useWatched(watch);
  const main = useRef<HTMLElement>(null);
  usePictureFocus(main, onScreen);
  const select = useNsview((store) => store.select);
  const projector = useNsview((store) => store.viewState.projector);
  const inspected = useNsview((store) => hasInspector(store.viewState));
  const isTaught = useNsview((store) => store.viewState.lesson !== null);
  const show = useNsview((store) => store.show);
  useShortcuts(KEYS.everywhere.clear, {
    clear: () => (isFull ? show({ open: false }) : select(null)),
  });
  useShortcuts(KEYS.everywhere.projector, { toggle: () => show({ projector: !projector }) });
  const hasTimeline = useNsview(
    ({ viewState }) => viewState.timeline !== null || viewState.past !== null,
  );
  const isCompared = useNsview(({ viewState }) => viewState.from !== null);
  const isRecorded = useNsview((store) => store.recording !== null) && !hasTimeline;
  const player = usePart(PLAYER, isRecorded);
  // A bar that came after the picture would take its room.
  const hasRoom = !isRecorded || player.is !== 'absent';
  const images = useNsview((store) => store.viewState.images);
  useShortcuts(KEYS.everywhere.images, { open: () => show({ images: true }) });
  useShortcuts(KEYS.everywhere.inspector, { toggle: () => show({ inspector: !inspected }) });

  return (
    <div className="flex h-dvh flex-col overflow-hidden low:h-auto low:min-h-dvh low:overflow-visible">
      <a
        href="#view"
        onClick={(event) => {
          event.preventDefault();
          if (main.current !== null) enterPicture(main.current);
        }}
        className="absolute -top-20 left-2 z-50 rounded bg-selected px-3 py-2 focus:top-2"
      >
        {shell.skipToView}
      </a>
      <Header />
      <StatusLines />
      <ReaderQuestion />
      <div className="relative flex min-h-0 flex-1 flex-col lg:flex-row">
        <TroubleLines />
        {isTaught && <Fetched part={LESSON}>{(LessonPanel) => <LessonPanel />}</Fetched>}
        <main
          ref={main}
          id="view"
          tabIndex={-1}
          className="relative flex min-h-0 min-w-0 flex-1 flex-col outline-none"
        >
          <div className="relative min-h-0 flex-1 overflow-y-auto low:h-[max(20rem,90dvh)] low:flex-none">
            <Boundary sentence={shell.viewFailed(shell.views[view])} drawn={onScreen} home="view">
              {hasRoom && <Fetched part={VIEW_PARTS[onScreen]}>{(View) => <View />}</Fetched>}
            </Boundary>
          </div>
          {!isFull && <HiddenLine />}
          {projector && <Fetched part={PROJECTOR}>{(Projector) => <Projector />}</Fetched>}
        </main>
        {inspected && !isFull && !isTaught && (
          <aside
            id="inspector"
            tabIndex={-1}
            aria-label={shell.inspectorLabel}
            className="max-h-[45%] shrink-0 overflow-y-auto border-t border-line bg-surface outline-none low:max-h-none lg:max-h-none lg:w-(--panel) lg:border-t-0 lg:border-l"
          >
            <Boundary sentence={shell.inspectorFailed} drawn={selected} home="inspector">
              {isCompared ? (
                <Fetched part={COMPARED}>{(ComparedPanel) => <ComparedPanel />}</Fetched>
              ) : (
                <Inspector />
              )}
            </Boundary>
          </aside>
        )}
      </div>
      {isRecorded && <Fetched part={PLAYER}>{(PlayerBar) => <PlayerBar />}</Fetched>}
      {hasTimeline && <Fetched part={TIMELINE}>{(TimelineBar) => <TimelineBar />}</Fetched>}
      {images && (
        <Fetched part={IMAGES} floating>
          {(Images) => <Images onClose={() => show({ images: false })} />}
        </Fetched>
      )}
      <LiveRegions />
      <DocumentState />
    </div>
  );
}
