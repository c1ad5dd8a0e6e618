import { useRef, type ReactNode } from 'react';
import { ThereIsMore, useOverflow } from './there-is-more';

interface ScrollRegionProps {
  label: string;
  /** For the region's place and height. */
  className: string;
  children: ReactNode;
}

/**
 * What scrolls by itself, and says at its lower edge that there is more as long as there is. With the
 * keyboard it is reached, and scrolled, while it has something to scroll.
 */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { overflow, measure } = useOverflow(scroller, content);
  return (
    <div className={`relative flex min-h-0 flex-col ${className}`}>
      <div
        ref={scroller}
        role="region"
        aria-label={label}
        tabIndex={overflow.scrolls ? 0 : undefined}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
        onScroll={measure}
      >
        <div ref={content}>{children}</div>
      </div>
      <ThereIsMore overflow={overflow} />
    </div>
  );
}
