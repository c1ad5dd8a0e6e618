import type { NamespaceSet } from '../model/namespace-set';
import type { Process } from '../model/process';
import type { NameSource } from './name';

/** Processes of no container that are together in namespaces other than the host's. */
export interface Sandbox {
  /** The same for as long as its namespaces last, whichever of its processes end: `sandboxKeys` tells it. */
  key: string;
  name: string;
  /** What tells the name. */
  named: NameSource;
  /** The process that all others in it come from, as far as is seen. */
  top: Process;
  /** All in it, by PID. */
  processes: readonly Process[];
  /** Null: which it is could not be read. */
  namespaces: NamespaceSet;
  /** The key of the sandbox that the process which started its topmost one is in; null: of none. */
  within: string | null;
}

/** What is found of sandboxes in a snapshot. */
export interface FoundSandboxes {
  /** By the PID of their topmost processes. */
  sandboxes: readonly Sandbox[];
  /** How many processes outside of containers may be in some that are not known, for links of theirs could not be read. */
  unread: number;
}

/** The one that a process is in; null: in none, or there is no such process. */
export function sandboxWith(sandboxes: readonly Sandbox[], pid: number): Sandbox | null {
  return sandboxes.find(({ processes }) => processes.some((each) => each.pid === pid)) ?? null;
}
