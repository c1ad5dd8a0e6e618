import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import { itemsOf } from '@lib/matrix/items';
import type { SandboxItem } from '@lib/matrix/sandbox-rows';
import type { Matrix } from '@lib/matrix/matrix';
import { type ContainerKey, type NamespaceId, containerKey } from '@lib/model/ids';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { SANDBOXES_KEY } from '@lib/sandboxes/fold';
import { STOPPED_KEY } from '@lib/sharing/stopped-fold';
import { alsoChosen, chosenIn } from '@lib/select/chosen';
import { refsOf } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import { parseSelection } from '@lib/view-state/selection';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useNsview } from '../../store/store';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { ThereIsMore, useOverflow } from '../../ui/there-is-more';
import { GoneRows } from './gone-rows';
import { foldedIn, foldWords, headingWords, isHeading } from './grid-item';
import { Heading } from './heading';
import { HostRow } from './host-row';
import { MatrixHeader } from './matrix-header';
import { ContainerRow } from './matrix-row';
import { SandboxRow } from './sandbox-row';
import { FoldRow } from './fold-row';
import {
  cellAt,
  headerAt,
  isCell,
  isOneCell,
  rowAt,
  rowBeside,
  sandboxAt,
  stepFrom,
  type CellPlace,
} from './cell-focus';
import { tintOf } from '@lib/select/container-colour';

interface MatrixGridProps {
  snapshot: Snapshot;
  matrix: Matrix;
  colours: ReadonlyMap<ContainerKey, string>;
  /** What stands below the rows of containers. */
  sandboxes: readonly SandboxItem[];
  /** The key of the sandbox that is selected. */
  chosenSandbox: string | null;
}

/** Heights in px; in projector mode all is larger by a quarter. */
const ROW = 48;
/** …of many rows, so that more of them are in sight. */
const LOW_ROW = 40;
const MANY = 16;
/** Rows of a lesson, which are few, share its room. */
const HIGH_ROW = 84;
const FEW = 4;
const HEADING = 34;
const LARGER = 1.25;

