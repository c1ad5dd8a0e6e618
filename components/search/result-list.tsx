import { useEffect, useRef } from 'react';
import type { SearchResults } from '@lib/search/results';
import { useAllMessages } from '../store/messages';
import { HiddenHit } from '../filters/hidden-hit';
import type { Entry } from './entries';

interface ResultListProps {
  id: string;
  entries: readonly Entry[];
  results: SearchResults | null;
  /** The key of the line that Enter chooses. */
  current: string | null;
  onChoose: (entry: Entry) => void;
}

/** What was found, by kind; the one line that Enter would choose is marked. */
export function ResultList({ id, entries, results, current, onChoose }: ResultListProps) {
  const { search } = useAllMessages();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={search.found(entries.length)}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      {results?.order.map((kind) => {
        const lines = entries.filter((entry) => entry.kind === kind);
        if (lines.length === 0) return null;
        const { more } = results[kind];
        return (
          <div key={kind} role="group" aria-label={search[kind]} className="py-1.5">
            <p
              aria-hidden
              className="px-4 py-1 text-xs font-semibold tracking-wider text-dim uppercase"
            >
              {search[kind]}
            </p>
            {lines.map((entry) => (
              <div
                key={entry.key}
                id={`${id}-${entry.key}`}
                role="option"
                aria-selected={entry.key === current}
                data-result={entry.name}
                className="flex cursor-pointer items-baseline justify-between gap-4 px-4 py-1.5 hover:bg-raised aria-selected:bg-selected"
                onClick={() => onChoose(entry)}
              >
                <span
                  className={`truncate ${kind === 'containers' ? 'font-semibold' : 'font-mono text-sm'}`}
                >
                  {entry.name}
                </span>
                <span className="flex shrink-0 items-baseline gap-2 text-xs text-dim">
                  {entry.hidden && <HiddenHit />}
                  {entry.at === null
                    ? entry.detail
                    : search.process(entry.at.pid, entry.at.container)}
                </span>
              </div>
            ))}
            {more > 0 && <p className="px-4 py-1 text-xs text-dim">{search.more(more)}</p>}
          </div>
        );
      })}
    </div>
  );
}
