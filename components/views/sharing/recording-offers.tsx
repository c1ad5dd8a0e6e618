import { CirclePlay } from 'lucide-react';
import type { ReactNode } from 'react';
import { OFFERED_RECORDINGS } from '@lib/protocol/shipped';
import { formatViewState } from '@lib/view-state/view-state';
import { useEmptyMessages, useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { isPlain } from '../../ui/plain-click';

/** Where there is nothing of one's own to see: what was recorded elsewhere. @param first what is better begun with */
export function RecordingOffers({ first }: { first: ReactNode }) {
  const { recordings } = useMessages();
  const { watch, recordings: tells } = useEmptyMessages();
  const viewState = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  return (
    <>
      <div className="mt-2 mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-semibold">{watch}</h3>
        {first}
      </div>
      <ul className="flex flex-col gap-2">
        {OFFERED_RECORDINGS.map((recording) => (
          <li key={recording}>
            <a
              href={formatViewState({ ...viewState, recording, at: null })}
              onClick={(event) => {
                if (!isPlain(event)) return;
                event.preventDefault();
                show({ recording, at: null, select: null });
              }}
              className="flex items-center gap-3 rounded-lg border border-line px-3 py-2 hover:border-line-strong hover:bg-raised"
            >
              <CirclePlay className="size-7 shrink-0 text-focus" strokeWidth={1.5} aria-hidden />
              <span>
                <span className="font-semibold">{recordings.titles[recording]}</span>
                <span className="block text-dim">{tells[recording]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
