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
): Overflow & { measure: () => void } {
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
  return { ...overflow, measure };
}

/**
 * Over the lower edge of something that scrolls: not every system draws scroll bars.
 *
 * @param inside the whole sign is above the edge; else it is astride it, where little is under it
 */
export function MoreBelow({ inside = false }: { inside?: boolean }) {
  const { shell } = useMessages();
  return (
    <div
      aria-hidden
      data-more-below
      className={`pointer-events-none absolute inset-x-0 bottom-0 z-10 flex h-7 items-end justify-end bg-linear-to-t to-transparent ${inside ? 'from-surface' : 'from-ground'}`}
    >
      <span
        className={`mr-4 flex items-center gap-1 border border-line-strong bg-surface px-2.5 text-xs text-dim ${inside ? 'rounded-t-lg border-b-0' : 'translate-y-1/2 rounded-lg'}`}
      >
        <ChevronDown className="size-3.5" />
        {shell.moreBelow}
      </span>
    </div>
  );
}
