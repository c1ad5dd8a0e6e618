import { useMemo, useRef, useState } from 'react';
import { isOnItsWay, runningIn } from '@lib/images/layers-told';
import { KEYS } from '@lib/keys/keys';
import { perType } from '@lib/model/namespace-type';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { askedWithin } from '@lib/scene/lens-picture';
import { chosenIn } from '@lib/select/chosen';
import { containerColours } from '@lib/select/container-colour';
import { selectedPair } from '@lib/select/selected-pair';
import { useShortcuts } from '@components/canvas/use-shortcuts';
import { useSize } from '@components/canvas/use-size';
import { useAsking, useInsides } from '../../store/insides';
import { useAllMessages } from '../../store/messages';
import { useAskingLayers, useToldLayers } from '../../store/layers';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useReaches } from '../../store/reaches';
import { useShown } from '../../store/shown';
import { useSpokenOf } from '../../store/spoken-of';
import { useNsview } from '../../store/store';
import { FocusTip } from '../../ui/focus-tip';
import { GoneStrip } from '../../ui/gone-strip';
import { ThereIsMore, useOverflow } from '../../ui/there-is-more';
import { NumbersLine } from '../processes/numbers-line';
import { DrawnLens } from './drawn-lens';
import { LensLegend } from './lens-legend';
import { MoreToTheRight } from './more-to-the-right';
import { PICTURES } from './pictures';

/** How much larger all is in projector mode, at the least. */
const BACK_ROW = 1.25;

const NOBODY: readonly Container[] = [];

/** What is on screen is told in such steps of scrolling, in pixels. */
const STEP = 100;

/** One type of namespaces at a time: a box for each, the processes in it as dots. Fills its parent. */
export function LensView() {
  const shown = useShown();
  const { lens } = useAllMessages();
  if (shown === null) return <p className="p-7 text-dim">{lens.waiting}</p>;
  return <Lens snapshot={shown.snapshot} whole={shown.whole} />;
}

interface LensProps {
  snapshot: Snapshot;
  /** The snapshot without filters. */
  whole: Snapshot;
}

function Lens({ snapshot, whole }: LensProps) {
  const messages = useAllMessages();
  const { lens } = messages;
  const type = useNsview((store) => store.viewState.lens);
  const selection = useNsview((store) => store.viewState.select);
  const show = useNsview((store) => store.show);
  const frame = useRef<HTMLDivElement>(null);
  const projector = useNsview((store) => store.viewState.projector);
  const content = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const isTaught = useIsProjectedLesson();
  const { styles, backRow, lesson } = PICTURES[type];
  const wide = isTaught ? lesson : backRow;
  const zoom = projector && size !== null ? Math.max(BACK_ROW, size.width / wide) : 1;
  const { overflow, measure } = useOverflow(frame, content);
  const [top, setTop] = useState(0);
  const [left, setLeft] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const colours = useMemo(() => containerColours(whole), [whole]);
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  const drawn = useMemo(
    () => whole.namespaces.filter((each) => each.type === type).map(({ id }) => id),
    [whole, type],
  );
  const painter = useMemo(() => PICTURES[type].painter(), [type]);
  const insides = useInsides(type, drawn);
  const isLive = useNsview(({ connection }) => connection === 'live');
  const layers = useToldLayers();
  const reaches = useReaches(type === 'net' ? selectedPair(whole, selection) : null);
  const spokenOf = useSpokenOf(({ mounts }) => mounts);
  const picture = useMemo(() => {
    if (size === null) return null;
    const room = { width: size.width / zoom, height: size.height / zoom };
    return painter.draw({
      ...{
        snapshot,
        whole,
        type,
        insides,
        layers,
        reaches,
        colours,
        chosen,
        spokenOf,
        opened,
        room,
        messages,
      },
      opens: true,
      brief: isTaught,
    });
  }, [
    painter,
    snapshot,
    whole,
    type,
    insides,
    layers,
    reaches,
    colours,
    chosen,
    spokenOf,
    opened,
    size,
    zoom,
    isTaught,
    messages,
  ]);
  const onScreen = useMemo(() => {
    if (picture === null || size === null) return [];
    const seen = { top: top / zoom, bottom: (top + STEP + size.height) / zoom };
    return askedWithin(picture, seen);
  }, [picture, size, top, zoom]);
  const isAsking = useAsking(type, onScreen, insides);
  const sized = useMemo(
    () => (type === 'mnt' ? runningIn(whole.containers, onScreen) : NOBODY),
    [type, whole, onScreen],
  );
  useAskingLayers(sized);
  const waiting = isAsking || (isLive && isOnItsWay(sized, layers));
  const beyond = picture === null || size === null ? 0 : picture.size.width * zoom - size.width;
  const isWider = beyond > 0;
  useShortcuts(
    KEYS.lens.lens,
    perType((each) => () => show({ lens: each })),
  );
  const toggle = (key: string) =>
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <div
      className={`relative flex h-full min-h-0 flex-col gap-3 px-7 ${isTaught ? 'pt-1 pb-3' : 'pt-5 pb-2'}`}
    >
      <FocusTip />
      <header className="relative">
        {/* A lesson says what it is about. */}
        <div className={isTaught ? 'sr-only' : ''}>
          <h2 className="text-base font-semibold">{lens.titles[type]}</h2>
          <p className="mt-1 text-sm text-dim">{lens.lead(type, true)}</p>
        </div>
        {beyond > left && <MoreToTheRight />}
      </header>
      <div className="relative -mx-1 flex min-h-48 flex-1 flex-col">
        <div
          ref={frame}
          className={`min-h-0 flex-1 overflow-y-auto px-1 ${isWider ? 'overflow-x-auto' : 'overflow-x-hidden'}`}
          onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => {
            setTop(Math.floor(scrollTop / STEP) * STEP);
            setLeft(Math.ceil(scrollLeft / STEP) * STEP);
            measure();
          }}
        >
          <div ref={content}>
            {picture !== null && (
              <DrawnLens
                {...{ snapshot, type, picture, styles, waiting, zoom, colours }}
                onToggle={toggle}
              />
            )}
          </div>
        </div>
        <ThereIsMore overflow={overflow} />
      </div>
      <GoneStrip snapshot={whole} type={type} />
      {!isTaught && (
        <>
          <p className="shrink-0 rounded-lg border border-line bg-raised px-4 py-1.5 text-center text-sm font-semibold">
            {lens.kernel(snapshot.host.kernel)}
          </p>
          <LensLegend snapshot={snapshot} whole={whole} colours={colours} />
          <NumbersLine snapshot={whole} colours={colours} hint={lens.hint} />
        </>
      )}
    </div>
  );
}
