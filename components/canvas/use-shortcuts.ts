import { useEffect, useEffectEvent } from 'react';

/** What space means something to. */
const PRESSED = 'button, a, summary, [role], [tabindex="0"]';

/** Keys that work wherever the focus is, but not while a person types into a field or has a dialog before them. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof Element &&
      event.target.closest('input:not([type="range"]), textarea, select')
    )
      return;
    // Space presses what has the focus.
    if (event.key === ' ' && event.target instanceof Element && event.target.closest(PRESSED))
      return;
    if (document.querySelector('dialog:modal') !== null) return;
    const action = shortcuts[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
