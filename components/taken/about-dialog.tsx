import { useRef } from 'react';
import { useLanguage } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { Dialog } from '@components/ui/dialog';
import type { DialogProps } from '@components/ui/dialog-button';
import { useTakenWords } from './words';

/** What this page is, what it shows, and what is not in it. */
export function AboutDialog({ onClose }: DialogProps) {
  const words = useTakenWords();
  const language = useLanguage();
  const recording = useNsview((store) => store.recording);
  const machine = useNsview((store) => store.snapshot?.host.hostname ?? '');
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      ref={dialog}
      title={words.title}
      close={words.close}
      className="w-[min(34rem,94vw)] p-6 leading-relaxed"
      onClose={onClose}
    >
      {recording !== null && (
        <p className="mb-2">
          {words.recorded(machine, format.format(new Date(recording.startedAt)))}
        </p>
      )}
      <p className="mb-2">{words.alone}</p>
      <p className="text-dim">{words.without}</p>
    </Dialog>
  );
}
