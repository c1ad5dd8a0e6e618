import { useRef, useState } from 'react';
import { Search } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { Fetched } from '../ui/fetched';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';

const PANEL = new Part(withAllMessages(async () => (await import('./search-panel')).SearchPanel));

/** The button of the header, and the dialog that it, `/` or Ctrl-K opens. */
export function SearchDialog() {
  const { shell } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Counts how often it was opened: each time, nothing has been typed yet. Null while it is closed. */
  const [opened, setOpened] = useState<number | null>(null);
  const times = useRef(0);
  /** What was typed while the field was on its way; Enter is a line's end. */
  const [typed, setTyped] = useState('');
  const show = () => {
    if (dialog.current?.open === true) return;
    dialog.current?.showModal();
    times.current += 1;
    setTyped('');
    setOpened(times.current);
  };
  useShortcuts(KEYS.everywhere.search, { open: show });
  return (
    <>
      <button
        type="button"
        title={shell.search}
        aria-label={shell.search}
        className="flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-dim hover:bg-raised hover:text-text"
        onClick={show}
      >
        <Search size="1.07rem" aria-hidden />
        <kbd aria-hidden className="font-mono text-xs in-data-projector:hidden">
          /
        </kbd>
      </button>
      <dialog
        ref={dialog}
        aria-label={shell.searchLabel}
        className="mx-auto mt-[9vh] max-h-[75vh] w-[min(46rem,92vw)] overflow-hidden rounded-xl border border-line-strong bg-surface p-0 text-text shadow-2xl backdrop:bg-black/50"
        onClose={(event) => {
          // It is told a moment later: it may be open again.
          if (!event.currentTarget.open) setOpened(null);
        }}
        onKeyDown={({ target, key, ctrlKey, metaKey }) => {
          if (target !== dialog.current || ctrlKey || metaKey) return;
          if (key.length === 1) setTyped((now) => now + key);
          else if (key === 'Enter') setTyped((now) => now + '\n');
          else if (key === 'Backspace') setTyped((now) => now.slice(0, -1));
        }}
        onClick={(event) => {
          // Beside the dialog is its backdrop.
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        {opened !== null && (
          <Fetched part={PANEL}>
            {(SearchPanel) => (
              <SearchPanel key={opened} typed={typed} onDone={() => dialog.current?.close()} />
            )}
          </Fetched>
        )}
      </dialog>
    </>
  );
}
