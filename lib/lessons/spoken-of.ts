import { Unreadable } from '../findings/unreadable';
import type { Process } from '../model/process';
import type { Step } from './lesson';
import type { Leaf, Predicate } from './predicate';
import { parentOf, seenAt, stateOf } from './predicates/processes';
import type { Run, Sight } from './run';
import { Witness } from './witness';

/** A process that a step's facts are about. */
export interface SpokenOf {
  /** As the host numbers it. */
  pid: number;
  /** The letter of its state, where the step is about that and it was told; else null. */
  state: string | null;
}

/**
 * The processes that a step's facts are about, those included that it is done by: a picture marks them wherever they are
 * seen. What is not there, or could not be read, is left out.
 */
export function spokenOf(
  { id, done, evidence }: Pick<Step, 'id' | 'done' | 'evidence'>,
  run: Run,
  sight: Sight,
): SpokenOf[] {
  const witness = new Witness(run, id, sight);
  const all = new Map<number, SpokenOf>();
  for (const leaf of [done, ...evidence].flatMap(leavesOf)) {
    const processes = known(() => processesOf(leaf, witness)) ?? [];
    for (const { pid } of processes.filter((each) => each !== null)) {
      const state = 'state' in leaf ? known(() => stateOf(witness, leaf.state[0])?.value) : null;
      all.set(pid, { pid, state: state ?? all.get(pid)?.state ?? null });
    }
  }
  return [...all.values()];
}

function leavesOf(predicate: Predicate): Leaf[] {
  if ('all' in predicate) return predicate.all.flatMap(leavesOf);
  if ('any' in predicate) return predicate.any.flatMap(leavesOf);
  if ('not' in predicate) return leavesOf(predicate.not);
  return [predicate];
}

/** @throws Unreadable */
function processesOf(leaf: Leaf, witness: Witness): (Process | null)[] {
  if ('sees' in leaf) return [witness.leader(leaf.sees[1])];
  if ('state' in leaf) return [witness.leader(leaf.state[0])];
  if ('runs-as' in leaf) return [witness.leader(leaf['runs-as'][0])];
  if ('parent' in leaf) return [witness.leader(leaf.parent[0]), parentOf(witness, leaf.parent[0])];
  if ('processes' in leaf) {
    const container = witness.alive(leaf.processes[0]);
    return container === null ? [] : witness.processes(container);
  }
  if ('has-pid' in leaf) {
    const [place, number] = leaf['has-pid'];
    const seen = seenAt(witness, place)?.processes ?? [];
    return seen.filter(({ pid }) => pid === number).map(({ process }) => process);
  }
  return [];
}

/** Undefined: it could not be read. */
function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
