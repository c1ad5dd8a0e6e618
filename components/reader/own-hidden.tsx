import { useMessages } from '../store/messages';
import { useOwn } from '../store/shown';
import { useNsview } from '../store/store';

/** Says that nsview's own reader is left out of a view, counted in what the view draws, and brings it in. */
export function OwnHidden({ counted }: { counted: 'containers' | 'processes' }) {
  const words = useMessages().reader;
  const count = useOwn()[counted];
  const shown = useNsview((store) => store.viewState.own);
  const show = useNsview((store) => store.show);
  if (count === 0) return null;
  const said = counted === 'containers' ? words.hiddenContainers : words.hiddenProcesses;
  return (
    <span
      data-hidden-count={shown ? undefined : count}
      className="flex items-center gap-2 whitespace-nowrap"
    >
      {!shown && said(count)}
      <button
        type="button"
        onClick={() => show({ own: !shown })}
        className="pointer-events-auto cursor-pointer rounded underline underline-offset-2 hover:text-text"
      >
        {shown ? words.hideOwn : words.showOwn}
      </button>
    </span>
  );
}
