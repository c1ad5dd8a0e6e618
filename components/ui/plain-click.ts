import type { MouseEvent } from 'react';

/** Is it a click that means this page, not one that asks for another tab or window? */
export function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
