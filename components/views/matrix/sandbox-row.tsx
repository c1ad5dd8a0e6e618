import { sandboxArcSentence, sandboxSentence } from '@lib/facts/sandbox';
import type { SandboxRow as Row } from '@lib/matrix/sandbox-rows';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { useSign } from '../../store/differences';
import { useAllMessages } from '../../store/messages';
import { DifferenceSign } from '../../ui/difference-sign';
import { Cell } from './matrix-row';
import styles from './matrix.module.css';

interface SandboxRowProps {
  row: Row;
  types: readonly NamespaceType[];
  /** Counted from 1, the header's included. */
  rowIndex: number;
  /** Where the row stands; null where it stands in the flow. */
  top: number | null;
  height: number;
  columns: string;
  selected: boolean;
  lit: NamespaceId | null;
  /** The column in the tab order; null: none. */
  active: number | null;
}

/** A sandbox and its namespaces: a square before its name, where a container has its dot. */
export function SandboxRow(props: SandboxRowProps) {
  const { row, types, lit, active, top } = props;
  const messages = useAllMessages();
  const { sandbox, spaces } = row;
  const { key, name, named, processes } = sandbox;
  // Of a moment that is compared with another.
  const sign = useSign(key);
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      data-sandbox={sandbox.top.pid}
      data-row={key}
      className={`${styles.row} inset-x-0 grid items-stretch gap-x-2 rounded-lg px-2 py-1 hover:bg-raised`}
      style={{
        height: props.height,
        gridTemplateColumns: props.columns,
        ...(top === null ? {} : { position: 'absolute', top }),
      }}
    >
      <div
        role="rowheader"
        tabIndex={active === 0 ? 0 : -1}
        data-column="0"
        title={sandboxSentence(sandbox, spaces, messages)}
        className="flex min-w-0 cursor-pointer flex-col justify-center rounded leading-tight"
      >
        <span className="flex min-w-0 items-center gap-2">
          <span aria-hidden className="size-2 shrink-0 border-2 border-line-strong" />
          <strong className="truncate font-semibold">{name}</strong>
          {sign !== null && (
            <span title={sign.word}>
              <DifferenceSign difference={sign.difference} />
              <span className="sr-only">{sign.word}</span>
            </span>
          )}
        </span>
        <span className={`truncate pl-4 text-xs text-dim ${styles.beneath}`}>
          {messages.sandboxes.detail(named, sandbox.top.pid, processes.length)}
        </span>
      </div>
      {row.cells
        .filter(({ type }) => types.includes(type))
        .map((cell, index) => (
          <Cell
            key={cell.type}
            cell={cell}
            column={index + 1}
            inTabOrder={active === index + 1}
            lit={lit !== null && cell.namespace === lit}
            sentence={sandboxArcSentence(sandbox, spaces, cell.type, messages)}
            messages={messages.matrix}
          />
        ))}
    </div>
  );
}
