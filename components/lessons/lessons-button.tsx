import { GraduationCap } from 'lucide-react';
import { KEYS } from '@lib/keys/keys';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';
import { DialogButton } from '../ui/dialog-button';

const DIALOG = new Part(
  withAllMessages(async () => (await import('./lessons-dialog')).LessonsDialog),
);

/** Leads to the list of lessons. */
export function LessonsButton() {
  const { shell } = useMessages();
  return (
    <DialogButton part={DIALOG} label={shell.lessons} strokes={KEYS.everywhere.lessons}>
      <GraduationCap size="1.21rem" aria-hidden />
    </DialogButton>
  );
}
