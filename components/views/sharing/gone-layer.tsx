import { useEffect, useMemo } from 'react';
import { Marks } from '@components/canvas/marks';
import { useAllMessages } from '@components/store/messages';
import { useShownComparison } from '@components/store/shown-comparison';
import { DifferenceMark } from '@components/ui/difference-mark';
import type { Detail } from '@lib/layout/detail';
import type { Box } from '@lib/layout/geometry';
import { boxOf, standingGone } from '@lib/layout/gone-places';
import type { NamespaceType } from '@lib/model/namespace-type';
import { SIGN_AT } from '@lib/scene/difference-signs';
import { goneScene } from '@lib/scene/gone-scene';
import type { Picture } from './picture';
import styles from './gone.module.css';

interface GoneLayerProps {
  picture: Picture;
  types: readonly NamespaceType[];
  detail: Detail;
  /** Told the room that it takes, none once there is nothing. */
  onStand: (boxes: readonly Box[]) => void;
}

/** What is gone since the moment that is compared with, in the picture of what is there. */
export function GoneLayer({ picture, types, detail, onStand }: GoneLayerProps) {
  const messages = useAllMessages();
  const comparison = useShownComparison();
  const { graph, layout } = picture;
  // Found once: with many, to look for a place takes longer than all the rest.
  const standing = useMemo(
    () => (comparison === null ? null : standingGone(comparison, { graph, layout })),
    [comparison, graph, layout],
  );
  useEffect(() => {
    onStand([...(standing?.places.values() ?? [])].map(boxOf));
    return () => onStand([]);
  }, [standing, onStand]);
  const scene = useMemo(
    () =>
      comparison === null || standing === null
        ? null
        : goneScene({ comparison, standing, graph, layout, types, detail, messages }),
    [comparison, standing, graph, layout, types, detail, messages],
  );
  if (scene === null) return null;
  return (
    <>
      <g aria-hidden>
        <Marks of={scene.lines.map(({ mark }) => mark)} styles={styles} />
      </g>
      {scene.rings.map(({ key, name, at, mark }) => (
        <g
          key={key}
          data-gone={name}
          role="img"
          aria-label={`${name}: ${messages.timeline.signs.went}`}
        >
          <Marks of={[mark]} styles={styles} />
          <DifferenceMark difference="went" x={at.x + SIGN_AT.ring.x} y={at.y + SIGN_AT.ring.y} />
        </g>
      ))}
    </>
  );
}
