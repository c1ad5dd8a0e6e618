import { ChevronDown } from 'lucide-react';
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { useMessages } from '../store/messages';

/** Less than this below the edge, in pixels, is nothing more. */
const SLACK = 4;

/** Has it something to scroll, and is there more below its lower edge? */
export interface Overflow {
  scrolls: boolean;
  more: boolean;
}

/** Looks at what scrolls whenever it, or the `content` in it, changes its size, and when it is told to. */
export function useOverflow(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): { overflow: Overflow; measure: () => void } {
  const [overflow, setOverflow] = useState<Overflow>({ scrolls: false, more: false });
  const measure = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    const { scrollHeight, clientHeight, scrollTop } = current;
    const next = {
      scrolls: scrollHeight > clientHeight + SLACK,
      more: scrollHeight > clientHeight + scrollTop + SLACK,
    };
    setOverflow((now) => (now.scrolls === next.scrolls && now.more === next.more ? now : next));
  }, [scroller]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    for (const { current } of [scroller, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, [scroller, content, measure]);
  return { overflow, measure };
}

/**
 * Stands right after what scrolls and says, as long as it does, that there is more: not every system
 * draws scroll bars.
 *
 * @param inside the sign is above the edge; else it is below it, with room for that
 */
export function MoreBelow({
  overflow: { scrolls, more },
  inside = false,
}: {
  overflow: Overflow;
  inside?: boolean;
}) {
  const { shell } = useMessages();
  if (!scrolls) return null;
  return (
    <div aria-hidden className={`relative shrink-0 ${inside ? 'h-0' : 'h-2.5'}`}>
      {more && (
        <div className="pointer-events-none absolute inset-x-0 top-0 z-10">
          <span
            className={`absolute inset-x-0 bottom-full h-7 bg-linear-to-t to-transparent ${inside ? 'from-surface' : 'from-ground'}`}
          />
          <span
            data-more-below
            className={`absolute right-4 flex items-center gap-1 border border-line-strong bg-surface px-2.5 text-xs text-dim ${inside ? 'bottom-full rounded-t-lg border-b-0' : 'top-0 rounded-lg'}`}
          >
            <ChevronDown className="size-3.5" />
            {shell.moreBelow}
          </span>
        </div>
      )}
    </div>
  );
}
