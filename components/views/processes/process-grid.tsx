import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { ContainerKey } from '@lib/model/ids';
import { isNarrow } from '@lib/process-list/column-widths';
import { USAGE_COLUMNS } from '@lib/view-state/process-columns';
import type { ListedProcess } from '@lib/process-list/process-list';
import { strokeOf } from '@lib/keys/keys';
import { dayOf, startTexts } from '@lib/process-list/start-text';
import type { SeenProcess } from '@lib/select/vantage';
import { useSize } from '../../canvas/use-size';
import { useNow } from '../../inspector/use-now';
import { useLanguage, useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useNsview } from '../../store/store';
import { ThereIsMore, useOverflow } from '../../ui/there-is-more';
import { GridHeader } from './grid-header';
import { rowAction } from './grid-keys';
import { ProcessRow } from './process-row';
import styles from './processes.module.css';
import { useColumns } from './use-columns';
import { useListState } from './use-process-list';
import { useRowFocus } from './use-row-focus';
import { useTopRow } from './use-top-row';
import { useRowsOnScreen } from './use-rows-on-screen';
import { processTint } from '@lib/select/container-colour';

interface ProcessGridProps {
  /** Which vantage's it is. */
  pane: string;
  label: string;
  /** All that the vantage sees. */
  seen: readonly SeenProcess[];
  /** Those that are listed, in their order. */
  rows: readonly ListedProcess[];
  colours: ReadonlyMap<ContainerKey, string>;
  /** Pixels in a rem. */
  rem: number;
  /** Pixels of a row's height. */
  rowHeight: number;
  /** The row that is in sight at first, with a few before it. */
  startAt: number;
}

/** So many rows before the first one that matters tell that there are others. */
const BEFORE = 2;

const NONE: readonly number[] = [];

