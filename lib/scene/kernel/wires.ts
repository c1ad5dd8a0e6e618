import type { PlacedFence } from '../../layout/kernel/place-fences';
import type { CallsTold } from '../../privileges/call-told';
import type { Mark } from '../mark';
import { lineMiddle } from './fence-part';
import type { KernelRole } from './kernel-role';
import { callRight } from './process-row';

/** The sides of an arrow's head. */
const HEAD = 5;

/**
 * The ways of those that are in a system call: out of the fence, which keeps none of them, down between the
 * columns, and into the kernel.
 *
 * @param bottom where the kernel begins
 */
export function wireMarks(
  fences: readonly PlacedFence[],
  calls: CallsTold,
  bottom: number,
): Mark<KernelRole>[] {
  const tops = new Map<number, number>();
  const out = fences.flatMap((placed) =>
    placed.fence.shown.flatMap(({ pid }, index) => {
      const is = calls.get(pid)?.is;
      if (is !== 'in' && is !== 'numbered') return [];
      const y = lineMiddle(placed, index);
      tops.set(placed.trunk, Math.min(y, tops.get(placed.trunk) ?? y));
      const from = { x: callRight(placed.x + placed.width), y };
      return [{ kind: 'line', role: 'wire', from, to: { x: placed.trunk, y } } as const];
    }),
  );
  const down = [...tops].flatMap(([x, top]): Mark<KernelRole>[] => [
    { kind: 'line', role: 'wire', from: { x, y: top }, to: { x, y: bottom - HEAD } },
    arrowMark(x, bottom),
  ]);
  return [...out, ...down];
}

/** The head of an arrow that points down. */
export function arrowMark(x: number, y: number): Mark<KernelRole> {
  return {
    kind: 'path',
    role: 'arrow',
    d: `M${x - HEAD} ${y - 2 * HEAD}L${x} ${y}L${x + HEAD} ${y - 2 * HEAD}Z`,
  };
}