/** The grid: one cell in the tab order, arrow keys move it; rows out of sight are not in the document. */
export function MatrixGrid(props: MatrixGridProps) {
  const { snapshot, matrix, colours, sandboxes, chosenSandbox } = props;
  const messages = useAllMessages();
  const types = useNsview((store) => store.viewState.types);
  const projector = useNsview((store) => store.viewState.projector);
  const allRows = useNsview((store) => store.viewState.allRows);
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const allSandboxes = useNsview((store) => store.viewState.sandboxes === 'all');
  const selection = useNsview((store) => store.viewState.select);
  const select = useNsview((store) => store.select);
  const chooseAgain = useNsview((store) => store.choose);
  const show = useNsview((store) => store.show);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { overflow, measure } = useOverflow(scroller, body);
  const [pointed, setPointed] = useState<NamespaceId | null>(null);

  const shownTypes = useMemo(() => NAMESPACE_TYPES.filter((type) => types.includes(type)), [types]);
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  // Who comes back from what was selected finds that row, wherever it is.
  const [focus, setFocus] = useState<CellPlace>(() => ({
    row: chosenSandbox ?? firstOf(chosen),
    column: 0,
  }));
  const references = useMemo(() => refsOf(snapshot), [snapshot]);
  const items = useMemo(
    () => [...itemsOf(matrix, allStopped, chosen), ...sandboxes],
    [matrix, allStopped, chosen, sandboxes],
  );
  const stops = useMemo(
    () => [HOST, ...items.flatMap((item) => (isHeading(item) ? [] : item.key))],
    [items],
  );
  const { column: activeColumn } = focus;
  const activeRow = stops.includes(focus.row) ? focus.row : HOST;
  const activeItem = items.findIndex((item) => item.key === activeRow);
  const factor = projector ? LARGER : 1;
  const isTaught = useIsProjectedLesson();
  const rows = stops.length + foldedIn(items);
  const rowHeight = isTaught && rows <= FEW ? HIGH_ROW : rows > MANY ? LOW_ROW : ROW;
  const [name, cell] = isTaught ? [4.4, 3.05] : [9.75, 3.6];
  const columns = `minmax(${name}rem, 1.7fr) repeat(${shownTypes.length}, minmax(${cell}rem, 1fr))`;

  const heightAt = (index: number) => {
    const item = items[index];
    return item !== undefined && isHeading(item) ? HEADING : rowHeight;
  };
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightAt(index) * factor,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    // The row that the keys go to is not under the sign that there is more.
    scrollPaddingEnd: rowHeight * factor,
    // What holds the focus stays in the document wherever one scrolls.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = new Set(defaultRangeExtractor(range));
        if (activeItem >= 0) shown.add(activeItem);
        return [...shown].sort((a, b) => a - b);
      },
      [activeItem],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, factor, items]);

  // After a move by keyboard the cell that became active is in the document: give it the focus.
  useEffect(() => {
    const grid = scroller.current;
    if (grid === null || !isCell(document.activeElement) || !grid.contains(document.activeElement))
      return;
    cellAt(grid, { row: activeRow, column: activeColumn })?.focus({ preventScroll: true });
  }, [activeRow, activeColumn]);

  const before = useRef(stops);
  useKeptFocus(scroller, (gone) => {
    const row = rowBeside(focus.row, before.current, stops);
    const grid = scroller.current;
    return row === null || grid === null || !isCell(gone)
      ? null
      : cellAt(grid, { row, column: activeColumn });
  });
  useLayoutEffect(() => {
    before.current = stops;
  });

  const onKeyDown = (event: React.KeyboardEvent) => {
    const header = headerAt(event.target);
    const stroke = strokeOf(event);
    const { walk, choose: either, compare } = KEYS.everywhere;
    if (header !== null && actionOf(walk, stroke) === 'down') {
      event.preventDefault();
      cellAt(event.currentTarget, { row: HOST, column: header })?.focus();
    }
    if (!isCell(event.target)) return;
    if (actionOf({ ...either, ...compare }, stroke) !== null) {
      event.preventDefault();
      choose(event.target, event.shiftKey, chooseAgain);
      return;
    }
    const next = stepFrom(
      { row: activeRow, column: activeColumn },
      stroke,
      stops,
      shownTypes.length,
    );
    if (next === null) return;
    event.preventDefault();
    const index = items.findIndex((item) => item.key === next.row);
    if (index >= 0) virtualizer.scrollToIndex(index);
    setFocus(next);
  };
  /** A cell chooses its namespace, where it has one; a row's name the container; that of many opens them. */
  const choose = (target: EventTarget, also: boolean, one = select) => {
    const fold = rowAt(target);
    if (fold === STOPPED_KEY) return show({ allStopped: !allStopped });
    if (fold === SANDBOXES_KEY) return show({ sandboxes: allSandboxes ? 'folded' : 'all' });
    const namespace = target instanceof Element ? target.closest('[data-namespace]') : null;
    const ref = target instanceof Element ? target.closest('[data-container]') : null;
    const row = ref?.getAttribute('data-container') ?? null;
    const sandbox = sandboxAt(target);
    if (namespace !== null) {
      select(parseSelection(`namespace:${namespace.getAttribute('data-namespace') ?? ''}`));
    } else if (sandbox !== null) {
      one(parseSelection(`sandbox:${sandbox}`));
    } else if (row !== null) {
      if (also) select(alsoChosen(selection, row));
      else one({ kind: 'container', ref: row });
    }
  };

  const isThere = selection?.kind === 'namespace' && chosen.has(selection.id);
  const lit = pointed ?? (isThere ? selection.id : null);
  const drawn = allRows
    ? items.map((_, index) => ({ index, start: null }))
    : virtualizer.getVirtualItems();
  return (
    <div className="relative flex min-h-48 flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label={messages.matrix.table}
        aria-rowcount={items.length + 2}
        aria-colcount={shownTypes.length + 1}
        className="min-h-0 overflow-auto"
        onScroll={measure}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const row = rowAt(event.target);
          const column = event.target.getAttribute('data-column');
          if (row === null || column === null) return;
          setFocus((before) => {
            return { row, column: isOneCell(row) ? before.column : Number(column) };
          });
        }}
        onClick={(event) => choose(event.target, event.shiftKey)}
        onPointerOver={(event) => setPointed(namespaceAt(event.target))}
        onPointerLeave={() => setPointed(null)}
      >
        <MatrixHeader
          types={shownTypes}
          counts={matrix.counts}
          columns={columns}
          host={
            <HostRow
              snapshot={snapshot}
              types={shownTypes}
              columns={columns}
              height={rowHeight * factor}
              selected={chosen.has(HOST)}
              lit={lit}
              active={activeRow === HOST ? activeColumn : null}
            />
          }
        />
        <div
          ref={body}
          role="rowgroup"
          className="relative"
          style={allRows ? undefined : { height: virtualizer.getTotalSize() }}
        >
          {drawn.map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const place = { rowIndex: index + 3, top: start };
            if (isHeading(item)) {
              const words = headingWords(item, messages);
              return <Heading key={item.key} {...place} words={words} height={HEADING * factor} />;
            }
            const where = { ...place, height: rowHeight * factor };
            if (item.kind === 'stopped' || item.kind === 'sandboxes') {
              const fold = item.kind === 'stopped' ? item : item.fold;
              return (
                <FoldRow
                  key={item.key}
                  {...where}
                  row={item.key}
                  text={foldWords(item, messages)}
                  folded={fold?.folded ?? 0}
                  open={fold?.open === true}
                  span={shownTypes.length + 1}
                  inTabOrder={activeRow === item.key}
                />
              );
            }
            if (item.kind === 'sandbox') {
              return (
                <SandboxRow
                  key={item.key}
                  {...where}
                  row={item.row}
                  types={shownTypes}
                  columns={columns}
                  selected={item.key === chosenSandbox}
                  lit={lit}
                  active={activeRow === item.key ? activeColumn : null}
                />
              );
            }
            const { container } = item.row.node;
            return (
              <ContainerRow
                key={item.key}
                row={item.row}
                reference={references.get(containerKey(container)) ?? container.name}
                types={shownTypes}
                hostNamespaces={snapshot.host.namespaces}
                {...where}
                columns={columns}
                colour={tintOf(colours, container)}
                selected={chosen.has(containerKey(container))}
                lit={lit !== null && Object.values(container.namespaces).includes(lit) ? lit : null}
                active={activeRow === containerKey(container) ? activeColumn : null}
                messages={messages}
              />
            );
          })}
        </div>
      </div>
      <ThereIsMore overflow={overflow} />
      <GoneRows
        snapshot={snapshot}
        types={shownTypes}
        columns={columns}
        height={rowHeight * factor}
      />
    </div>
  );
}

/** The row of what is selected; what has none leaves it to the first. */
function firstOf(chosen: ReadonlySet<string>): string {
  return [...chosen][0] ?? HOST;
}

function namespaceAt(target: EventTarget): NamespaceId | null {
  const cell = target instanceof Element ? target.closest('[data-namespace]') : null;
  const found =
    cell === null ? null : parseSelection(`namespace:${cell.getAttribute('data-namespace') ?? ''}`);
  return found?.kind === 'namespace' ? found.id : null;
}
