import { attributesIn } from '../netlink/attributes';
import { Fields } from '../netlink/fields';
import type { NftExpression } from '../netlink/nftables';
import { CONDITIONS, numberAt, type Told } from './conditions';
import { keyOf, type Chain } from './network';
import type { Place } from './place';
import { bytesIn, Registers } from './registers';
import { Unknown, type Said } from './said';
import { findIn } from './sets';
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
 * @param table that it is in, whose sets it looks up
 * @throws Unknown where what it does is not known; NetlinkParseError
 */
export function outcomeOf(
  expressions: readonly NftExpression[],
  place: Place,
  name: Pick<Said, 'chain' | 'rule'>,
  table: Pick<Chain, 'family' | 'table'>,
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
    const looked = step === 'lookup' ? lookUp(told, registers, place, table) : null;
    if (looked?.holds === false) return NEXT;
    const verdict =
      looked?.verdict ??
      (step === 'immediate' ? verdictIn(told.get(2)) : statement(step, told, registers));
    if (verdict !== null) {
      if (!isMeant()) return NEXT;
      return verdict === 'unknown' ? not(step) : verdict;
    }
    const writes = WRITES.includes(step) && !told.has(1);
    if (writes && !isMeant()) return NEXT;
    const { holds, what } = looked ?? condition(step, told, registers, place);
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
  const known = Object.hasOwn(CONDITIONS, step) ? CONDITIONS[step] : undefined;
  return {
    holds: known?.(told, registers, place) ?? (known === undefined ? 'unknown' : null),
    what: step,
  };
}

const LOOKUP_SET = 1;
const LOOKUP_SREG = 2;
const LOOKUP_DREG = 3;
const LOOKUP_FLAGS = 5;
const LOOKUP_INVERTED = 1;
const VERDICT_REGISTER = 0;
const DATA_VALUE = 1;

/**
 * Looks something up in a set or a map. Of one of which it is not known what is in it, or what of the packet is
 * looked up, it is not known whether a set has it (`holds` null), nor what a map says (`unknown`).
 */
function lookUp(
  told: Told,
  registers: Registers,
  { network, budget }: Place,
  { family, table }: Pick<Chain, 'family' | 'table'>,
): { holds: boolean | null | 'unknown'; what: string; verdict: Outcome | 'unknown' | null } {
  const register = told.get(LOOKUP_DREG)?.be32(0);
  const what = register === undefined ? 'set' : 'map';
  const set = network.sets.get(keyOf(family, table, told.get(LOOKUP_SET)?.text() ?? ''));
  // Each element is looked at, as each rule is.
  budget.left -= set?.elements.length ?? 0;
  const value = registers.at(numberAt(told, LOOKUP_SREG), set?.keyLength ?? 0);
  const found = set === undefined ? 'unknown' : findIn(set, value);
  if (found === 'unknown') {
    return { holds: register === undefined ? null : 'unknown', what, verdict: null };
  }
  if (register === undefined) {
    const inverted = (numberAt(told, LOOKUP_FLAGS) & LOOKUP_INVERTED) !== 0;
    return { holds: (found !== null) !== inverted, what, verdict: null };
  }
  if (found === null) return { holds: false, what, verdict: null };
  if (register === VERDICT_REGISTER) {
    return { holds: true, what, verdict: verdictIn(found.data ?? undefined) ?? 'unknown' };
  }
  const data = found.data === null ? undefined : attributesIn(found.data).get(DATA_VALUE);
  if (data === undefined) return { holds: 'unknown', what, verdict: null };
  registers.load(register, bytesIn(data));
  return { holds: true, what, verdict: null };
}

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
function verdictIn(data: Fields | undefined): Outcome | 'unknown' | null {
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
