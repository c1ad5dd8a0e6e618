import type { ReactNode } from 'react';
import type { View } from '@lib/view-state/view-state';

/** Draws a view, which fills its parent; one in which things move tells whether they are at rest. */
type DrawView = (onSettled: (atRest: boolean) => void) => ReactNode;

const FETCH: Record<View, () => Promise<DrawView>> = {
  sharing: async () => {
    const { SharingView } = await import('../views/sharing/sharing-view');
    return (onSettled) => <SharingView onSettled={onSettled} />;
  },
  lens: async () => {
    const { LensView } = await import('../views/lens/lens-view');
    return (onSettled) => <LensView onSettled={onSettled} />;
  },
  matrix: async () => {
    const { MatrixView } = await import('../views/matrix/matrix-view');
    return () => <MatrixView />;
  },
  processes: async () => {
    const { ProcessesView } = await import('../views/processes/processes-view');
    return () => <ProcessesView />;
  },
};

const fetched = new Map<View, DrawView>();

/** Fetches the program of a view, if it is not there yet. */
export async function fetchView(view: View): Promise<void> {
  if (!fetched.has(view)) fetched.set(view, await FETCH[view]());
}

/** Null: it was not fetched yet. */
export function fetchedView(view: View): DrawView | null {
  return fetched.get(view) ?? null;
}
