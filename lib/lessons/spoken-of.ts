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
  startTicks: string;
  /** The letter of its state, where the step is about that and it was told; else null. */
  state: string | null;
}

/**
 * The processes that a step's facts are about, those included that it is done by: a picture marks them wherever they are
 * seen. What is not there, could not be read, or is said not to be so, is left out.
 */
export function spokenOf(
  { id, done, evidence }: Pick<Step, 'id' | 'done' | 'evidence'>,
  run: Run,
  sight: Sight,
): SpokenOf[] {
  const witness = new Witness(run, id, sight);
  const all = new Map<number, SpokenOf>();
  for (const leaf of [done, ...evidence].flatMap(leavesOf)) {
    const processes = known(() => processesOf(leaf, witness, run.steps[id]?.newestTicks)) ?? [];
    for (const { pid, startTicks } of processes.filter((each) => each !== null)) {
      const state = 'state' in leaf ? known(() => stateOf(witness, leaf.state[0])?.value) : null;
      all.set(pid, { pid, startTicks, state: state ?? all.get(pid)?.state ?? null });
    }
  }
  return [...all.values()];
}

/** What a predicate is made of. */
export function leavesOf(predicate: Predicate): Leaf[] {
  if ('all' in predicate) return predicate.all.flatMap(leavesOf);
  if ('any' in predicate) return predicate.any.flatMap(leavesOf);
  if ('not' in predicate) return [];
  return [predicate];
}

/** @param newest when the newest had begun that was there when the step was first shown, in ticks @throws Unreadable */
function processesOf(leaf: Leaf, witness: Witness, newest = Infinity): (Process | null)[] {
  // A container runs as long as its first process does.
  if ('running' in leaf) return [witness.leader(leaf.running)];
  if ('exited' in leaf) {
    const { exited } = leaf;
    return [witness.leader(typeof exited === 'string' ? exited : exited[0])];
  }
  if ('sees' in leaf) return [witness.leader(leaf.sees[1])];
  if ('state' in leaf) return [witness.leader(leaf.state[0])];
  if ('runs-as' in leaf) return [witness.leader(leaf['runs-as'][0])];
  if ('parent' in leaf) return [parentOf(witness, leaf.parent[0])];
  if ('processes' in leaf) {
    const container = witness.alive(leaf.processes[0]);
    if (container === null) return [];
    // What is new is told from what was there.
    return witness.processes(container).filter(({ startTicks }) => Number(startTicks) > newest);
  }
  if ('has-pid' in leaf) {
    const [place, number] = leaf['has-pid'];
    const seen = seenAt(witness, place)?.processes ?? [];
    return seen.filter(({ pid }) => pid === number).map(({ process }) => process);
  }
  return [];
}

/** Undefined: it could not be read. */
export function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
