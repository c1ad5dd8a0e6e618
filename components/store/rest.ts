import { create } from 'zustand';
import { useNsview, useOnScreen, type OnScreen } from './store';

/** Where things move, or are still asked for; the views without are at rest as soon as they are drawn. */
type Moving = Extract<OnScreen, 'sharing' | 'lens' | 'kernel' | 'full'>;

const useAtRest = create<Partial<Record<OnScreen, boolean>>>()(() => ({
  sharing: false,
  lens: false,
  kernel: false,
  full: false,
}));

/** What moves tells whether it is at rest: there, laid out, drawn, nothing on its way any more. */
export function tellRest(view: Moving, atRest: boolean): void {
  useAtRest.setState({ [view]: atRest });
}

/** Is what is on screen there and at rest? */
export function useViewAtRest(): boolean {
  const view = useOnScreen();
  const hasSnapshot = useNsview((store) => store.snapshot !== null);
  const moving = useAtRest((atRest) => atRest[view] === false);
  return hasSnapshot && !moving;
}
