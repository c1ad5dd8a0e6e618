import { Unreadable } from '../findings/unreadable';
import { claimOf } from './decisions';
import type { Predicate } from './predicate';
import type { Truth } from './run';
import type { Witness } from './witness';

const TRUE: Truth = { is: 'true' };
const FALSE: Truth = { is: 'false' };

/** Is it so? All parts are looked at, so that the witness knows all that has to be asked. */
export function decide(predicate: Predicate, witness: Witness): Truth {
  if ('all' in predicate) return all(predicate.all.map((each) => decide(each, witness)));
  if ('any' in predicate) {
    return not(all(predicate.any.map((each) => not(decide(each, witness)))));
  }
  if ('not' in predicate) return not(decide(predicate.not, witness));
  try {
    return claimOf(predicate).holds(witness) ? TRUE : FALSE;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { is: 'unknown', because: error.reason };
  }
}

/** Does nothing but a learner's answer decide it? */
export function isAnsweredAlone(predicate: Predicate): boolean {
  if ('all' in predicate) return predicate.all.every(isAnsweredAlone);
  if ('any' in predicate) return predicate.any.every(isAnsweredAlone);
  if ('not' in predicate) return isAnsweredAlone(predicate.not);
  return 'answered' in predicate;
}

/** Kleene's: false where one is, else unknown where one is. */
function all(truths: readonly Truth[]): Truth {
  return (
    truths.find((each) => each.is === 'false') ??
    truths.find((each) => each.is === 'unknown') ??
    TRUE
  );
}

function not(truth: Truth): Truth {
  if (truth.is === 'unknown') return truth;
  return truth.is === 'true' ? FALSE : TRUE;
}
