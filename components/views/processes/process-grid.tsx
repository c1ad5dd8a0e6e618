import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { ContainerId } from '@lib/model/ids';
import type { SeenProcess } from '@lib/select/vantage';
import { userOf } from '@lib/select/user';
import { useSize } from '../../canvas/use-size';
import { useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { COLUMNS, ProcessRow, ROW, WIDE_COLUMNS } from './process-row';
import { useRowsOnScreen } from './use-rows-on-screen';

/** Asks every pane to scroll to a process; a new object for each time it is asked. */
export interface Reveal {
  pid: number;
}

interface ProcessGridProps {
  /** Which vantage's it is. */
  pane: string;
  label: string;
  rows: readonly SeenProcess[];
  colours: ReadonlyMap<ContainerId, string>;
  reveal: Reveal | null;
  onReveal: (pid: number) => void;
}

const ROWS_A_PAGE = 10;
/** Pixels from which on there is room for what changes all the time. */
const WIDE = 520;
const USAGE_WIDTHS = '2.5rem 4.5rem 5rem';
const ALIGNED: Partial<Record<(typeof WIDE_COLUMNS)[number], string>> = {
  cpu: 'pr-3 text-right',
  memory: 'pr-4 text-right',
};
const NONE: readonly number[] = [];

/** Height of a row in px; in projector mode all is larger by a quarter. */
function useRowHeight(): number {
  return useNsview((store) => store.viewState.projector) ? 36 : 29;
}

/** The table of a pane: windowed, one row in the tab order, arrow keys move it. */
export function ProcessGrid({ pane, label, rows, colours, reveal, onReveal }: ProcessGridProps) {
  const messages = useMessages().processes;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  // A recording has nothing of what changes all the time.
  const recorded = useNsview((store) => store.recording !== null);
  const wide = size !== null && size.width >= WIDE && !recorded;
  const names = wide ? WIDE_COLUMNS : COLUMNS;
  const columns = useMemo(() => {
    const pid = columnWidth(rows.map((row) => String(row.pid)));
    const user = columnWidth(rows.map((row) => userOf(row.uid, messages)));
    return `${pid} ${user} ${wide ? USAGE_WIDTHS : ''} minmax(0, 1fr)`;
  }, [rows, messages, wide]);
  const lit = useNsview((store) => store.hoveredPid);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const allRows = useNsview((store) => store.viewState.allRows);
  const rowHeight = useRowHeight();
  const [activePid, setActivePid] = useState<number | null>(null);
  const active = Math.max(0, indexOf(rows, activePid));

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The row that holds the focus stays in the document wherever one scrolls.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
      [active],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const revealed = useRef(reveal);
  useEffect(() => {
    if (reveal === null || reveal === revealed.current) return;
    revealed.current = reveal;
    const index = indexOf(rows, reveal.pid);
    if (index >= 0) virtualizer.scrollToIndex(index);
  }, [reveal, rows, virtualizer]);

  const focused = () => pidOf(document.activeElement);
  const moveTo = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (next === undefined) return;
    virtualizer.scrollToIndex(rows.indexOf(next));
    setActivePid(next.process.pid);
  };
  // After a move by keyboard the row that became active is in the document: give it the focus.
  useEffect(() => {
    const body = scroller.current;
    if (body === null || activePid === null || !body.contains(document.activeElement)) return;
    if (focused() !== activePid) {
      body
        .querySelector<HTMLElement>(`[data-process="${activePid}"]`)
        ?.focus({ preventScroll: true });
    }
  }, [activePid]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + ROWS_A_PAGE,
      PageUp: active - ROWS_A_PAGE,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const pid = pidOf(event.target);
    if (to !== undefined) moveTo(to);
    else if ((event.key === 'Enter' || event.key === ' ') && pid !== null) onReveal(pid);
    else return;
    event.preventDefault();
  };

  const items = allRows
    ? [...rows.keys()]
    : virtualizer.getVirtualItems().map((item) => item.index);
  useRowsOnScreen(pane, wide ? items.flatMap((index) => rows[index]?.process.pid ?? []) : NONE);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-colcount={names.length}
      className="flex min-h-0 flex-col font-mono text-sm"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="border-b border-line text-xs text-dim">
        <div role="row" className={`${ROW} py-1.5`} style={{ gridTemplateColumns: columns }}>
          {names.map((column) => (
            <span
              key={column}
              role="columnheader"
              title={messages.columnTitles[column]}
              className={ALIGNED[column]}
            >
              {messages.columns[column]}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className="min-h-0 overflow-x-hidden overflow-y-auto"
        onPointerOver={(event) => hoverProcess(pidOf(event.target) ?? focused())}
        onPointerLeave={() => hoverProcess(focused())}
        onFocus={(event) => {
          const pid = pidOf(event.target);
          if (pid !== null) setActivePid(pid);
          hoverProcess(pid);
        }}
        onBlur={() => hoverProcess(null)}
        onClick={(event) => {
          const pid = pidOf(event.target);
          if (pid !== null) onReveal(pid);
        }}
      >
        <div role="presentation" className="relative" style={{ height: rows.length * rowHeight }}>
          {items.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { container } = row.process;
            return (
              <ProcessRow
                key={row.process.pid}
                process={row.process}
                pid={row.pid}
                uid={row.uid}
                index={index}
                height={rowHeight}
                columns={columns}
                colour={container === null ? null : (colours.get(container) ?? null)}
                lit={row.process.pid === lit}
                wide={wide}
                inTabOrder={index === active}
                messages={messages}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** As wide as the longest of these texts in the monospaced face, in rem, with room beside it. */
function columnWidth(texts: readonly string[]): string {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 4);
  return `${((longest + 2) * 0.53).toFixed(2)}rem`;
}

function indexOf(rows: readonly SeenProcess[], pid: number | null): number {
  return rows.findIndex((row) => row.process.pid === pid);
}

/** The host PID of the row that an element is in. */
function pidOf(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest('[data-process]');
  return row === null ? null : Number(row.getAttribute('data-process'));
}
