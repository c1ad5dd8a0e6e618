import { useMemo } from 'react';
import { toldGone } from '@lib/facts/gone';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { useAllMessages } from '../store/messages';
import { useShownComparison } from '../store/shown-comparison';
import { DifferenceSign } from './difference-sign';
import { ScrollRegion } from './scroll-region';

interface GoneStripProps {
  snapshot: Snapshot;
  /** The type whose namespaces the view shows; null: it shows processes. */
  type: NamespaceType | null;
}

/** Below a picture in which there is no place for what is gone: what that is, and where it was. */
export function GoneStrip({ snapshot, type }: GoneStripProps) {
  const messages = useAllMessages();
  const comparison = useShownComparison();
  const gone = useMemo(
    () => (comparison === null ? [] : toldGone(comparison, snapshot, type, messages)),
    [comparison, snapshot, type, messages],
  );
  if (gone.length === 0) return null;
  const { signs } = messages.timeline;
  return (
    <ScrollRegion label={signs.went} className="max-h-20 shrink-0">
      <ul className="flex flex-wrap gap-2 text-sm text-dim">
        {gone.map(({ key, name, detail }) => (
          <li
            key={key}
            data-gone={name}
            className="flex items-center gap-2 rounded-lg border border-dashed border-line-strong px-3 py-1"
          >
            <DifferenceSign difference="went" />
            <span className="font-semibold">{name}</span>
            <span className="sr-only">{signs.went}</span>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}
