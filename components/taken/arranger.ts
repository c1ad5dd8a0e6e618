import { Part } from '@components/parts/part';
import type { Arranger } from '@components/views/sharing/arranger-type';
import { arrange } from '@lib/layout/arrangement';

/** Finds arrangements in the page itself: a file on a disk may start no thread. */
export const ARRANGER = new Part<Arranger>(() =>
  Promise.resolve({ arrange: async (...asked) => arrange(...asked) }),
);
