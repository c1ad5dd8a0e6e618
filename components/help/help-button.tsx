import { CircleHelp } from 'lucide-react';
import { DialogButton } from '../ui/dialog-button';
import { KEYS } from '@lib/keys/keys';
import { Part } from '../parts/part';
import { useMessages } from '../store/messages';

const DIALOG = new Part(async () => (await import('./help-dialog')).HelpDialog);

/** Leads to every key, and to how the pictures are read. */
export function HelpButton() {
  const { help } = useMessages();
  return (
    <DialogButton part={DIALOG} label={help.open} strokes={KEYS.everywhere.help}>
      <CircleHelp size="1.21rem" aria-hidden />
    </DialogButton>
  );
}
