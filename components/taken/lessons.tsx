import { Unplug } from 'lucide-react';
import { Part } from '@components/parts/part';
import { useNsview } from '@components/store/store';
import { Button } from '@components/ui/button';
import { DialogButton } from '@components/ui/dialog-button';
import { KEYS } from '@lib/keys/keys';
import { AboutDialog } from './about-dialog';
import { useTakenWords } from './words';

const ABOUT = new Part(() => Promise.resolve(AboutDialog));

/** In the place of what leads to lessons (`#lessons`): why there are none, and what this page is. */
export function LessonsButton() {
  const { button } = useTakenWords();
  return (
    <DialogButton part={ABOUT} label={button} strokes={KEYS.everywhere.lessons}>
      <Unplug size="1.14rem" aria-hidden />
    </DialogButton>
  );
}

/** In the place of the lesson that the address names. */
export const LESSON = new Part(() => Promise.resolve(NoLesson));

function NoLesson() {
  const { noLesson, leaveLesson } = useTakenWords();
  const show = useNsview((store) => store.show);
  return (
    <aside
      aria-label={noLesson}
      className="flex shrink-0 flex-col items-start gap-3 border-b border-line bg-surface p-4 lg:w-(--panel) lg:border-r lg:border-b-0"
    >
      <p>{noLesson}</p>
      <Button onClick={() => show({ lesson: null, step: 1 })}>{leaveLesson}</Button>
    </aside>
  );
}
