import type { ComponentType } from 'react';
import type { View } from '@lib/view-state/view-state';
import { Part } from '../parts/part';

export interface ViewProps {
  /** Hears from a view in which things move whether they are at rest. */
  onSettled: (settled: boolean) => void;
}

/** What draws each view. */
export const VIEW_PARTS: Readonly<Record<View, Part<ComponentType<ViewProps>>>> = {
  sharing: new Part(async () => (await import('../views/sharing/sharing-view')).SharingView),
  lens: new Part(async () => (await import('../views/lens/lens-view')).LensView),
  matrix: new Part(async () => (await import('../views/matrix/matrix-view')).MatrixView),
  processes: new Part(
    async () => (await import('../views/processes/processes-view')).ProcessesView,
  ),
};
