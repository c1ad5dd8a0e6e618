import { Search } from 'lucide-react';
import { useState } from 'react';
import { LONGEST_MATCH, parsePid } from '@lib/view-state/process-list-state';
import { useAllMessages } from '../../store/messages';
import { ColumnChoice } from './column-choice';
import { useListState } from './use-process-list';

const SEGMENT =
  'cursor-pointer rounded-md px-2.5 py-0.5 text-dim hover:text-text aria-pressed:bg-selected aria-pressed:font-semibold aria-pressed:text-text';
const FIELD =
  'rounded-lg border border-line bg-surface py-1 text-text placeholder:text-dim hover:border-line-strong';

/** Flat or tree, the filter, the columns, and the number that one asks for. */
export function ListOptions() {
  const words = useAllMessages().processList;
  const [{ tree, folded, match }, change] = useListState();
  return (
    <div
      role="group"
      aria-label={words.options}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-dim"
    >
      <span
        role="group"
        aria-label={words.arrangement}
        className="flex rounded-lg border border-line p-0.5"
      >
        {[false, true].map((each) => (
          <button
            key={String(each)}
            type="button"
            aria-pressed={tree === each}
            className={SEGMENT}
            onClick={() => change({ tree: each })}
          >
            {each ? words.tree : words.flat}
          </button>
        ))}
      </span>
      {tree && folded.length > 0 && (
        <button
          type="button"
          className="cursor-pointer rounded underline underline-offset-2 hover:text-text"
          onClick={() => change({ folded: [] })}
        >
          {words.unfoldAll(folded.length)}
        </button>
      )}
      <span className="relative flex items-center">
        <Search aria-hidden className="pointer-events-none absolute left-2.5 size-3.5" />
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filterPlaceholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_MATCH}
          value={match}
          className={`${FIELD} w-[clamp(9rem,17vw,16rem)] pr-2 pl-8`}
          // A filter looks into what was folded away as well.
          onChange={(event) => change({ match: event.target.value, folded: [] })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && match !== '') change({ match: '' });
          }}
        />
      </span>
      <ColumnChoice />
      <NumberField />
    </div>
  );
}

/** A number, to see who has it. */
function NumberField() {
  const words = useAllMessages().processList.number;
  const [{ number }, change] = useListState();
  const [text, setText] = useState(number === null ? '' : String(number));
  const [known, setKnown] = useState(number);
  // It was asked for elsewhere, or closed.
  if (known !== number) {
    setKnown(number);
    if (number !== parsePid(text)) setText(number === null ? '' : String(number));
  }
  return (
    <label className="flex items-center gap-2" title={words.title}>
      {words.label}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        value={text}
        className={`${FIELD} w-20 px-2.5 font-mono`}
        onChange={(event) => {
          const typed = event.target.value.replace(/\D/g, '');
          setText(typed);
          change({ number: parsePid(typed) });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') change({ number: null });
        }}
      />
    </label>
  );
}
