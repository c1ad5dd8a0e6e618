import { ChevronRight } from 'lucide-react';
import { useAllMessages } from '../../store/messages';

/** Stands at the right end of the line above a picture that goes on there: not every system draws scroll bars. */
export function MoreToTheRight() {
  const { lens } = useAllMessages();
  return (
    <span
      aria-hidden
      data-more-right
      className="pointer-events-none absolute right-0 bottom-0 flex items-center gap-1 rounded-lg border border-line-strong bg-surface px-2.5 text-xs text-dim"
    >
      {lens.moreRight}
      <ChevronRight className="size-3.5" />
    </span>
  );
}
