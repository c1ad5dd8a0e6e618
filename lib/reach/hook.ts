import { keyOf, type Chain, type Network } from './network';
import type { Place } from './place';
import { outcomeOf, type Outcome } from './rule';
import { Lost, Unknown, type Said } from './said';
import type { Translation } from './verdict';

/** What rules made of a packet that they let pass. */
export interface Passed {
  translation: Translation | null;
  /** A rule, or a policy, was asked at all: it is worth telling. */
  by: Pick<Said, 'chain' | 'rule'> | null;
}

/**
 * Lets a packet through all chains that come at one hook, in their order.
 *
 * @param families whose chains: `ip` and `inet` of what IPv4 sees, say
 * @throws Lost where it is dropped; Unknown; NetlinkParseError
 */
export function passHook(place: Place, families: readonly string[]): Passed {
  const { network, hook, state } = place;
  const chains = [...network.chains.values()]
    .filter((chain) => chain.base?.hook === hook && families.includes(chain.family))
    .sort((a, b) => (a.base?.priority ?? 0) - (b.base?.priority ?? 0));
  // What comes by loopback was translated when it was sent, if at all.
  const isBySelf = place.in?.loopback === true && ['prerouting', 'input'].includes(hook);
  const passed: Passed = { translation: null, by: null };
  for (const chain of chains) {
    const isNat = chain.base?.type === 'nat';
    // Once for a connection: what follows goes as its first packet did.
    if (isNat && isBySelf) continue;
    if (isNat && (state !== 'new' || passed.translation !== null)) continue;
    const { outcome, by } = runChain(chain, place);
    switch (outcome.is) {
      case 'dropped':
      case 'rejected':
        throw new Lost({
          code: by.rule === undefined ? 'dropped-by-policy' : outcome.is,
          ...by,
        });
      case 'translated':
        if (!isNat) throw new Unknown({ code: 'rule', ...by, what: outcome.how });
        passed.translation = outcome;
        passed.by = by;
        break;
      default:
        passed.by ??= by.rule === undefined ? null : by;
    }
  }
  return passed;
}

interface Ran {
  outcome: Exclude<Outcome, { is: 'next' | 'return' | 'jump' | 'goto' }>;
  /** The rule that decided; without a number: the policy did. */
  by: Pick<Said, 'chain' | 'rule'>;
}

function runChain(base: Chain, place: Place): Ran {
  const { network } = place;
  let [chain, at] = [base, 0];
  const way: { chain: Chain; at: number }[] = [];
  const policy = (): Ran => ({
    outcome: { is: base.base?.policy === 'drop' ? 'dropped' : 'accepted' },
    by: { chain: nameOf(base) },
  });
  for (;;) {
    const rule = chain.rules[at];
    if (rule === undefined) {
      const back = way.pop();
      if (back === undefined) return policy();
      ({ chain, at } = back);
      continue;
    }
    place.budget.left -= 1;
    const by = { chain: nameOf(chain), rule: at + 1 };
    if (place.budget.left < 0) throw new Unknown({ code: 'too-many', ...by });
    at += 1;
    const outcome = outcomeOf(rule, place, by, chain);
    switch (outcome.is) {
      case 'next':
        break;
      case 'return': {
        const back = way.pop();
        if (back === undefined) return policy();
        ({ chain, at } = back);
        break;
      }
      case 'jump':
      case 'goto': {
        const next = network.chains.get(keyOf(chain.family, chain.table, outcome.chain));
        if (next === undefined) throw new Unknown({ code: 'rule', ...by, what: outcome.is });
        if (outcome.is === 'jump') way.push({ chain, at });
        [chain, at] = [next, 0];
        break;
      }
      default:
        return { outcome, by };
    }
  }
}

/** `ip filter FORWARD` */
function nameOf({ family, table, name }: Chain): string {
  return `${family} ${table} ${name}`;
}

/**
 * Are there any rules at all that would be looked at there, or is what gets there dropped?
 *
 * @param hooks at these alone; left out: at any
 */
export function hasChains(
  { chains }: Network,
  families: readonly string[],
  hooks?: readonly string[],
): boolean {
  return [...chains.values()].some(
    ({ base, family, rules }) =>
      base !== null &&
      families.includes(family) &&
      (hooks?.includes(base.hook) ?? true) &&
      (rules.length > 0 || base.policy === 'drop'),
  );
}
