import { attributesIn } from '../netlink/attributes';
import { Fields } from '../netlink/fields';
import type { NftExpression } from '../netlink/nftables';
import { CONDITIONS, numberAt, type Told } from './conditions';
import type { Place } from './place';
import { Registers } from './registers';
import { Unknown, type Said } from './said';
import type { Verdict } from './verdict';
import { xtMatches } from './xt-match';
import { xtTarget } from './xt-target';

/** What a rule does with a packet; `next`: the one after it is looked at. */
export type Outcome =
  Verdict | { is: 'next' } | { is: 'return' } | { is: 'jump' | 'goto'; chain: string };

const NEXT: Outcome = { is: 'next' };

const NF_DROP = 0;
const NF_ACCEPT = 1;
const NFT_CONTINUE = -1;
const NFT_BREAK = -2;
const NFT_JUMP = -3;
const NFT_GOTO = -4;
const NFT_RETURN = -5;

/**
 * Does with a packet what the kernel would, step by step.
 *
 * @param name of the rule, for who is told that it is not understood
 * @throws Unknown where what it does is not known; NetlinkParseError
 */
export function outcomeOf(
  expressions: readonly NftExpression[],
  place: Place,
  name: Pick<Said, 'chain' | 'rule'>,
): Outcome {
  const registers = new Registers();
  const not = (what: string): never => {
    throw new Unknown({ code: 'rule', ...name, what });
  };
  // Whether the rule is for this packet is only asked where all else that it demands holds.
  let open: string | null = null;
  const isMeant = (): boolean => {
    const what = open;
    open = null;
    return what === null || place.decide({ ...name, what });
  };
  for (const { name: step, told } of expressions) {
    if (step === 'target') {
      if (!isMeant()) return NEXT;
      const { name: target, revision, info } = extension(told);
      const verdict = xtTarget(target, revision, info, place) ?? not(target);
      if (verdict !== 'next') return verdict;
      continue;
    }
    const verdict = step === 'immediate' ? verdictIn(told) : statement(step, told, registers);
    if (verdict !== null) {
      if (!isMeant()) return NEXT;
      return verdict === 'unknown' ? not(step) : verdict;
    }
    const writes = WRITES.includes(step) && !told.has(1);
    if (writes && !isMeant()) return NEXT;
    const { holds, what } = condition(step, told, registers, place);
    if (holds === false) return NEXT;
    if (holds === 'unknown' || (holds === null && writes)) return isMeant() ? not(what) : NEXT;
    if (holds === null) open ??= what;
  }
  return NEXT;
}

/** Holds it? Null: it cannot be told; `unknown`: it is no step that is known here. */
function condition(
  step: string,
  told: Told,
  registers: Registers,
  place: Place,
): { holds: boolean | null | 'unknown'; what: string } {
  if (step === 'match') {
    const { name: match, revision, info } = extension(told);
    return { holds: xtMatches(match, revision, info, place), what: match };
  }
  // A set, of which it is not known what is in it; or a map, of which it is not known what it says.
  if (step === 'lookup') {
    return told.has(LOOKUP_DREG) ? { holds: 'unknown', what: 'map' } : { holds: null, what: 'set' };
  }
  const known = Object.hasOwn(CONDITIONS, step) ? CONDITIONS[step] : undefined;
  return {
    holds: known?.(told, registers, place) ?? (known === undefined ? 'unknown' : null),
    what: step,
  };
}

const LOOKUP_DREG = 3;
/** Without a register to load into (the first attribute) they write. */
const WRITES = ['payload', 'meta', 'ct'];

function extension(told: Told): { name: string; revision: number; info: Fields } {
  return {
    name: told.get(1)?.text() ?? '',
    revision: numberAt(told, 2),
    info: told.get(3) ?? new Fields(new Uint8Array()),
  };
}

/** @returns null where it only loads something; `unknown` for a verdict that is not known here */
function verdictIn(told: Told): Outcome | 'unknown' | null {
  const data = told.get(2);
  const verdict = data === undefined ? undefined : attributesIn(data).get(2);
  if (verdict === undefined) return null;
  const parts = attributesIn(verdict);
  const code = numberAt(parts, 1) | 0;
  const chain = parts.get(2)?.text() ?? '';
  switch (code) {
    case NF_DROP:
      return { is: 'dropped' };
    case NF_ACCEPT:
      return { is: 'accepted' };
    case NFT_CONTINUE:
    case NFT_BREAK:
      return NEXT;
    case NFT_JUMP:
      return { is: 'jump', chain };
    case NFT_GOTO:
      return { is: 'goto', chain };
    case NFT_RETURN:
      return { is: 'return' };
    default:
      return 'unknown';
  }
}

/** What ends a rule by itself. @returns null for a step that does not */
function statement(step: string, told: Told, registers: Registers): Verdict | 'unknown' | null {
  switch (step) {
    case 'reject':
      return { is: 'rejected' };
    case 'masq':
      return told.has(2)
        ? 'unknown'
        : { is: 'translated', how: 'masquerade', address: null, port: null };
    case 'redir': {
      const port = portAt(told, 1, 2, registers);
      return port === 'unknown' ? port : { is: 'translated', how: 'redirect', address: null, port };
    }
    case 'nat': {
      const port = portAt(told, 5, 6, registers);
      const register = told.get(3)?.be32(0);
      const last = told.get(4)?.be32(0) ?? register;
      if (port === 'unknown' || last !== register) return 'unknown';
      const length = numberAt(told, 2) === 2 ? 4 : 16;
      const address = register === undefined ? null : registers.at(register, length);
      if (address?.includes(null) === true) return 'unknown';
      return { is: 'translated', how: numberAt(told, 1) === 1 ? 'to' : 'from', address, port };
    }
    default:
      return null;
  }
}

/** Null: it stays as it is. */
function portAt(
  told: Told,
  first: number,
  last: number,
  registers: Registers,
): number | null | 'unknown' {
  const register = told.get(first)?.be32(0);
  if (register === undefined) return null;
  if ((told.get(last)?.be32(0) ?? register) !== register) return 'unknown';
  const [high = null, low = null] = registers.at(register, 2);
  return high === null || low === null ? 'unknown' : high * 256 + low;
}
