import { useEffect, useEffectEvent } from 'react';
import { actionOf, strokeOf, type Stroke } from '@lib/keys/keys';

/** What space means something to. */
const PRESSED = 'button, a, summary, [role], [tabindex="0"]';
const TYPED_INTO = 'input:not([type="range"]), textarea, select';

/**
 * Binds the strokes of the list of keys to what they do here, wherever the focus is, but not while a
 * person types into a field or has a dialog before them.
 *
 * @param isOn asked at each stroke: does it mean this just now?
 */
export function useShortcuts<Action extends string>(
  strokes: Readonly<Record<Action, readonly Stroke[]>>,
  actions: Readonly<Record<Action, () => void>>,
  isOn: () => boolean = () => true,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = actionOf(strokes, strokeOf(event));
    if (action === null || !isOn()) return;
    const { target } = event;
    const within = (selector: string) => target instanceof Element && target.closest(selector);
    // Space presses what has the focus; with Control, a stroke is none of what is typed.
    if (event.code === 'Space' && within(PRESSED)) return;
    if (!event.ctrlKey && !event.metaKey && within(TYPED_INTO)) return;
    if (document.querySelector('dialog:modal') !== null) return;
    event.preventDefault();
    actions[action]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
