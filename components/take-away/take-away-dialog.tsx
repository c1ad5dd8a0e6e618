import { useEffect, useRef, useState } from 'react';
import type { Size } from '@lib/layout/geometry';
import type { DialogProps } from '../ui/dialog-button';
import { useTheme } from '../store/theme';
import { useLanguage, useAllMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';
import type { Shown } from './make-files';
import { Told, type Outcome } from './outcome';
import { canvasSize, usePictureChoice } from './picture-choice';
import { PictureForm } from './picture-form';
import { Ways } from './ways';

/** What is shown, as files, on the clipboard and as a link. It opens as soon as it is there. */
export function TakeAwayDialog({ onClose }: DialogProps) {
  const { takeAway: words } = useAllMessages();
  const shown = useShown();
  const dialog = useRef<HTMLDialogElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [size, setSize] = useState<Size | null>(
    () => usePictureChoice.getState().size ?? canvasSize(),
  );
  const ways = useRef<HTMLDivElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    ways.current?.querySelector('button')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      className="m-auto max-h-[96vh] w-[min(50rem,96vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-6 text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        // Beside the dialog is its backdrop.
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="mb-1 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{words.title}</h2>
        <button
          type="button"
          className="rounded-md border border-line px-3 py-1 text-sm hover:bg-raised"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </div>
      <p className="mb-3 text-sm text-dim">{shown === null ? words.nothingYet : words.lead}</p>
      {shown !== null && (
        <>
          <PictureForm onSize={setSize} />
          <div ref={ways}>
            <Ways shown={shown} size={size} onOutcome={setOutcome} />
          </div>
        </>
      )}
      <Told outcome={outcome} />
    </dialog>
  );
}

/** What is on the screen, with nothing left to be decided by the browser; null before the first reading. */
function useShown(): Shown | null {
  const view = useView();
  const theme = useTheme();
  const language = useLanguage();
  const snapshot = useNsview((store) => store.snapshot);
  const viewState = useNsview((store) => store.viewState);
  return snapshot === null
    ? null
    : { snapshot, viewState: { ...viewState, view }, theme, language };
}
