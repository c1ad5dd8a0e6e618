import { useEffect, useRef } from 'react';
import { useAllMessages } from '../store/messages';
import { useEscape } from '../ui/use-escape';

/** Nothing to look at while something is said. Any press of it, Escape or its key ends it. */
export function Blank({ onEnd }: { onEnd: () => void }) {
  const { lessons } = useAllMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEscape(true, onEnd);
  useEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  return (
    <button
      ref={button}
      type="button"
      data-blank
      aria-label={lessons.blank}
      className="fixed inset-0 z-50 cursor-none bg-black outline-none"
      onClick={onEnd}
    />
  );
}
