import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Search } from 'lucide-react';
import { parseQuery } from '@lib/query/query';
import { searchResults } from '@lib/search/results';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';
import { entriesOf, type Entry } from './entries';
import { useInsideHits } from './inside-hits';
import { ResultList } from './result-list';

/** Listed of each kind. */
const AT_MOST = 7;

interface SearchPanelProps {
  /** What is in the field at first; after it a line's end, where Enter was pressed already. */
  typed: string;
  onDone: () => void;
}

/** Where one types what is looked for, and what is found. */
export function SearchPanel({ typed, onDone }: SearchPanelProps) {
  const messages = useAllMessages();
  const { filtering, search, shell } = messages;
  const shown = useShown();
  const snapshot = shown?.whole ?? null;
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  const tell = useNsview((store) => store.tell);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const revealProcess = useNsview((store) => store.revealProcess);
  const [line = '', ...entered] = typed.split('\n');
  const [text, setText] = useState(line);
  const isEntered = useRef(entered.length > 0);
  const [active, setActive] = useState(0);
  const id = useId();
  const query = useMemo(() => parseQuery(text), [text]);
  const { hits, waiting } = useInsideHits(snapshot, text);
  const results = useMemo(
    () => (snapshot === null ? null : searchResults(snapshot, query, hits, AT_MOST)),
    [snapshot, query, hits],
  );
  const entries = useMemo(
    () =>
      shown === null || results === null ? [] : entriesOf(shown, results, viewState, messages),
    [shown, results, viewState, messages],
  );
  const current = entries[Math.min(active, entries.length - 1)];

  const choose = (entry: Entry) => {
    show(entry.goTo);
    if (entry.hidden) tell(filtering.broughtBack(entry.name));
    if (entry.process !== null) {
      hoverProcess(entry.process);
      revealProcess(entry.process, null);
    }
    onDone();
  };
  useEffect(() => {
    if (!isEntered.current || current === undefined) return;
    isEntered.current = false;
    choose(current);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setActive(
        (now) => (Math.min(now, entries.length - 1) + step + entries.length) % entries.length,
      );
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      choose(current);
    }
  };
  return (
    <div className="flex max-h-[75vh] flex-col">
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size="1.29rem" aria-hidden className="shrink-0 text-dim" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={shell.searchLabel}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={search.placeholder}
          value={text}
          onChange={(event) => {
            isEntered.current = false;
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent py-3.5 text-base outline-none placeholder:text-dim"
        />
      </div>
      {query.problems.map(({ term, expected }) => (
        <p key={term} role="status" className="border-b border-line px-4 py-2 text-sm text-warn">
          {search.problem(term, expected)}
        </p>
      ))}
      <ResultList
        id={id}
        entries={entries}
        results={results}
        current={current?.key ?? null}
        onChoose={choose}
      />
      {text.trim() !== '' && (waiting || entries.length === 0) && (
        <p role="status" className="px-4 py-3 text-dim">
          {waiting ? search.looking : search.none}
        </p>
      )}
      <p className="shrink-0 border-t border-line px-4 py-2.5 text-xs leading-relaxed text-dim">
        {search.hint}
      </p>
    </div>
  );
}
