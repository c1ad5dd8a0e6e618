import type { ContainerState } from '../model/container';
import type { TaskMessage } from './message';

/** Of `containerd.v1.types.Status`: CREATED, RUNNING, STOPPED, PAUSED, PAUSING. */
const STATES: ReadonlyMap<number, ContainerState> = new Map([
  [1, 'created'],
  [2, 'running'],
  [3, 'exited'],
  [4, 'paused'],
  [5, 'running'],
]);

/** What runs of a container, or has run. */
export interface Task {
  state: ContainerState;
  /** 0: there is no process any more. */
  pid: number;
  /** Null as long as it has not ended. */
  exitCode: number | null;
}

/**
 * What containerd tells of a task. Null where that is not in which state it is: it says UNKNOWN, and no PID, of one
 * whose shim has not answered it within two seconds, and that runs all the same.
 *
 * Source: containerd's API, Tasks.
 */
export function readTask({ pid, status, exitStatus }: TaskMessage): Task | null {
  const state = STATES.get(status);
  if (state === undefined) return null;
  return state === 'exited'
    ? { state, pid: 0, exitCode: exitStatus }
    : { state, pid, exitCode: null };
}
