import { create } from 'zustand';
import { useNsview, useOnScreen, type OnScreen } from './store';

/** Where things move, or are still asked for; the others are at rest as soon as they are drawn. */
type MovingView = Extract<OnScreen, 'sharing' | 'lens' | 'full'>;

const useAtRest = create<Record<MovingView, boolean>>()(() => ({
  sharing: false,
  lens: false,
  full: false,
}));

/** A view that moves tells whether it is at rest: there, laid out, drawn, nothing on its way any more. */
export function tellRest(view: MovingView, atRest: boolean): void {
  useAtRest.setState({ [view]: atRest });
}

/** Is the view on screen there and at rest? */
export function useViewAtRest(): boolean {
  const view = useOnScreen();
  const hasSnapshot = useNsview((store) => store.snapshot !== null);
  const moving = useAtRest(
    (atRest) => (view === 'sharing' || view === 'lens' || view === 'full') && !atRest[view],
  );
  return hasSnapshot && !moving;
}
