import { memo } from 'react';
import { arcSentence, nodeSentence } from '@lib/facts/arc-sentence';
import type { MatrixCell, MatrixRow } from '@lib/matrix/row';
import { cellWords, rowDetail } from '@lib/matrix/words';
import { inodeOf, type NamespaceId, containerKey } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/namespace-set';
import type { Messages } from '@lib/i18n/messages';
import { useSign } from '../../store/differences';
import { DifferenceSign } from '../../ui/difference-sign';
import { Word } from './word';
import styles from './matrix.module.css';

interface ContainerRowProps {
  row: MatrixRow;
  /** How a link names it. */
  reference: string;
  types: readonly NamespaceType[];
  hostNamespaces: NamespaceSet;
  /** Counted from 1, the header's included. */
  rowIndex: number;
  /** Where the row stands; null where it stands in the flow. */
  top: number | null;
  height: number;
  columns: string;
  colour: string | null;
  selected: boolean;
  /** The namespace that is pointed at or selected, if it is one of this row's. */
  lit: NamespaceId | null;
  /** The column that is in the tab order: 0 is the name; null: none of this row. */
  active: number | null;
  messages: Messages;
}

/** A container and its namespaces. Drawn again only when something of it changes. */
export const ContainerRow = memo(function ContainerRow(props: ContainerRowProps) {
  const { row, types, messages, lit, active } = props;
  const { container } = row.node;
  const shown = row.cells.filter(({ type }) => types.includes(type));
  const [image, state] = rowDetail(row, messages);
  // Of a moment that is compared with another.
  const sign = useSign(containerKey(container));
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      data-container={props.reference}
      data-container-id={container.id}
      data-row={containerKey(container)}
      className={`${styles.row} inset-x-0 grid items-stretch gap-x-2 rounded-lg px-2 py-1 hover:bg-raised`}
      style={{
        height: props.height,
        gridTemplateColumns: props.columns,
        ...(props.top === null ? {} : { position: 'absolute', top: props.top }),
      }}
    >
      <div
        role="rowheader"
        tabIndex={active === 0 ? 0 : -1}
        data-column="0"
        title={nodeSentence(row.node, props.hostNamespaces, messages)}
        className="flex min-w-0 cursor-pointer flex-col justify-center rounded leading-tight"
      >
        <span className="flex min-w-0 items-center gap-2">
          <span
            aria-hidden
            className="size-2 shrink-0 rounded-full"
            style={{ background: props.colour ?? 'var(--line-strong)' }}
          />
          <strong className="truncate font-semibold">{row.name}</strong>
          {sign !== null && (
            <span title={sign.word}>
              <DifferenceSign difference={sign.difference} />
              <span className="sr-only">{sign.word}</span>
            </span>
          )}
          {row.node.stale && (
            <span className="rounded border border-warn px-1 text-xs text-warn">
              {messages.sharing.node.stale}
            </span>
          )}
        </span>
        <span
          className={`flex overflow-hidden pl-4 text-xs whitespace-pre text-dim ${styles.beneath}`}
        >
          <span className="truncate">{image}</span>
          <span className="shrink-0"> · {state}</span>
        </span>
      </div>
      {shown.map((cell, index) => (
        <Cell
          key={cell.type}
          cell={cell}
          column={index + 1}
          inTabOrder={active === index + 1}
          lit={lit !== null && cell.namespace === lit}
          sentence={arcSentence(row.node, cell.type, props.hostNamespaces, messages)}
          messages={messages.matrix}
        />
      ))}
    </div>
  );
});

interface CellProps {
  cell: MatrixCell;
  column: number;
  inTabOrder: boolean;
  lit: boolean;
  sentence: string;
  messages: Messages['matrix'];
}

/** What is written large says it; the inode below is for who wants to check. */
export function Cell({ cell, column, inTabOrder, lit, sentence, messages }: CellProps) {
  const { type, sharing, namespace } = cell;
  return (
    <div
      role="gridcell"
      tabIndex={inTabOrder ? 0 : -1}
      title={sentence}
      data-hue={type}
      data-type={type}
      data-sharing={sharing}
      data-namespace={namespace ?? undefined}
      data-column={column}
      data-lit={lit}
      className={styles.cell}
    >
      <Word words={cellWords(cell, messages)} />
      {namespace !== null && <code className="font-mono">…{inodeOf(namespace).slice(-4)}</code>}
    </div>
  );
}