/** The table of a pane: windowed, one row in the tab order, keys move it. */
export function ProcessGrid(props: ProcessGridProps) {
  const { pane, label, seen, rows, colours, rem, rowHeight, startAt } = props;
  const isTaught = useIsProjectedLesson();
  const { processes: messages, processList: words } = useAllMessages();
  const language = useLanguage();
  const today = dayOf(useNow());
  const startOf = useMemo(() => startTexts(language, today), [language, today]);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { overflow, measure } = useOverflow(scroller, content);
  const size = useSize(scroller);
  const room = size === null ? null : size.width / rem;
  const { columns, template, minWidth } = useColumns(pane, seen, room);
  const [{ tree, folded, sort }, change] = useListState();
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const select = useNsview((store) => store.select);
  const revealProcess = useNsview((store) => store.revealProcess);
  const allRows = useNsview((store) => store.viewState.allRows);
  // What a link selects is in sight and in the tab order at first.
  const selectedPid = useNsview(({ viewState: { select: chosen } }) =>
    chosen?.kind === 'process' ? chosen.pid : null,
  );
  const [linkedAt] = useState(() => rows.findIndex((row) => row.process.pid === selectedPid));
  const [activePid, setActivePid] = useState<number | null>(selectedPid);
  const active = Math.max(
    0,
    rows.findIndex((row) => row.process.pid === activePid),
  );

  const begin = Math.max(0, (linkedAt < 0 ? startAt : linkedAt) - BEFORE) * rowHeight;
  // So much below the last row that, at the end, no row is cut by the header.
  const height = (rows.length + 1) * rowHeight;
  const over = size === null ? 0 : height - size.height;
  const below = over > 0 ? Math.ceil(over / rowHeight) * rowHeight - over : 0;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The header stays above the rows.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    // Nor is the row that the keys go to under the sign that there is more.
    scrollPaddingEnd: below + rowHeight,
    initialOffset: begin,
    // The row that holds the focus stays in the document wherever one scrolls.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
      [active],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  // Stopped by the end before there was room below: on to a whole row. Whoever went elsewhere stays there.
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current === null || below === 0) return;
    const formerEnd = current.scrollHeight - current.clientHeight - below;
    const isStopped = current.scrollTop >= formerEnd - 1 && current.scrollTop < begin;
    if (isStopped) current.scrollTo({ top: begin });
  }, [below, begin]);

  useTopRow(scroller, rows, rowHeight);
  const goTo = useRowFocus(scroller, pane, rows, setActivePid, (index) =>
    virtualizer.scrollToIndex(index),
  );
  const fold = (pid: number) =>
    change({
      folded: folded.includes(pid) ? folded.filter((each) => each !== pid) : [...folded, pid],
    });
  const askNumber = (pid: number) => {
    const row = rows.find((each) => each.process.pid === pid);
    if (row !== undefined) change({ number: row.pid });
  };

  const choose = (pid: number) => {
    select({ kind: 'process', pid });
    revealProcess(pid, null);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const pid = pidOf(event.target);
    if (pid === null) return;
    const page = Math.max(1, Math.floor((size?.height ?? 0) / rowHeight) - 2);
    const action = rowAction(strokeOf(event), rows, active, page);
    if (action === null) return;
    event.preventDefault();
    if (action.do === 'move') goTo(action.to);
    else if (action.do === 'fold') fold(pid);
    else if (action.do === 'number') askNumber(pid);
    else choose(pid);
  };
  const onClick = (event: React.MouseEvent) => {
    const pid = pidOf(event.target);
    if (pid === null || !(event.target instanceof Element)) return;
    const action = event.target.closest('[data-action]')?.getAttribute('data-action');
    if (action === 'fold') fold(pid);
    else if (action === 'number') askNumber(pid);
    else choose(pid);
  };

  const items = allRows
    ? [...rows.keys()]
    : virtualizer.getVirtualItems().map((item) => item.index);
  const byUsage = USAGE_COLUMNS.includes(sort.column);
  const everyone = useMemo(
    () => (byUsage ? seen.map(({ process }) => process.pid) : NONE),
    [byUsage, seen],
  );
  // A class is told who does not run, whatever the columns.
  const changing = isTaught || columns.some((column) => USAGE_COLUMNS.includes(column));
  const onScreen = changing ? items.flatMap((index) => rows[index]?.process.pid ?? []) : NONE;
  useRowsOnScreen(pane, byUsage ? everyone : onScreen);
  return (
    <div className="relative flex min-h-0 flex-col">
      <div
        ref={scroller}
        role={tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.length}
        aria-colcount={columns.length}
        className={`min-h-0 overflow-auto font-mono text-sm ${room !== null && isNarrow(room) ? styles.narrow : ''}`}
        onKeyDown={onKeyDown}
        onPointerOver={(event) =>
          hoverProcess(pidOf(event.target) ?? pidOf(document.activeElement))
        }
        onPointerLeave={() => hoverProcess(pidOf(document.activeElement))}
        onFocus={(event) => {
          const pid = pidOf(event.target);
          if (pid !== null) setActivePid(pid);
          hoverProcess(pid);
        }}
        onBlur={() => hoverProcess(null)}
        onClick={onClick}
        onScroll={measure}
      >
        <div ref={content} style={{ minWidth, paddingBottom: below }}>
          <GridHeader
            columns={columns}
            template={template}
            height={rowHeight}
            onLeave={() => goTo(active)}
          />
          <div role="rowgroup" className="relative" style={{ height: rows.length * rowHeight }}>
            {items.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const { process, branch } = row;
              return (
                <ProcessRow
                  key={process.pid}
                  process={process}
                  pid={row.pid}
                  uid={row.uid}
                  index={index}
                  height={rowHeight}
                  isTaught={isTaught}
                  changing={changing}
                  columns={columns}
                  template={template}
                  colour={processTint(colours, process)}
                  inTabOrder={index === active}
                  lines={branch === null ? null : branch.lines}
                  position={branch?.position ?? 1}
                  siblings={branch?.siblings ?? 1}
                  descendants={branch?.descendants ?? 0}
                  folded={row.folded}
                  between={row.between}
                  startOf={startOf}
                  messages={messages}
                  words={words}
                />
              );
            })}
          </div>
        </div>
      </div>
      <ThereIsMore overflow={overflow} inside />
    </div>
  );
}

/** The host PID of the row that an element is in. */
function pidOf(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest('[data-process]');
  return row === null ? null : Number(row.getAttribute('data-process'));
}
