import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { leftBy, namesIn } from '@lib/lab/left';
import type { LabThings } from '@lib/lab/state';
import { useAllMessages } from '../store/messages';
import { guardWayOut, type WaysOn } from '../store/way-out';
import { Button } from '../ui/button';
import { useCleaning } from './cleaning';
import { CleaningTold } from './cleaning-told';
import { refreshLab, isThereALab } from './lab';
import { Things } from './things';

/** Somebody is about to leave a lesson that has made something here. */
interface Leaving {
  lesson: string;
  left: LabThings;
  /** Leaves it. */
  go: () => void;
  /** What there is to do where it is not left. */
  stay: () => void;
}

/** How the question is closed by who leaves; by any other way, one stays. */
const LEFT = 'left';

const useLeaving = create<{ leaving: Leaving | null }>()(() => ({ leaving: null }));

/** Leaves a lesson; where it has made something here, it is asked first what becomes of that. */
export function leaveLesson(
  lesson: string | null,
  go: () => void,
  stay: () => void = () => undefined,
): void {
  if (lesson === null || !isThereALab()) return go();
  void refreshLab().then((state) => {
    const left = state === null ? null : leftBy(state.left, lesson);
    if (left === null || namesIn(left).length === 0) go();
    else useLeaving.setState({ leaving: { lesson, left, go, stay } });
  });
}

/** The same by the browser's Back. @returns false: there is nothing to ask */
function leaveByBack(lesson: string, { leave, stay }: WaysOn): boolean {
  if (!isThereALab()) return false;
  leaveLesson(lesson, leave, stay);
  return true;
}

/** The question that is asked then. */
export function LeavingDialog() {
  const leaving = useLeaving((store) => store.leaving);
  useEffect(() => guardWayOut(leaveByBack), []);
  return leaving === null ? null : <Question {...leaving} />;
}

function Question({ lesson, left, go, stay }: Leaving) {
  const { labPage } = useAllMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const { cleaning, remove } = useCleaning([lesson]);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  const leave = () => {
    dialog.current?.close(LEFT);
    // What goes with the lesson is not told any more that it was closed.
    useLeaving.setState({ leaving: null });
    go();
  };
  const isAway = cleaning.is === 'removing';
  return (
    <dialog
      ref={dialog}
      aria-labelledby="leaving"
      data-leaving={lesson}
      className="m-auto max-h-[94vh] w-[min(36rem,96vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-5 text-text shadow-2xl backdrop:bg-black/50"
      onClose={({ currentTarget }) => {
        useLeaving.setState({ leaving: null });
        if (currentTarget.returnValue !== LEFT) stay();
      }}
    >
      <h2 id="leaving" className="mb-2 text-lg font-bold">
        {labPage.leaving}
      </h2>
      <p>{labPage.leavingWhat}</p>
      <Things left={left} />
      <CleaningTold cleaning={cleaning} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          main
          autoFocus
          data-leave="remove"
          aria-disabled={isAway}
          onClick={() => {
            if (isAway) return;
            void remove().then((isGone) => {
              if (isGone) leave();
            });
          }}
        >
          {labPage.removeAndLeave}
        </Button>
        <Button data-leave="keep" onClick={leave}>
          {labPage.keepAndLeave}
        </Button>
        <Button data-leave="stay" onClick={close}>
          {labPage.stay}
        </Button>
      </div>
    </dialog>
  );
}
