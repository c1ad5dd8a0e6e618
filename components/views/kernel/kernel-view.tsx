import { useEffect, useMemo, useRef, useState } from 'react';
import type { Process } from '@lib/model/process';
import type { Snapshot } from '@lib/model/snapshot';
import type { CallsTold } from '@lib/privileges/call-told';
import { kernelScene } from '@lib/scene/kernel/kernel-scene';
import { chosenIn, selectedProcess } from '@lib/select/chosen';
import { containerColours } from '@lib/select/container-colour';
import { useSize } from '@components/canvas/use-size';
import { useCalls } from '../../store/calls';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { tellRest } from '../../store/rest';
import { useShown } from '../../store/shown';
import { useNsview } from '../../store/store';
import { FocusTip } from '../../ui/focus-tip';
import { GoneStrip } from '../../ui/gone-strip';
import { ThereIsMore, useOverflow } from '../../ui/there-is-more';
import { DrawnKernel } from './drawn-kernel';

/** In projector mode it is as large as if the canvas were so many pixels wide. */
const BACK_ROW = 862;
/** Beside a lesson, where it has half the room, it is as large as if that were so many wide. */
const LESSON = 460;
/** The same at the least, as a multiple. */
const LARGER = 1.25;
/** What is on screen is told in such steps of scrolling, in pixels. */
const STEP = 100;

const NOBODY: readonly Process[] = [];
const NOTHING: CallsTold = new Map();

/** Which processes call which kernel, by which system call. Fills its parent. */
export function KernelView() {
  const shown = useShown();
  const { kernel } = useAllMessages();
  if (shown === null) return <p className="p-7 text-dim">{kernel.waiting}</p>;
  return <Kernel snapshot={shown.snapshot} whole={shown.whole} />;
}

/** @param props.whole the snapshot without filters */
function Kernel({ snapshot, whole }: { snapshot: Snapshot; whole: Snapshot }) {
  const messages = useAllMessages();
  const { kernel } = messages;
  const selection = useNsview((store) => store.viewState.select);
  const projector = useNsview((store) => store.viewState.projector);
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const isTaught = useIsProjectedLesson();
  const { overflow, measure } = useOverflow(frame, content);
  const [top, setTop] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [width, height] = [size?.width ?? null, size?.height ?? null];
  const { subject, zoom } = useMemo(() => {
    if (width === null || height === null) return { subject: null, zoom: 1 };
    const chosen = chosenIn(snapshot, selection);
    const larger = Math.max(LARGER, width / (isTaught ? LESSON : BACK_ROW));
    const times = projector ? larger : 1;
    return {
      zoom: times,
      subject: {
        ...{ snapshot, whole, chosen, isOpen, messages, opens: true, brief: isTaught },
        process: selection?.kind === 'process' ? selectedProcess(snapshot, selection) : null,
        colours: containerColours(whole),
        room: { width: width / times, height: height / times },
      },
    };
  }, [snapshot, whole, selection, isOpen, width, height, projector, isTaught, messages]);
  // Where things stand does not depend on what they call.
  const asks = useMemo(
    () => (subject === null ? [] : kernelScene({ ...subject, calls: NOTHING }).asks),
    [subject],
  );
  const onScreen = useMemo(() => {
    if (height === null) return NOBODY;
    const [from, to] = [top / zoom, (top + STEP + height) / zoom];
    return asks.filter(({ y }) => y >= from && y <= to).map(({ process }) => process);
  }, [asks, top, height, zoom]);
  const { calls, waiting } = useCalls(onScreen);
  const isDrawn = subject !== null;
  useEffect(() => {
    tellRest('kernel', isDrawn && !waiting);
    return () => tellRest('kernel', false);
  }, [isDrawn, waiting]);
  const picture = useMemo(
    () => (subject === null ? null : kernelScene({ ...subject, calls })),
    [subject, calls],
  );

  return (
    <div
      className={`relative flex h-full min-h-0 flex-col gap-3 pt-5 pb-3 ${isTaught ? 'pr-2 pl-12' : 'px-7'}`}
    >
      <FocusTip />
      {/* A lesson says what it is about. */}
      <header className={isTaught ? 'sr-only' : ''}>
        <h2 className="text-base font-semibold">{kernel.title}</h2>
        <p className="mt-1 text-sm text-dim">{kernel.lead}</p>
      </header>
      <div className="relative -mx-1 flex min-h-48 flex-1 flex-col">
        <div
          ref={frame}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-1"
          onScroll={({ currentTarget }) => {
            setTop(Math.floor(currentTarget.scrollTop / STEP) * STEP);
            measure();
          }}
        >
          <div ref={content}>
            {picture !== null && (
              <DrawnKernel {...{ picture, zoom }} onOpen={() => setOpen((now) => !now)} />
            )}
          </div>
        </div>
        <ThereIsMore overflow={overflow} />
      </div>
      <GoneStrip snapshot={whole} type={null} />
    </div>
  );
}
