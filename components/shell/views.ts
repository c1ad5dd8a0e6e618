import type { ComponentType } from 'react';
import type { View } from '@lib/view-state/view-state';
import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';
import { ARRANGER } from '../views/sharing/arranger';

/** What draws each view. */
export const VIEW_PARTS: Readonly<Record<View, Part<ComponentType>>> = {
  sharing: new Part(async () => {
    ARRANGER.want();
    return (await import('../views/sharing/sharing-view')).SharingView;
  }),
  lens: new Part(withAllMessages(async () => (await import('../views/lens/lens-view')).LensView)),
  matrix: new Part(
    withAllMessages(async () => (await import('../views/matrix/matrix-view')).MatrixView),
  ),
  processes: new Part(
    withAllMessages(async () => (await import('../views/processes/processes-view')).ProcessesView),
  ),
};
