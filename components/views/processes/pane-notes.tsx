import { useAllMessages } from '../../store/messages';
import { ReaderAdvice } from './reader-advice';
import { useListState } from './use-process-list';

interface PaneNotesProps {
  /** How many a filter hides. */
  hidden: number;
  /** How many are no concern of a lesson. */
  others: number;
  /** How many could not be placed. */
  unplaced: number;
}

/** What a pane does not list: counted, with the reason, and the way to have it. */
export function PaneNotes({ hidden, others, unplaced }: PaneNotesProps) {
  const { kernel, processes, processList } = useAllMessages();
  const [, change] = useListState();
  return (
    <div className="text-xs">
      {others > 0 && (
        <p data-others={others} className="border-t border-line px-3.5 py-2 text-dim">
          {kernel.others(others)}
        </p>
      )}
      {hidden > 0 && (
        <p
          data-hidden-count={hidden}
          className="flex flex-wrap gap-x-2 border-t border-line px-3.5 py-2 text-dim"
        >
          {processList.hidden(hidden)}
          <button
            type="button"
            className="cursor-pointer rounded underline underline-offset-2 hover:text-text"
            onClick={() => change({ match: '' })}
          >
            {processList.showAll}
          </button>
        </p>
      )}
      {unplaced > 0 && (
        <div className="flex flex-col items-start gap-1.5 border-t border-line px-3.5 py-2">
          <p className="text-warn">{processes.unplaced(unplaced)}</p>
          <ReaderAdvice />
        </div>
      )}
    </div>
  );
}
