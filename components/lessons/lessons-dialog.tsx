import { useEffect, useRef } from 'react';
import { LeftBehind } from '../lab/left-behind';
import { useAllMessages } from '../store/messages';
import type { DialogProps } from '../ui/dialog-button';
import { EngineNeeded } from './engine-needed';
import { LessonList } from './lesson-list';

/** What there is to be learnt. It opens as soon as it is there. */
export function LessonsDialog({ onClose }: DialogProps) {
  const { lessons } = useAllMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-label={lessons.title}
      className="m-auto max-h-[94vh] w-[min(44rem,96vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-5 text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className="mb-1 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{lessons.title}</h2>
        <button
          type="button"
          className="rounded-md border border-line px-3 py-1 text-sm hover:bg-raised"
          onClick={close}
        >
          {lessons.close}
        </button>
      </div>
      <div className="mb-4 flex flex-col gap-2">
        <p className="text-dim">{lessons.what}</p>
        <EngineNeeded />
      </div>
      <LeftBehind />
      <LessonList onChosen={close} />
    </dialog>
  );
}
