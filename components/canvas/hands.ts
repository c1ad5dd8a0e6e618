import { Part } from '../parts/part';

/** What moves the picture under a pointer. It can be looked at before that is there. */
export const HANDS = new Part(async () => {
  const [{ createZoomCamera }, { createNodeDrag }] = await Promise.all([
    import('./zoom-camera'),
    import('./node-drag'),
  ]);
  return { createZoomCamera, createNodeDrag };
});
