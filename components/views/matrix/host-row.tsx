import { hostArcSentence } from '@lib/facts/arc-sentence';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { HOST } from '@lib/model/host-word';
import { saidOfHost } from '@lib/sharing/said';
import { useAllMessages } from '../../store/messages';
import { Cell } from './matrix-row';
import styles from './matrix.module.css';

interface HostRowProps {
  snapshot: Snapshot;
  types: readonly NamespaceType[];
  columns: string;
  height: number;
  selected: boolean;
  lit: NamespaceId | null;
  /** The column in the tab order; null: none. */
  active: number | null;
}

/** The machine itself, above all containers. */
export function HostRow(props: HostRowProps) {
  const { snapshot, active } = props;
  const messages = useAllMessages();
  const { model, matrix } = messages;
  const { namespaces } = snapshot.host;
  return (
    <div
      role="row"
      aria-rowindex={2}
      aria-selected={props.selected}
      data-container={HOST}
      data-row={HOST}
      className={`${styles.row} grid items-stretch gap-x-2 rounded-lg px-2 py-1 hover:bg-raised`}
      style={{ height: props.height, gridTemplateColumns: props.columns }}
    >
      <div
        role="rowheader"
        tabIndex={active === 0 ? 0 : -1}
        data-column="0"
        className="flex min-w-0 cursor-pointer flex-col justify-center rounded leading-tight"
      >
        <strong className="truncate pl-4 font-semibold">{model.host}</strong>
        <span className={`truncate pl-4 text-xs text-dim ${styles.beneath}`}>
          {matrix.processes(snapshot.processes.length)}
        </span>
      </div>
      {props.types.map((type, index) => {
        const id = namespaces[type];
        return (
          <Cell
            key={type}
            cell={{
              type,
              sharing: saidOfHost(snapshot.host, type),
              said: saidOfHost(snapshot.host, type),
              namespace: id,
              letter: null,
            }}
            column={index + 1}
            inTabOrder={active === index + 1}
            lit={id !== null && id === props.lit}
            sentence={hostArcSentence(snapshot.host, type, messages)}
            messages={matrix}
          />
        );
      })}
    </div>
  );
}
