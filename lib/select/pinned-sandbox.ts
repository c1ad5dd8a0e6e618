import type { Snapshot } from '../model/snapshot';
import type { Process } from '../model/process';
import { isOutside, namespacesElsewhere, sandboxKeys } from '../sandboxes/key';
import type { Selection } from '../view-state/selection';
import { selectedProcess } from './chosen';

type SelectedSandbox = Extract<Selection, { kind: 'sandbox' }>;

/**
 * The selection of a sandbox, which lasts as long as its namespaces: where the process ended or left by which it goes,
 * another in it stands for it. For a process that is in none, no other does. The very same object where nothing of that
 * is different.
 */
export function pinnedSandbox(snapshot: Snapshot, selection: SelectedSandbox): SelectedSandbox {
  const keyOf = sandboxKeys(snapshot);
  const process = selectedProcess(snapshot, selection);
  const { key = process !== null && mayBeIn(snapshot, process) ? keyOf(process) : undefined } =
    selection;
  if (key === undefined) return selection;
  const isIn = (each: Process) => isOutside(each) && keyOf(each) === key;
  if (process !== null && isIn(process)) {
    const { startTicks } = process;
    const isSame = selection.startTicks === startTicks && selection.key === key;
    return isSame ? selection : { ...selection, startTicks, key };
  }
  const another = snapshot.processes.find(isIn);
  if (another === undefined) return selection;
  return { ...selection, pid: another.pid, startTicks: another.startTicks, key };
}

function mayBeIn(snapshot: Snapshot, process: Process): boolean {
  return isOutside(process) && namespacesElsewhere(snapshot, process).length > 0;
}
