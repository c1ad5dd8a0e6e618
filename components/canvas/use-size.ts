import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from '@lib/layout/geometry';

/**
 * The inner size in pixels of an element without padding, followed as it changes; null until it is laid
 * out. It is known as soon as the element is in the page: what needs it does not wait for a frame.
 */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const follow = ({ width, height }: Size) => {
      if (width === 0 || height === 0) return;
      setSize((now) => (now?.width === width && now.height === height ? now : { width, height }));
    };
    const { width, height } = watched.getBoundingClientRect();
    follow({
      width: width - (watched.offsetWidth - watched.clientWidth),
      height: height - (watched.offsetHeight - watched.clientHeight),
    });
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) follow(entry.contentRect);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
