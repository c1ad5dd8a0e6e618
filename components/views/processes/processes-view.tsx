'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { containerColours } from '@lib/select/container-colour';
import { followedVantages } from '@lib/select/followed-vantages';
import { HOST } from '@lib/model/host-word';
import type { Shown } from '@lib/select/shown';
import { MAX_VANTAGES } from '@lib/view-state/view-state';
import { useSize } from '../../canvas/use-size';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useShown } from '../../store/shown';
import { useSpokenOf } from '../../store/spoken-of';
import { useNsview } from '../../store/store';
import { Enlarged } from '../../ui/enlarged';
import { ListOptions } from './list-options';
import { GoneStrip } from '../../ui/gone-strip';
import { NumbersLine } from './numbers-line';
import { Pane } from './pane';
import { paneProcesses } from './pane-processes';
import { SameNumberPanel } from './same-number-panel';
import { AddVantage } from './vantage-choice';
import styles from './processes.module.css';

/** Pixels in a rem until it is measured: as the style sheet has it. */
const REM = 14;

/** Pixels of width from a projector, and beside a lesson. */
const WIDE = { backRow: 1390, lesson: 744 };

/** Pixels of a row's height; a class reads larger ones, and few of them in two lines. */
const ROW_HEIGHT = { usual: 29, backRow: 36, few: 60 };
/** So many rows of two lines have room beside a lesson. */
const FEW = 7;

/** `ps` side by side from up to four vantages. Fills its parent. */
export function ProcessesView() {
  const shown = useShown();
  const messages = useAllMessages().processes;
  if (shown === null) return <p className="p-7 text-dim">{messages.waiting}</p>;
  return (
    <Enlarged {...WIDE}>
      <Panes shown={shown} />
    </Enlarged>
  );
}

function Panes({ shown }: { shown: Shown }) {
  // One can look from what is hidden, too.
  const { snapshot, whole } = shown;
  const messages = useAllMessages().processes;
  const asked = useNsview((store) => store.viewState.vantages);
  const select = useNsview((store) => store.viewState.select);
  const number = useNsview((store) => store.viewState.processes.number);
  const show = useNsview((store) => store.show);
  const isTaught = useIsProjectedLesson();
  const projector = useNsview((store) => store.viewState.projector);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  // As wide as a rem, whatever the theme and the zoom make of it.
  const measure = useRef<HTMLSpanElement>(null);
  const rem = useSize(measure)?.width ?? REM;
  const [unasked, setUnasked] = useState<readonly string[]>([]);
  const vantages = useMemo(
    () => followedVantages(snapshot, { vantages: asked, select }, unasked),
    [snapshot, asked, select, unasked],
  );
  if (asked.length === 0 && vantages.join() !== unasked.join()) setUnasked(vantages);
  const colours = useMemo(() => containerColours(whole), [whole]);
  const spoken = useSpokenOf((store) => store.spoken);
  const panes = useMemo(
    () => vantages.map((ref) => paneProcesses(whole, snapshot, ref, isTaught ? spoken : null)),
    [whole, snapshot, vantages, isTaught, spoken],
  );
  const most = Math.max(...panes.map(({ told }) => told.length));
  const isFew = isTaught && most <= FEW;
  const rowHeight = isFew ? ROW_HEIGHT.few : projector ? ROW_HEIGHT.backRow : ROW_HEIGHT.usual;
  useEffect(() => () => hoverProcess(null), [hoverProcess]);

  const columns = vantages.map((ref) =>
    ref === HOST && vantages.length > 1
      ? `minmax(${isTaught ? 11 : 14}rem, 1.25fr)`
      : `minmax(${isTaught ? 9 : 12}rem, 1fr)`,
  );
  const replace = (ref: string, by: string | null) =>
    show({ vantages: vantages.flatMap((each) => (each === ref ? (by ?? []) : each)) });

  return (
    <div
      className={`relative flex h-full min-h-0 flex-col gap-3 pt-5 pb-3 pl-7 ${isTaught ? 'pr-3' : 'pr-7'}`}
    >
      <span ref={measure} aria-hidden className="pointer-events-none absolute size-[1rem]" />
      {/* A lesson says what it is about. */}
      <header className={isTaught ? 'sr-only' : ''}>
        <h2 className="text-base font-semibold">{messages.title(vantages.length)}</h2>
        <p className="mt-1 text-sm text-dim">{messages.lead}</p>
      </header>
      {!isTaught && (
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
          <ListOptions />
          {vantages.length < MAX_VANTAGES && (
            <AddVantage
              snapshot={whole}
              shown={vantages}
              onAdd={(ref) => show({ vantages: [...vantages, ref] })}
            />
          )}
        </div>
      )}
      {number !== null && (
        <SameNumberPanel shown={shown} number={number} vantages={vantages} colours={colours} />
      )}
      <div className="-m-1 flex min-h-0 flex-1 flex-col overflow-x-auto p-1">
        <div
          className={`grid min-h-0 flex-[0_1_auto] grid-rows-[auto_minmax(0,1fr)_auto] ${isTaught ? 'gap-x-2' : 'gap-x-4'} ${isFew ? styles.few : ''}`}
          style={{ gridTemplateColumns: columns.join(' ') }}
        >
          {panes.map((processes) => (
            <Pane
              key={processes.ref}
              snapshot={whole}
              processes={processes}
              shown={vantages}
              colours={colours}
              rem={rem}
              rowHeight={rowHeight}
              onChange={(to) => replace(processes.ref, to)}
              onRemove={
                vantages.length > 1 && !isTaught ? () => replace(processes.ref, null) : null
              }
            />
          ))}
        </div>
      </div>
      <GoneStrip snapshot={whole} type={null} />
      {!isTaught && <NumbersLine snapshot={whole} colours={colours} hint={messages.hint} />}
    </div>
  );
}
