import { ListFilter } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { KEYS } from '@lib/keys/keys';
import { useShortcuts } from '../canvas/use-shortcuts';
import { Fetched } from '../ui/fetched';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';

const FORM = new Part(withAllMessages(async () => (await import('./filter-form')).FilterForm));

const WIDTH = 'min(26rem, 100vw - 1rem)';

/** The button of the header, and the panel that it or `f` opens: what is shown, what is not. */
export function FilterPanel() {
  const { filters } = useMessages();
  const hidden = useShown()?.hidden ?? [];
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  /** What was typed while the field was on its way. */
  const [typed, setTyped] = useState('');
  const show = useNsview((store) => store.show);
  useShortcuts(KEYS.everywhere.filter, {
    open: () => {
      setTyped('');
      panel.current?.showPopover();
      // Until there is a field in it, what is typed is for the field all the same.
      panel.current?.focus();
    },
  });

  // nsview's own reader is hidden without anybody having asked for it.
  const on = hidden.filter(({ filter }) => filter !== 'own').length;
  const label = on === 0 ? filters.open : `${filters.open}: ${filters.on(on)}`;
  const place = () => {
    const box = button.current?.getBoundingClientRect();
    const style = panel.current?.style;
    if (box === undefined || style === undefined) return;
    // Where the header takes most of a small window, or is scrolled away, the panel covers what it must.
    const top = Math.max(8, Math.min(box.bottom + 6, window.innerHeight / 3));
    style.top = `${top}px`;
    // Under the button where there is room, and never over the edge.
    style.right = `max(0.5rem, min(${window.innerWidth - box.right}px, 100vw - ${WIDTH} - 0.5rem))`;
    style.width = WIDTH;
    style.maxHeight = `${window.innerHeight - top - 8}px`;
  };
  const close = () => {
    panel.current?.hidePopover();
    // Opened by key, nothing else had the focus that could have it back.
    const { activeElement } = document;
    const lost = activeElement === document.body || panel.current?.contains(activeElement) === true;
    if (lost) button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const fieldless = panel.current?.querySelector('input') === null;
    if (fieldless && event.target === panel.current && !ctrlKey && !metaKey && !altKey) {
      if (key.length === 1) setTyped((now) => now + key);
      else if (key === 'Backspace') setTyped((now) => now.slice(0, -1));
      else if (key === 'Enter') show({ query: typed });
      // It is no shortcut, then.
      if (key !== 'Tab') event.preventDefault();
    }
    if (key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Elsewhere Escape gives up the selection.
    event.preventDefault();
    close();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        title={label}
        aria-label={label}
        aria-expanded={open}
        className={`flex h-8 items-center gap-1.5 rounded-lg px-2 hover:bg-raised hover:text-text ${on === 0 ? 'text-dim' : 'bg-selected text-text'}`}
      >
        <ListFilter size="1.21rem" aria-hidden />
        {on > 0 && (
          <span aria-hidden className="text-xs font-semibold">
            {on}
          </span>
        )}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        tabIndex={-1}
        role="dialog"
        aria-label={filters.title}
        className="fixed inset-auto m-0 overflow-y-auto rounded-xl border border-line-strong bg-surface p-4 text-text shadow-2xl outline-none"
        onBeforeToggle={(event) => {
          if (event.newState === 'open') place();
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open && (
          <Fetched part={FORM}>
            {(FilterForm) => <FilterForm typed={typed} onClose={close} />}
          </Fetched>
        )}
      </div>
    </>
  );
}
