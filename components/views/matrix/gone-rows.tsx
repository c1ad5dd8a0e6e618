import { useMemo } from 'react';
import { goneRows } from '@lib/matrix/gone-rows';
import { inodeOf } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { useAllMessages } from '../../store/messages';
import { useShownComparison } from '../../store/shown-comparison';
import { DifferenceSign } from '../../ui/difference-sign';
import { ScrollRegion } from '../../ui/scroll-region';
import { Word } from './word';
import styles from './matrix.module.css';

interface GoneRowsProps {
  snapshot: Snapshot;
  types: readonly NamespaceType[];
  columns: string;
  height: number;
}

/**
 * What is gone since the moment that is compared with, below the rows of what is there: where there is no room for all,
 * these rows give way to those, down to two.
 */
export function GoneRows({ snapshot, types, columns, height }: GoneRowsProps) {
  const messages = useAllMessages();
  const comparison = useShownComparison();
  const rows = useMemo(
    () => (comparison === null ? [] : goneRows(comparison, snapshot, messages)),
    [comparison, snapshot, messages],
  );
  if (rows.length === 0) return null;
  const { signs } = messages.timeline;
  return (
    <ScrollRegion
      label={signs.went}
      className={`shrink-[999] ${rows.length > 1 ? 'min-h-24' : 'min-h-12'}`}
    >
      <ul>
        {rows.map(({ key, name, image, cells }) => (
          <li
            key={key}
            data-gone={name}
            className="grid items-stretch gap-x-2 px-2 py-1 text-dim"
            style={{ height, gridTemplateColumns: columns }}
          >
            <div className="flex min-w-0 flex-col justify-center leading-tight">
              <span className="flex min-w-0 items-center gap-2">
                <DifferenceSign difference="went" />
                <span className="truncate font-semibold">{name}</span>
                <span className="sr-only">{signs.went}</span>
              </span>
              <span className={`truncate pl-6 text-xs ${styles.beneath}`}>{image}</span>
            </div>
            {cells
              .filter(({ type }) => types.includes(type))
              .map(({ type, namespace, words }) => (
                <div key={type} data-type={type} title={words[0]} className={styles.goneCell}>
                  {/* Only where it stands tells which type it is of. */}
                  <span className="sr-only">{messages.model.typeNames[type]} </span>
                  <Word words={words} />
                  {namespace !== null && (
                    <code className="font-mono">…{inodeOf(namespace).slice(-4)}</code>
                  )}
                </div>
              ))}
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}
