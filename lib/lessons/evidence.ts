import { Unreadable } from '../findings/unreadable';
import { decide } from './decide';
import { claimOf, type Claim } from './decisions';
import { containersIn, leavesIn } from './forms';
import type { Name, Predicate } from './predicate';
import type { Evidence, StepRun, Truth } from './run';
import type { Witness } from './witness';

/**
 * Each fact with what shows it; of several joined, what shows the first of them, and where one is enough, the one
 * that is so.
 *
 * @param factsAt when each was first seen so, as it is remembered of its step
 */
export function evidenceOf(
  predicates: readonly Predicate[],
  witness: Witness,
  at: number,
  factsAt: StepRun['factsAt'] = {},
): Evidence[] {
  const times = new Map<string, number>();
  return predicates.map((predicate, index) => {
    const first = firstOf(predicate);
    const name = 'not' in predicate ? `not-${first.name}` : first.name;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    const held = heldOf(predicate, witness);
    return {
      name: nth === 1 ? name : `${name}-${String(nth)}`,
      predicate: held,
      truth: truthOf(predicate, witness),
      ...shownBy(firstOf(held), witness),
      at,
      seenAt: factsAt[index] ?? null,
    };
  });
}

/** Was a fact seen so, and is otherwise now? One that was never seen so is not yet. */
export function isNoLonger({ truth, seenAt }: Pick<Evidence, 'truth' | 'seenAt'>): boolean {
  return truth.is === 'false' && seenAt !== null;
}

/** What the machine says now of what nobody checked; `silent`: none of its facts could be read, or it has none. */
export type MachineNow = 'agrees' | 'not-yet' | 'no-longer' | 'silent';

export function machineNow(facts: readonly Pick<Evidence, 'truth' | 'seenAt'>[]): MachineNow {
  const known = facts.filter(({ truth }) => truth.is !== 'unknown');
  if (known.length === 0) return 'silent';
  const otherwise = known.filter(({ truth }) => truth.is === 'false');
  if (otherwise.length === 0) return 'agrees';
  return otherwise.every(isNoLonger) ? 'no-longer' : 'not-yet';
}

/**
 * When each of these facts was first seen so, by its index.
 *
 * @param before as it is remembered so far
 * @param at milliseconds since the epoch, as a sight has it
 */
export function factsSeen(
  predicates: readonly Predicate[],
  witness: Witness,
  at: number,
  before: StepRun['factsAt'] = {},
): Record<string, number> {
  const now = predicates.flatMap((each, index) =>
    truthOf(each, witness).is === 'true' ? [[String(index), at]] : [],
  );
  return { ...Object.fromEntries(now), ...before };
}

function truthOf(predicate: Predicate, witness: Witness): Truth {
  return isOfNobody(predicate, witness) ? { is: 'false' } : decide(predicate, witness);
}

/** What is denied of these can be denied of a container that is not there. */
const OF_ANYBODY: readonly Name[] = ['exists', 'running', 'exited', 'from-image'];

/** Does it deny something of a container that is not there? That is true of any, and shows nothing of this one yet. */
function isOfNobody(predicate: Predicate, witness: Witness): boolean {
  if (!('not' in predicate)) return false;
  const named = leavesIn(predicate)
    .filter(({ name }) => !OF_ANYBODY.includes(name))
    .flatMap(containersIn);
  try {
    return named.some((name) => witness.alive(name) === null);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Of several of which one is enough, the one that is so; all of them as long as none is. */
function heldOf(predicate: Predicate, witness: Witness): Predicate {
  if (!('any' in predicate)) return predicate;
  const held = predicate.any.find((each) => truthOf(each, witness).is === 'true');
  return held === undefined ? predicate : heldOf(held, witness);
}

function firstOf(predicate: Predicate): Claim {
  const [inner] =
    'all' in predicate
      ? predicate.all
      : 'any' in predicate
        ? predicate.any
        : 'not' in predicate
          ? [predicate.not]
          : [];
  if (inner !== undefined) return firstOf(inner);
  if ('all' in predicate || 'any' in predicate || 'not' in predicate) {
    throw new Error('a lesson joins at least one predicate');
  }
  return claimOf(predicate);
}

function shownBy(claim: Claim, witness: Witness): Pick<Evidence, 'command' | 'value' | 'grown'> {
  const nothing = { command: null, value: null, grown: null };
  try {
    return { ...nothing, ...claim.shown(witness) };
  } catch (error) {
    if (error instanceof Unreadable) return nothing;
    throw error;
  }
}
