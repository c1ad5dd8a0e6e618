import type { Fence } from './who';

/** A fence: its head with the name, a line for each process, and what is below them. */
export const FENCE = {
  head: 28,
  row: 24,
  bottom: 8,
  /** What stands for folded containers. */
  folded: 44,
} as const;

/** Lines below its processes: how many others there are, that none is seen, its own kernel. */
export function linesBelow({
  shown,
  others,
  ownKernel,
}: Fence): ('others' | 'unseen' | 'kernel')[] {
  return [
    ...(shown.length === 0 ? (['unseen'] as const) : []),
    ...(others > 0 ? (['others'] as const) : []),
    ...(ownKernel ? (['kernel'] as const) : []),
  ];
}

/** In pixels. */
export function fenceHeight(fence: Fence): number {
  const lines = fence.shown.length + linesBelow(fence).length;
  return FENCE.head + lines * FENCE.row + FENCE.bottom;
}
