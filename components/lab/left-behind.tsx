import { useEffect } from 'react';
import { leftByOthers, namesIn } from '@lib/lab/left';
import type { LabState } from '@lib/lab/state';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { useCleaning } from './cleaning';
import { CleaningTold } from './cleaning-told';
import { refreshLab, useLabState } from './lab';
import { Things } from './things';

/** What lessons have made that nobody follows now, be it that they were left or broken off, and a way to remove it. */
export function LeftBehind() {
  useEffect(() => void refreshLab(), []);
  const state = useLabState();
  return state === null ? null : <Offer state={state} />;
}

function Offer({ state }: { state: LabState }) {
  const { labPage } = useAllMessages();
  const followed = useNsview(({ viewState }) => viewState.lesson);
  const left = leftByOthers(state.left, followed);
  const { containers, images, networks, volumes } = left;
  const lessons = [...containers, ...images, ...networks, ...volumes].map(({ lesson }) => lesson);
  const { cleaning, remove } = useCleaning(followed === null ? null : [...new Set(lessons)]);
  const isLeft = namesIn(left).length > 0;
  if (!isLeft && cleaning.is === 'idle') return null;
  return (
    <section data-left-behind className="mb-4 rounded-lg border border-warn bg-raised p-3">
      {isLeft && (
        <>
          <p className="font-semibold">{labPage.left}</p>
          <Things left={left} />
          <Button
            main
            aria-disabled={cleaning.is === 'removing'}
            onClick={() => {
              if (cleaning.is !== 'removing') void remove();
            }}
          >
            {labPage.remove}
          </Button>
        </>
      )}
      <CleaningTold cleaning={cleaning} />
    </section>
  );
}
