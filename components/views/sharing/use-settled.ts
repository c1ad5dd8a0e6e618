import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import type { Detail } from '@lib/layout/detail';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import type { NamespaceType } from '@lib/model/namespace-type';

/**
 * Tells when a new layout, or another choice of types, of bundles to be open or of detail, is drawn and
 * everything that fades or grows in has done so.
 */
export function useSettled(
  svg: RefObject<SVGSVGElement | null>,
  layout: SharingLayout | null,
  types: readonly NamespaceType[],
  openBundles: ReadonlySet<NamespaceType>,
  detail: Detail,
  onSettled: ((settled: boolean) => void) | undefined,
): void {
  const tell = useEffectEvent((settled: boolean) => onSettled?.(settled));
  // Before the next frame is drawn: no script may see a change and take it for at rest.
  useLayoutEffect(() => {
    tell(false);
    const drawing = svg.current;
    if (layout === null || drawing === null) return;
    let current = true;
    const motions = drawing.getAnimations({ subtree: true }).map((motion) => motion.finished);
    // An animation whose element goes rejects: that too is an end of motion.
    void Promise.allSettled(motions).then(() => {
      if (current) tell(true);
    });
    return () => {
      current = false;
    };
  }, [svg, layout, types, openBundles, detail]);
}
