import { Download } from 'lucide-react';
import { DialogButton } from '../ui/dialog-button';
import { KEYS } from '@lib/keys/keys';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';

const DIALOG = new Part(
  withAllMessages(async () => (await import('./take-away-dialog')).TakeAwayDialog),
);

/** Leads to what is shown as files and as a link. */
export function TakeAwayButton() {
  const { shell } = useMessages();
  return (
    <DialogButton part={DIALOG} label={shell.takeAway} strokes={KEYS.everywhere.takeAway}>
      <Download size="1.14rem" aria-hidden />
    </DialogButton>
  );
}
