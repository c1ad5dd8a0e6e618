import { Unreadable } from '../findings/unreadable';
import { decide } from './decide';
import { claimOf, type Claim } from './decisions';
import type { Predicate } from './predicate';
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
      truth: decide(predicate, witness),
      ...shownBy(claim, witness),
      at,
    };
  });
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
