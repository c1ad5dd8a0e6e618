import { useRef } from 'react';
import { LeftBehind } from '../lab/left-behind';
import { useAllMessages } from '../store/messages';
import { Dialog } from '../ui/dialog';
import type { DialogProps } from '../ui/dialog-button';
import { EngineNeeded } from './engine-needed';
import { LessonList } from './lesson-list';

/** What there is to be learnt. It opens as soon as it is there. */
export function LessonsDialog({ onClose }: DialogProps) {
  const { lessons } = useAllMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      ref={dialog}
      title={lessons.title}
      close={lessons.close}
      className="w-[min(44rem,96vw)] p-5"
      onClose={onClose}
    >
      <div className="mb-4 flex flex-col gap-2">
        <p className="text-dim">{lessons.what}</p>
        <EngineNeeded />
      </div>
      <LeftBehind />
      <LessonList onChosen={() => dialog.current?.close()} />
    </Dialog>
  );
}
