import { useMemo, useState } from 'react';
import { summarise } from '@lib/facts/summary';
import { countUnfolded } from '@lib/sharing/stopped-fold';
import { sharingGraph, type SharingGraph } from '@lib/sharing/graph';
import { matrixOf } from '@lib/matrix/matrix';
import type { Snapshot } from '@lib/model/snapshot';
import { sandboxItems } from '@lib/matrix/sandbox-rows';
import { containerColours } from '@lib/select/container-colour';
import { enginesOutlook } from '@lib/select/engines';
import { useShownSandboxes } from '../../store/shown-sandboxes';
import { withoutPauses } from '@lib/select/pauses';
import { suitableGrouping, suitableView } from '@lib/select/suitable-view';
import { engineHelp } from '@lib/shell/engine-help';
import { hasInspector } from '@lib/view-state/view-state';
import { Sentences } from '../../inspector/sentences';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useShown } from '../../store/shown';
import { useNsview } from '../../store/store';
import { viewRoom } from '../../store/view-room';
import { Attempts } from '../../ui/attempts';
import { Enlarged } from '../../ui/enlarged';
import { FocusTip } from '../../ui/focus-tip';
import { ScrollRegion } from '../../ui/scroll-region';
import { WholeOptions } from '../../ui/whole-options';
import { MatrixGrid } from './matrix-grid';
import { MatrixOptions } from './matrix-options';

/** Pixels of width from a projector, and beside a lesson. */
const WIDE = { backRow: 1390, lesson: 744 };

/** Containers × types: the view for many containers, and for screen readers. Fills its parent. */
export function MatrixView() {
  const all = useShown();
  const pauses = useNsview((store) => store.viewState.pauses);
  const select = useNsview((store) => store.viewState.select);
  const shown = useMemo(
    () => (all === null ? null : withoutPauses(all, { pauses, select })),
    [all, pauses, select],
  );
  const { matrix } = useAllMessages();
  if (shown === null) return <p className="p-7 text-dim">{matrix.waiting}</p>;
  return (
    <Enlarged {...WIDE}>
      <WholeMatrix snapshot={shown.snapshot} whole={shown.whole} />
    </Enlarged>
  );
}

/** @param whole the snapshot without filters: what is told is true of that */
function WholeMatrix({ snapshot, whole }: { snapshot: Snapshot; whole: Snapshot }) {
  const { matrix: words } = useAllMessages();
  // As it suited when the view was opened: rows do not regroup themselves.
  const [suitable] = useState(() => suitableGrouping(whole));
  const grouping = useNsview((store) => store.viewState.grouping) ?? suitable;
  const order = useNsview((store) => store.viewState.order);
  const inspected = useNsview((store) => hasInspector(store.viewState));
  const isTaught = useIsProjectedLesson();
  const graph = useGraph(snapshot, whole);
  const matrix = useMemo(
    () => matrixOf(whole, graph, { grouping, order }),
    [whole, graph, grouping, order],
  );
  const colours = useMemo(() => containerColours(whole), [whole]);
  const shownBeside = useShownSandboxes(whole);
  const sandboxes = useMemo(() => sandboxItems(shownBeside, whole), [shownBeside, whole]);
  return (
    <div className="relative flex h-full min-h-0 flex-col gap-3 px-7 pt-6 pb-3">
      <FocusTip />
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        {/* A lesson says what it is about. */}
        <div className={isTaught ? 'sr-only' : ''}>
          <h2 className="text-base font-semibold">{words.title}</h2>
          <p className="mt-1 text-sm text-dim">{words.lead}</p>
        </div>
        {!isTaught && <MatrixOptions grouping={grouping} />}
      </header>
      <WhyMatrix snapshot={snapshot} />
      <MatrixGrid
        snapshot={whole}
        matrix={matrix}
        colours={colours}
        sandboxes={sandboxes}
        chosenSandbox={shownBeside?.chosen ?? null}
      />
      {whole.containers.length === 0 && <NoContainer snapshot={whole} />}
      {/* The inspector has them where it is. */}
      {!inspected && <SharingInWords snapshot={snapshot} whole={whole} />}
    </div>
  );
}

/** Who shares what, in sentences below the rows; nothing where nobody does. */
function SharingInWords({ snapshot, whole }: { snapshot: Snapshot; whole: Snapshot }) {
  const { matrix, summary } = useAllMessages();
  const { shared, onHost, inEngine } = useMemo(() => summarise(snapshot, whole), [snapshot, whole]);
  if (shared.rows.length + onHost.rows.length + inEngine.rows.length === 0) return null;
  return (
    <ScrollRegion label={matrix.sentences} className="max-h-[14%] shrink-0 border-t border-line">
      <div className="columns-[22rem] gap-8 pt-3 pr-26 pb-1 pl-2 [&>ul+ul]:mt-1.5">
        <Sentences sentences={shared} say={summary.share} />
        <Sentences sentences={onHost} say={summary.onHost} />
        <Sentences sentences={inEngine} say={summary.inEngine} />
      </div>
    </ScrollRegion>
  );
}

/** Why there is no row: none runs, or there is no engine to tell of any. */
function NoContainer({ snapshot: { engines, host } }: { snapshot: Snapshot }) {
  const { matrix, emptyPicture } = useAllMessages();
  if (host.reader === 'recording') return <p className="px-2 text-dim">{emptyPicture.recorded}</p>;
  const { state, engines: worst, complete } = enginesOutlook(engines);
  if (complete) return <p className="px-2 text-dim">{matrix.empty}</p>;
  const { advice } = engineHelp(state, worst);
  return (
    <div className="px-2">
      <p className="font-semibold">{emptyPicture.engine.titles[state]}</p>
      <Attempts of={engines.flatMap(({ tried }) => tried)} />
      <p className="mt-1 text-dim">
        <WholeOptions>{emptyPicture.engine.advice[advice]}</WholeOptions>
      </p>
    </div>
  );
}

/** Nodes that did not change stay the same objects, so that their rows are not drawn again. */
function useGraph(snapshot: Snapshot, whole: Snapshot): SharingGraph {
  const [known, setKnown] = useState(() => {
    return { snapshot, graph: sharingGraph(snapshot, undefined, whole) };
  });
  if (known.snapshot === snapshot) return known.graph;
  const graph = sharingGraph(snapshot, known.graph, whole);
  setKnown({ snapshot, graph });
  return graph;
}

/** When nobody chose the matrix: why it is what one sees, and the way to the rings. */
function WhyMatrix({ snapshot }: { snapshot: Snapshot }) {
  const { matrix } = useAllMessages();
  const chosen = useNsview((store) => store.viewState.view !== null);
  const show = useNsview((store) => store.show);
  if (chosen || suitableView(snapshot, viewRoom()) !== 'matrix') return null;
  const count = countUnfolded(snapshot.containers);
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line bg-raised px-3 py-2 text-sm"
    >
      {matrix.tooManyForRings(count)}
      <button
        type="button"
        className="cursor-pointer rounded underline decoration-line-strong underline-offset-3 hover:decoration-current"
        onClick={() => show({ view: 'sharing' })}
      >
        {matrix.showRings}
      </button>
    </p>
  );
}
