import { type ContainerKey, containerKey, containerKeyOf } from '@lib/model/ids';
import { isStopped } from '@lib/model/is-stopped';
import type { Snapshot } from '@lib/model/snapshot';
import type { ListedProcess } from '@lib/process-list/process-list';
import { findContainer, nameTold } from '@lib/model/container-ref';
import { unplacedAt } from '@lib/select/vantage';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../../store/messages';
import { PaneHeader } from './pane-header';
import { Blind } from './pane-blind';
import { PaneNotes } from './pane-notes';
import type { PaneProcesses } from './pane-processes';
import { ProcessGrid } from './process-grid';
import { useListState, useProcessList } from './use-process-list';
import { tintOf } from '@lib/select/container-colour';

interface PaneProps {
  snapshot: Snapshot;
  processes: PaneProcesses;
  /** All vantages that are shown. */
  shown: readonly string[];
  colours: ReadonlyMap<ContainerKey, string>;
  /** Pixels in a rem. */
  rem: number;
  /** Pixels of a row's height. */
  rowHeight: number;
  onChange: (to: string) => void;
  onRemove: (() => void) | null;
}

/** The first row of a process that another pane lists too: on a host, hundreds may come before it. */
function firstSeenElsewhere(
  rows: readonly ListedProcess[],
  snapshot: Snapshot,
  shown: readonly string[],
  here: string,
): number {
  if (here !== HOST) return 0;
  const others = new Set(
    shown.flatMap((ref) => {
      const container = ref === HOST ? null : findContainer(snapshot, ref);
      return container === null ? [] : [containerKey(container)];
    }),
  );
  return Math.max(
    0,
    rows.findIndex(({ process }) => {
      const key = containerKeyOf(process);
      return key !== null && others.has(key);
    }),
  );
}

/** What one vantage sees. */
export function Pane(props: PaneProps) {
  const { snapshot, colours } = props;
  const { ref, vantage, seen, listed, told } = props.processes;
  const messages = useAllMessages();
  const { rows, hidden } = useProcessList(told);
  // Who sorts or filters looks for what comes first.
  const [{ sort, match }] = useListState();
  const inOrder = sort.column === 'pid' && !sort.descending && match === '';
  const unplaced = vantage === null || seen === null ? 0 : unplacedAt(snapshot, vantage).length;
  const looking = vantage?.container ?? null;
  const name =
    ref === HOST ? messages.model.host : looking === null ? ref : nameTold(snapshot, looking);

  return (
    <section
      data-vantage={ref}
      aria-label={name}
      className="row-span-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-subgrid overflow-hidden rounded-xl border border-line bg-surface"
    >
      <PaneHeader
        snapshot={snapshot}
        vantage={vantage}
        name={name}
        reference={ref}
        shown={props.shown}
        colour={looking === null || isStopped(looking) ? null : tintOf(colours, looking)}
        count={seen?.length ?? null}
        hidden={(seen?.length ?? 0) - listed}
        onChange={props.onChange}
        onRemove={props.onRemove}
      />
      {seen === null ? (
        <Blind snapshot={snapshot} vantage={vantage} name={name} />
      ) : rows.length === 0 ? (
        <p className="p-4 text-sm text-dim">
          {seen.length === 0
            ? messages.processes.empty
            : hidden > 0
              ? messages.processList.nothingLeft
              : messages.filtering.nothingHere}
        </p>
      ) : (
        <ProcessGrid
          pane={ref}
          label={messages.processes.table(name)}
          seen={told}
          rows={rows}
          colours={colours}
          rem={props.rem}
          rowHeight={props.rowHeight}
          startAt={inOrder ? firstSeenElsewhere(rows, snapshot, props.shown, ref) : 0}
        />
      )}
      <PaneNotes hidden={hidden} others={listed - told.length} unplaced={unplaced} />
    </section>
  );
}
