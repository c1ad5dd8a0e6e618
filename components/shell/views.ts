import { ARRANGER } from '#arranger';
import type { ComponentType } from 'react';
import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';
import type { OnScreen } from '../store/store';

/** What draws each view, and a container in full. */
export const VIEW_PARTS: Readonly<Record<OnScreen, Part<ComponentType>>> = {
  sharing: new Part(async () => {
    ARRANGER.want();
    return (await import('../views/sharing/sharing-view')).SharingView;
  }),
  lens: new Part(withAllMessages(async () => (await import('../views/lens/lens-view')).LensView)),
  matrix: new Part(
    withAllMessages(async () => (await import('../views/matrix/matrix-view')).MatrixView),
  ),
  full: new Part(
    withAllMessages(async () => (await import('../views/full/container-in-full')).ContainerInFull),
  ),
  processes: new Part(
    withAllMessages(async () => (await import('../views/processes/processes-view')).ProcessesView),
  ),
  kernel: new Part(
    withAllMessages(async () => (await import('../views/kernel/kernel-view')).KernelView),
  ),
};
