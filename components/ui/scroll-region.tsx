import { ChevronDown } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../store/messages';

interface ScrollRegionProps {
  label: string;
  /** For the region's place and height. */
  className: string;
  children: ReactNode;
}

/** Less than this below the edge, in pixels, is no more text. */
const SLACK = 4;

/**
 * What scrolls by itself, and says at its lower edge that there is more as long as there is: not every
 * system draws scroll bars. With the keyboard it is reached, and scrolled, while it has something to
 * scroll.
 */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const { shell } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [{ scrolls, more }, setState] = useState({ scrolls: false, more: false });

  const measure = () => {
    const { current } = scroller;
    if (current === null) return;
    const { scrollHeight, clientHeight, scrollTop } = current;
    const next = {
      scrolls: scrollHeight > clientHeight + SLACK,
      more: scrollHeight > clientHeight + scrollTop + SLACK,
    };
    setState((now) => (now.scrolls === next.scrolls && now.more === next.more ? now : next));
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    for (const { current } of [scroller, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={`relative flex min-h-0 flex-col ${className}`}>
      <div
        ref={scroller}
        role="region"
        aria-label={label}
        tabIndex={scrolls ? 0 : undefined}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
        onScroll={measure}
      >
        <div ref={content}>{children}</div>
      </div>
      {more && (
        <div
          aria-hidden
          data-more-below
          className="pointer-events-none absolute inset-x-0 bottom-0 flex h-7 items-end justify-end bg-linear-to-t from-ground to-transparent"
        >
          <span className="flex items-center gap-1 mr-4 rounded-t-lg border border-b-0 border-line-strong bg-surface px-2.5 text-xs text-dim">
            <ChevronDown className="size-3.5" />
            {shell.moreBelow}
          </span>
        </div>
      )}
    </div>
  );
}
