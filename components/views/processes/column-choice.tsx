import { ChevronDown, Columns3 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { COLUMNS, USAGE_COLUMNS, type Column } from '@lib/view-state/process-columns';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { useListState } from './use-process-list';

/** What is ticked first when a person begins to choose. */
const AT_FIRST: readonly Column[] = ['pid', 'user', 'command'];

/** Opens the choice of columns. It closes when the focus leaves it, by Escape, or by a click elsewhere. */
export function ColumnChoice() {
  const words = useAllMessages().processList;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('pointerdown', press);
    return () => window.removeEventListener('pointerdown', press);
  }, [open]);
  return (
    <div
      ref={box}
      className="relative"
      onBlur={(event) => {
        const { relatedTarget } = event;
        if (relatedTarget !== null && !event.currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className="flex cursor-pointer items-center gap-1.5 rounded-lg border border-line px-2.5 py-1 hover:border-line-strong hover:text-text"
        onClick={() => setOpen(!open)}
      >
        <Columns3 aria-hidden className="size-3.5" />
        {words.columns}
        <ChevronDown aria-hidden className="size-3.5" />
      </button>
      <div
        id={id}
        hidden={!open}
        className="absolute top-full left-0 z-30 mt-1 w-max rounded-lg border border-line-strong bg-surface p-3 text-text shadow-xl"
      >
        <Boxes />
      </div>
    </div>
  );
}

function Boxes() {
  const words = useAllMessages().processList;
  const recorded = useNsview((store) => store.recording !== null);
  const [{ columns }, change] = useListState();
  const ticked = columns ?? AT_FIRST;
  const choose = (column: Column, on: boolean) => {
    const next = COLUMNS.filter((each) => (each === column ? on : ticked.includes(each)));
    change({ columns: next.length > 0 ? next : null });
  };
  return (
    <div role="group" aria-label={words.columns} className="flex flex-col gap-1.5">
      <label className="flex items-center gap-2 border-b border-line pb-2">
        <input
          type="checkbox"
          checked={columns === null}
          onChange={(event) => change({ columns: event.target.checked ? null : AT_FIRST })}
        />
        {words.columnsByRoom}
      </label>
      {COLUMNS.map((column) => {
        const missing = recorded && USAGE_COLUMNS.includes(column);
        return (
          <label key={column} className="flex items-center gap-2">
            <input
              type="checkbox"
              name={column}
              disabled={missing}
              checked={columns !== null && columns.includes(column)}
              onChange={(event) => choose(column, event.target.checked)}
            />
            {words.columnNames[column]}
            {missing && <span className="text-xs text-dim">({words.notRecorded})</span>}
          </label>
        );
      })}
    </div>
  );
}
