import { Unreadable } from '../findings/unreadable';
import { decide } from './decide';
import { claimOf, type Claim } from './decisions';
import { containersIn, leavesIn } from './forms';
import type { Name, Predicate } from './predicate';
import type { Evidence } from './run';
import type { Witness } from './witness';

/** Each fact with what shows it; of several joined, what shows the first of them. */
export function evidenceOf(
  predicates: readonly Predicate[],
  witness: Witness,
  at: number,
): Evidence[] {
  const times = new Map<string, number>();
  return predicates.map((predicate) => {
    const claim = firstOf(predicate);
    const name = 'not' in predicate ? `not-${claim.name}` : claim.name;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return {
      name: nth === 1 ? name : `${name}-${String(nth)}`,
      truth: isOfNobody(predicate, witness) ? { is: 'false' } : decide(predicate, witness),
      ...shownBy(claim, witness),
      at,
    };
  });
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

function shownBy(claim: Claim, witness: Witness): Pick<Evidence, 'command' | 'value'> {
  const nothing = { command: null, value: null };
  try {
    return claim.shown(witness) ?? nothing;
  } catch (error) {
    if (error instanceof Unreadable) return nothing;
    throw error;
  }
}
