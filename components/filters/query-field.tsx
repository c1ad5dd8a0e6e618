import { useEffect, useId, useState } from 'react';
import { parseQuery } from '@lib/query/query';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Milliseconds of rest after which what was typed counts. */
const REST = 250;

/**
 * The query of the filter, in the words of the search.
 *
 * @param first what was typed before there was a field
 */
export function QueryField({ typed: first }: { typed: string }) {
  const { filtering, search } = useAllMessages();
  const query = useNsview((store) => store.viewState.query);
  const show = useNsview((store) => store.show);
  const [typed, setTyped] = useState({ text: query + first, of: query });
  // Changed elsewhere, as by Back.
  if (typed.of !== query) setTyped({ text: query, of: query });
  const { text } = typed;
  const id = useId();
  const apply = (asked: string) => {
    setTyped({ text: asked, of: asked });
    show({ query: asked });
  };
  useEffect(() => {
    if (text === query) return;
    const timer = setTimeout(() => {
      setTyped({ text, of: text });
      show({ query: text });
    }, REST);
    return () => clearTimeout(timer);
  }, [text, query, show]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply(text);
      }}
    >
      <label htmlFor={id} className="mb-1 block text-xs text-dim">
        {filtering.query}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          autoFocus
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={filtering.queryHint}
          value={text}
          onChange={(event) => setTyped({ text: event.target.value, of: query })}
          className="min-w-0 flex-1 rounded-md border border-line-strong bg-ground px-2.5 py-1.5 text-sm placeholder:text-dim"
        />
        {text !== '' && (
          <button
            type="button"
            className="cursor-pointer rounded px-1 text-sm text-dim underline underline-offset-3 hover:text-text"
            onClick={() => apply('')}
          >
            {filtering.clearQuery}
          </button>
        )}
      </div>
      {parseQuery(text).problems.map(({ term, expected }) => (
        <p key={term} role="status" className="mt-1 text-xs text-warn">
          {search.problem(term, expected)}
        </p>
      ))}
    </form>
  );
}
