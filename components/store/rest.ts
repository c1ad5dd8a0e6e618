import { create } from 'zustand';
import type { View } from '@lib/view-state/view-state';
import { useNsview, useView } from './store';

/** The views in which things move; the others are at rest as soon as they are drawn. */
type MovingView = Extract<View, 'sharing' | 'lens'>;

const useAtRest = create<Record<MovingView, boolean>>()(() => ({ sharing: false, lens: false }));

/** A view that moves tells whether it is at rest: there, laid out, drawn, nothing on its way any more. */
export function tellRest(view: MovingView, atRest: boolean): void {
  useAtRest.setState({ [view]: atRest });
}

/** Is the view on screen there and at rest? */
export function useViewAtRest(): boolean {
  const view = useView();
  const hasSnapshot = useNsview((store) => store.snapshot !== null);
  const moving = useAtRest((atRest) => (view === 'sharing' || view === 'lens') && !atRest[view]);
  return hasSnapshot && !moving;
}
