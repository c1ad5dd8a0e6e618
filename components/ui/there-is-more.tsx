import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { useMessages } from '../store/messages';

/** Less than this below the edge, in pixels, is nothing more. */
const SLACK = 4;

/** Has it something to scroll, and is there more above its upper or below its lower edge? */
export interface Overflow {
  scrolls: boolean;
  above: boolean;
  more: boolean;
}

const NOTHING: Overflow = { scrolls: false, above: false, more: false };

function isSame(one: Overflow, other: Overflow): boolean {
  return one.scrolls === other.scrolls && one.above === other.above && one.more === other.more;
}

/** Looks at what scrolls whenever it, or the `content` in it, changes its size, and when it is told to. */
export function useOverflow(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): { overflow: Overflow; measure: () => void } {
  const [overflow, setOverflow] = useState<Overflow>(NOTHING);
  const measure = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    const { scrollHeight, clientHeight, scrollTop } = current;
    const next = {
      scrolls: scrollHeight > clientHeight + SLACK,
      above: scrollTop > SLACK,
      more: scrollHeight > clientHeight + scrollTop + SLACK,
    };
    setOverflow((now) => (isSame(now, next) ? now : next));
  }, [scroller]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    for (const { current } of [scroller, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, [scroller, content, measure]);
  return { overflow, measure };
}

/**
 * Stands right after what scrolls and says, as long as it does, where there is more: not every system
 * draws scroll bars.
 *
 * @param inside it has a line of its own on the surface that scrolls, which is there from the start so
 *   that nothing moves; else it is in the gap below that
 */
export function ThereIsMore({
  overflow: { scrolls, above, more },
  inside = false,
}: {
  overflow: Overflow;
  inside?: boolean;
}) {
  const { shell } = useMessages();
  if (!scrolls && !inside) return null;
  return (
    <div
      aria-hidden
      className={`pointer-events-none relative z-10 shrink-0 ${inside ? 'h-5.5' : 'h-2.5'}`}
    >
      {more && (
        <span
          className={`absolute inset-x-0 bottom-full h-7 bg-linear-to-t to-transparent ${inside ? 'from-surface' : 'from-ground'}`}
        />
      )}
      <div className="absolute top-0 right-4 flex gap-2 in-data-projector:top-auto in-data-projector:bottom-0 [&>*]:flex [&>*]:items-center [&>*]:gap-1 [&>*]:rounded-lg [&>*]:border [&>*]:border-line-strong [&>*]:bg-surface [&>*]:px-2.5 [&>*]:text-xs [&>*]:whitespace-nowrap [&>*]:text-dim">
        {above && (
          <span data-more-above>
            <ChevronUp className="size-[1.15em]" />
            {/* Side by side both would be wider than a narrow pane. */}
            {!more && shell.moreAbove}
          </span>
        )}
        {more && (
          <span data-more-below>
            <ChevronDown className="size-[1.15em]" />
            {shell.moreBelow}
          </span>
        )}
      </div>
    </div>
  );
}
