import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import { nextSort } from '@lib/process-list/column-choice';
import type { Column } from '@lib/view-state/process-columns';
import { useAllMessages } from '../../store/messages';
import { ROW } from './process-row';
import { ALIGNED } from './row-cells';
import { useListState } from './use-process-list';

interface GridHeaderProps {
  columns: readonly Column[];
  template: string;
  height: number;
  /** Gives the focus back to the rows. */
  onLeave: () => void;
}

/** The names of the columns; pressed, rows go by that one. One of them is in the tab order. */
export function GridHeader({ columns, template, height, onLeave }: GridHeaderProps) {
  const messages = useAllMessages().processes;
  const [{ sort }, change] = useListState();
  const [reached, setReached] = useState<Column>(sort.column);
  const stop = columns.includes(reached) ? reached : columns[0];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === event.target);
    const stroke = strokeOf(event);
    const step = actionOf(KEYS.everywhere.walk, stroke);
    const edge = actionOf(KEYS.processes.edges, stroke);
    const go = (to: number) => buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
    if (step === 'down') onLeave();
    else if (step === 'left') go(at - 1);
    else if (step === 'right') go(at + 1);
    else if (edge !== null) go(edge === 'first' ? 0 : buttons.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="rowgroup"
      className="sticky top-0 z-10 border-b border-line bg-surface text-xs text-dim"
    >
      <div
        role="row"
        className={`${ROW} items-center`}
        style={{ gridTemplateColumns: template, height }}
        onKeyDown={onKeyDown}
      >
        {columns.map((column) => {
          const sorted = sort.column === column;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <span
              key={column}
              role="columnheader"
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={`min-w-0 ${ALIGNED[column] ?? ''}`}
            >
              <button
                type="button"
                tabIndex={column === stop ? 0 : -1}
                title={messages.columnTitles[column]}
                data-sort={column}
                className="inline-flex max-w-full cursor-pointer items-center rounded whitespace-nowrap hover:text-text hover:underline"
                onFocus={() => setReached(column)}
                onClick={() => change({ sort: nextSort(column, sort) })}
              >
                {messages.columns[column]}
                {sorted && <Arrow aria-hidden className="size-3 shrink-0" />}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
