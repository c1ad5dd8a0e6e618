import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { HOST } from '../model/host-word';
import type { Selection } from '../view-state/selection';
import { findContainer } from '../model/container-ref';
import { containerKey } from '../model/ids';

type SelectedProcess = Extract<Selection, { kind: 'process' | 'sandbox' }>;
type SelectedNamespace = Extract<Selection, { kind: 'namespace' }>;

/**
 * What is selected, as pictures know things: keys of containers, ids of namespaces, `:host`. Who draws processes or
 * sandboxes looks for these.
 */
export function chosenIn(snapshot: Snapshot, selection: Selection | null): ReadonlySet<string> {
  if (selection === null) return new Set();
  if (selection.kind === 'namespace') {
    return new Set(isEnded(snapshot, selection) ? [] : [selection.id]);
  }
  if (selection.kind === 'process' || selection.kind === 'sandbox') return new Set();
  const refs = selection.kind === 'pair' ? selection.refs : [selection.ref];
  return new Set(
    refs.flatMap((ref) => {
      if (ref === HOST) return HOST;
      const container = findContainer(snapshot, ref);
      return container === null ? [] : containerKey(container);
    }),
  );
}

/** Is it this process that is selected? Another may have its number. */
export function isSelected(process: Process, { pid, startTicks }: SelectedProcess): boolean {
  return pid === process.pid && (startTicks === undefined || startTicks === process.startTicks);
}

/** The process that is selected; null: it is not there, or another has its number now. */
export function selectedProcess(snapshot: Snapshot, selection: SelectedProcess): Process | null {
  return snapshot.processes.find((each) => isSelected(each, selection)) ?? null;
}

/** Of a selected namespace: has another its number now? */
export function isEnded(snapshot: Snapshot, { id, lifetime }: SelectedNamespace): boolean {
  const record = snapshot.namespaces.find((each) => each.id === id);
  return lifetime !== undefined && record !== undefined && record.lifetime !== lifetime;
}

/**
 * The selection with what a link cannot tell: of a namespace or process that is there, its lifetime, so that it
 * does not become another one that has its number later.
 */
export function pinned(snapshot: Snapshot | null, selection: Selection | null): Selection | null {
  if (selection?.kind === 'process' || selection?.kind === 'sandbox') {
    const found = snapshot === null ? null : selectedProcess(snapshot, selection);
    return found === null ? selection : { ...selection, startTicks: found.startTicks };
  }
  if (selection?.kind !== 'namespace' || selection.lifetime !== undefined) return selection;
  const record = snapshot?.namespaces.find(({ id }) => id === selection.id);
  return record === undefined ? selection : { ...selection, lifetime: record.lifetime };
}

/**
 * What is selected after one more container was asked for besides what is: a second one makes a
 * pair to be compared, one that is of the pair leaves it, and the host stays alone.
 */
export function alsoChosen(selection: Selection | null, ref: string): Selection | null {
  if (ref === HOST) return { kind: 'container', ref };
  if (selection?.kind === 'pair') {
    const [first, second] = selection.refs;
    if (ref === first) return { kind: 'container', ref: second };
    if (ref === second) return { kind: 'container', ref: first };
    return { kind: 'pair', refs: [first, ref] };
  }
  if (selection?.kind === 'container' && selection.ref !== HOST) {
    return selection.ref === ref ? null : { kind: 'pair', refs: [selection.ref, ref] };
  }
  return { kind: 'container', ref };
}
