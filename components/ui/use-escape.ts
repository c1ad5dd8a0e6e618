import { useEffect, useEffectEvent } from 'react';

/**
 * Escape closes what is open, and does nothing else: whoever reads a tip means to close that, and not
 * to deselect or to leave what is beneath it.
 */
export function useEscape(open: boolean, close: () => void): void {
  const closeIt = useEffectEvent(close);
  useEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      closeIt();
    };
    // Before any other.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [open]);
}
