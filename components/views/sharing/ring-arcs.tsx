import { Fragment } from 'react';
import { TYPE_LETTERS, type RingShape } from '@lib/layout/ring';
import { ringPaths } from '@lib/layout/ring-paths';
import type { Sharing } from '@lib/model/container';
import type { NamespaceId } from '@lib/model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import styles from './sharing.module.css';

interface RingArcsProps {
  shape: RingShape;
  types: readonly NamespaceType[];
  /** How large each arc's letter is; null: there is none. */
  letters: number | null;
  sharingOf: (type: NamespaceType) => Sharing;
  namespaceOf: (type: NamespaceType) => NamespaceId | null;
}

/** The eight arcs of a ring, one for each type, always at the same places. */
export function RingArcs({ shape, types, letters, sharingOf, namespaceOf }: RingArcsProps) {
  const paths = ringPaths(shape);
  return (
    <g className={styles.ring}>
      {NAMESPACE_TYPES.map((type) => {
        const { letter } = shape.arcs[type];
        const sharing = sharingOf(type);
        const shown = types.includes(type);
        return (
          <Fragment key={type}>
            <path
              d={paths[type]}
              className={`${styles.arc} ${shown ? '' : styles.filtered}`}
              fill={shown && sharing === 'host' ? `url(#hatching-${type})` : undefined}
              data-hue={type}
              data-type={type}
              data-sharing={sharing}
              data-namespace={namespaceOf(type) ?? undefined}
            />
            {letters !== null && shown && sharing !== 'none' && (
              <text
                x={letter.x}
                y={letter.y}
                className={styles.arcLetter}
                fontSize={sharing === 'unknown' ? letters + 1.5 : letters}
                data-hue={type}
                data-letter={sharing}
              >
                {sharing === 'unknown' ? '?' : TYPE_LETTERS[type]}
              </text>
            )}
          </Fragment>
        );
      })}
    </g>
  );
}
