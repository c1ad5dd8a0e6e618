import { CircleHelp } from 'lucide-react';
import { DialogButton } from '../ui/dialog-button';
import { KEYS } from '@lib/keys/keys';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';

const DIALOG = new Part(withAllMessages(async () => (await import('./help-dialog')).HelpDialog));

/** Leads to every key, and to how the pictures are read. */
export function HelpButton() {
  const { shell } = useMessages();
  return (
    <DialogButton part={DIALOG} label={shell.help} strokes={KEYS.everywhere.help}>
      <CircleHelp size="1.21rem" aria-hidden />
    </DialogButton>
  );
}
