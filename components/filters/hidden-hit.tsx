import { useAllMessages } from '../store/messages';

/** Beside what was found although filters hide it. */
export function HiddenHit() {
  const { filtering } = useAllMessages();
  return (
    <span
      data-hidden-hit
      className="shrink-0 rounded-full border border-warn px-1.5 font-sans text-xs text-text"
    >
      {filtering.hiddenHit}
    </span>
  );
}
