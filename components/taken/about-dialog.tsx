import { useEffect, useRef } from 'react';
import { useLanguage } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { DialogProps } from '@components/ui/dialog-button';
import { useTakenWords } from './words';

/** What this page is, what it shows, and what is not in it. */
export function AboutDialog({ onClose }: DialogProps) {
  const words = useTakenWords();
  const language = useLanguage();
  const recording = useNsview((store) => store.recording);
  const machine = useNsview((store) => store.snapshot?.host.hostname ?? '');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      className="m-auto w-[min(34rem,94vw)] rounded-xl border border-line-strong bg-surface p-6 leading-relaxed text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        // Beside the dialog is its backdrop.
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{words.title}</h2>
        <button
          type="button"
          className="rounded-md border border-line px-3 py-1 text-sm hover:bg-raised"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </div>
      {recording !== null && (
        <p className="mb-2">
          {words.recorded(machine, format.format(new Date(recording.startedAt)))}
        </p>
      )}
      <p className="mb-2">{words.alone}</p>
      <p className="text-dim">{words.without}</p>
    </dialog>
  );
}
