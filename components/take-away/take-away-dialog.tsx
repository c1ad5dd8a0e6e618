import { useEffect, useRef, useState } from 'react';
import type { Size } from '@lib/layout/geometry';
import { Dialog } from '../ui/dialog';
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
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [size, setSize] = useState<Size | null>(
    () => usePictureChoice.getState().size ?? canvasSize(),
  );
  const ways = useRef<HTMLDivElement>(null);
  useEffect(() => ways.current?.querySelector('button')?.focus(), []);
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      ref={dialog}
      title={words.title}
      close={words.close}
      className="w-[min(50rem,96vw)] p-6"
      onClose={onClose}
    >
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
    </Dialog>
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
