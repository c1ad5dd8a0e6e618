import { Fields } from '../netlink/fields';
import { attributesIn } from '../netlink/attributes';
import { headerBytes, PROTOCOL_NUMBERS, unknown, type Bytes } from './packet';
import { addressType, type Place } from './place';
import { bytesIn, compare, isEqual, nameBytes, ownNumber, type Registers } from './registers';
import { stateBit } from './xt-match';

/*
 * The steps of rules of nftables that load something and compare it, linux/netfilter/nf_tables.h. Their
 * attributes are in network order; what they compare is as the packet or the kernel has it.
 */

export type Told = ReadonlyMap<number, Fields>;

/** Holds it? True for one that only loads something; null: that cannot be told. */
type Step = (told: Told, registers: Registers, place: Place) => boolean | null;

const NFTA_DATA_VALUE = 1;

export function numberAt(told: Told, type: number, otherwise = 0): number {
  return told.get(type)?.be32(0) ?? otherwise;
}

/** What a step is told to compare with. */
function dataAt(told: Told, type: number): Bytes {
  const data = told.get(type);
  const value = data === undefined ? undefined : attributesIn(data).get(NFTA_DATA_VALUE);
  return value === undefined ? [] : bytesIn(value);
}

const COMPARISONS: readonly ((order: number) => boolean)[] = [
  (order) => order === 0,
  (order) => order !== 0,
  (order) => order < 0,
  (order) => order <= 0,
  (order) => order > 0,
  (order) => order >= 0,
];
const EQUAL = 0;
const UNEQUAL = 1;

export const CONDITIONS: Readonly<Record<string, Step>> = {
  payload: (told, registers, { packet }) => {
    // Written, not read: a field of the packet is changed.
    if (told.has(5)) return null;
    const [base, offset, length] = [numberAt(told, 2), numberAt(told, 3), numberAt(told, 4)];
    registers.load(numberAt(told, 1), headerBytes(packet, base, offset, Math.min(length, 64)));
    return true;
  },

  cmp: (told, registers) => {
    const data = dataAt(told, 3);
    const value = registers.at(numberAt(told, 1), data.length);
    const operator = numberAt(told, 2);
    if (operator === EQUAL) return isEqual(value, data);
    const equal = isEqual(value, data);
    if (operator === UNEQUAL) return equal === null ? null : !equal;
    const order = compare(value, data);
    return order === null ? null : (COMPARISONS[operator]?.(order) ?? null);
  },

  range: (told, registers) => {
    const [first, last] = [dataAt(told, 3), dataAt(told, 4)];
    const value = registers.at(numberAt(told, 1), first.length);
    const [low, high] = [compare(value, first), compare(value, last)];
    if (low === null || high === null) return null;
    return (low >= 0 && high <= 0) === (numberAt(told, 2) === EQUAL);
  },

  bitwise: (told, registers) => {
    const length = Math.min(numberAt(told, 3), 64);
    const value = registers.at(numberAt(told, 1), length);
    const [mask, xor] = [dataAt(told, 4), dataAt(told, 5)];
    const isMask = numberAt(told, 6) === 0;
    const result = value.map((byte, at) => {
      const [kept, flipped] = [mask[at] ?? null, xor[at] ?? null];
      if (!isMask || kept === null || flipped === null) return null;
      if (kept === 0) return flipped;
      return byte === null ? null : (byte & kept) ^ flipped;
    });
    registers.load(numberAt(told, 2), result);
    return true;
  },

  meta: (told, registers, place) => {
    const register = told.get(1);
    if (register === undefined) return metaWritten(told, registers, place);
    registers.load(register.be32(0), metaBytes(numberAt(told, 2), place));
    return true;
  },

  ct: (told, registers, place) => {
    const register = told.get(1);
    // Written: what is remembered with the connection, which nothing here goes by.
    if (register === undefined) return CT_NOTES.includes(numberAt(told, 2)) ? true : null;
    const key = numberAt(told, 2);
    const bytes =
      key === CT_STATE
        ? ownNumber(stateBit(place), 4)
        : key === CT_DIRECTION
          ? [place.packet.reply ? 1 : 0]
          : unknown(16);
    registers.load(register.be32(0), bytes);
    return true;
  },

  fib: (told, registers, { network, packet }) => {
    const flags = numberAt(told, 3);
    const isType = numberAt(told, 2) === FIB_ADDRTYPE;
    const address =
      flags === FIB_SADDR ? packet.source : flags === FIB_DADDR ? packet.destination : null;
    registers.load(
      numberAt(told, 1),
      isType && address !== null ? ownNumber(addressType(network, address), 4) : unknown(16),
    );
    return true;
  },

  immediate: (told, registers) => {
    registers.load(numberAt(told, 1), dataAt(told, 2));
    return true;
  },

  // They count, or write something down, and hold always.
  counter: () => true,
  log: () => true,
  last: () => true,
  dup: () => true,

  // These load what goes by more than the packet.
  ...loading(['rt', 'socket', 'osf', 'exthdr', 'hash', 'numgen', 'xfrm', 'tunnel', 'byteorder']),

  // Whether these hold goes by what was before, or by lists that are not known.
  limit: () => null,
  quota: () => null,
  connlimit: () => null,
  dynset: () => null,
  objref: () => null,
};

/** Those that load into the register that their first attribute names, or the second. */
function loading(names: readonly string[]): Record<string, Step> {
  const load: Step = (told, registers) => {
    registers.load(numberAt(told, 1, 1), unknown(16));
    registers.load(numberAt(told, 2, 1), unknown(16));
    return true;
  };
  return Object.fromEntries(names.map((name) => [name, load]));
}

const CT_STATE = 0;
const CT_DIRECTION = 1;
/** Mark, label, event mask, security mark. */
const CT_NOTES = [3, 4, 10, 18];
const FIB_ADDRTYPE = 3;
const FIB_SADDR = 1;
const FIB_DADDR = 2;

const META_PROTOCOL = 1;
const META_PRIORITY = 2;
const META_MARK = 3;
const META_IIF = 4;
const META_OIF = 5;
const META_IIFNAME = 6;
const META_OIFNAME = 7;
const META_NFTRACE = 12;
const META_NFPROTO = 15;
const META_L4PROTO = 16;

function metaBytes(key: number, place: Place): Bytes {
  const { packet } = place;
  switch (key) {
    case META_PROTOCOL:
      return packet.family === 4 ? [0x08, 0x00] : [0x86, 0xdd];
    case META_MARK:
      return packet.mark === null ? unknown(4) : ownNumber(packet.mark, 4);
    case META_IIF:
      return ownNumber(place.in?.index ?? 0, 4);
    case META_OIF:
      return ownNumber(place.out?.index ?? 0, 4);
    case META_IIFNAME:
      return nameBytes(place.in?.name ?? '');
    case META_OIFNAME:
      return nameBytes(place.out?.name ?? '');
    case META_NFPROTO:
      return [packet.family === 4 ? 2 : 10];
    case META_L4PROTO:
      return [PROTOCOL_NUMBERS[packet.protocol]];
    default:
      return unknown(16);
  }
}

function metaWritten(told: Told, registers: Registers, { packet }: Place): boolean | null {
  const key = numberAt(told, 2);
  if (key === META_PRIORITY || key === META_NFTRACE) return true;
  if (key !== META_MARK) return null;
  const bytes = registers.at(numberAt(told, 3), 4);
  packet.mark = bytes.includes(null) ? null : new Fields(Uint8Array.from(bytes, Number)).u32(0);
  return true;
}
