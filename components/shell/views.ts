import type { ComponentType } from 'react';
import type { View } from '@lib/view-state/view-state';
import { Part } from '../parts/part';

/** What draws each view. */
export const VIEW_PARTS: Readonly<Record<View, Part<ComponentType>>> = {
  sharing: new Part(async () => (await import('../views/sharing/sharing-view')).SharingView),
  lens: new Part(async () => (await import('../views/lens/lens-view')).LensView),
  matrix: new Part(async () => (await import('../views/matrix/matrix-view')).MatrixView),
  processes: new Part(
    async () => (await import('../views/processes/processes-view')).ProcessesView,
  ),
};
