import type { Messages } from '../i18n/messages';
import { stateSaid } from '../i18n/state-said';
import type { Container } from '../model/container';
import { knownState } from '../model/known-state';
import { isStopped } from '../model/is-stopped';
import type { Snapshot } from '../model/snapshot';
import type { Vantage } from '../select/vantage';
import * as proof from '../shell/proof';

/** Why nothing can be seen from a vantage, and a command that helps or shows it. */
export interface BlindSpot {
  text: string;
  /** The kernel keeps it from who reads: another reader might see it. */
  kept: boolean;
  command: string | null;
}

/** Is there nothing to look from: no process, or a PID namespace that is not known? */
export function isBlind({ container, pidNamespace }: Vantage): boolean {
  return container !== null && (container.pid === 0 || pidNamespace === null);
}

/** How a container that does not run came to that, where that is known: `exited (137)`. Null: it is not stopped. */
export function stoppedAs(container: Container, messages: Messages): string | null {
  if (!isStopped(container)) return null;
  const { exitCode } = container;
  const word = stateSaid(container, messages);
  return exitCode === undefined || knownState(container) !== 'exited'
    ? word
    : messages.processes.withCode(word, exitCode);
}

/**
 * @param vantage null: no such container is there
 * @param isTaught does a class look at it?
 */
export function blindSpot(
  snapshot: Snapshot,
  vantage: Vantage | null,
  name: string,
  { processes }: Messages,
  isTaught = false,
): BlindSpot {
  const container = vantage?.container ?? null;
  if (container === null) return { text: processes.missing(name), kept: false, command: null };
  const { state, unreadable } = container;
  if (isStopped(container)) {
    const { stopped } = processes;
    // A class is told by its lesson what comes next.
    if (isTaught || (state !== 'exited' && state !== 'created'))
      return { text: stopped, kept: false, command: null };
    const command = proof.startContainer(snapshot, container);
    const text = command === null ? stopped : `${stopped} ${processes.startIt}`;
    return { text, kept: false, command };
  }
  const why =
    unreadable.pid ?? unreadable['namespaces.pid'] ?? unreadable.namespaces ?? processes.notTold;
  return {
    text: processes.unreadable(name, why),
    kept: true,
    command: proof.processesInside(snapshot, container),
  };
}
