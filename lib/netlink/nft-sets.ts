import { attribute, attributesIn, valuesIn } from './attributes';
import type { Fields } from './fields';
import { NETLINK_NETFILTER, type Question } from './message';
import { nftToldIn } from './nftables';
import { NetlinkParseError } from './parse-error';

/*
 * Sets and maps of nftables, linux/netfilter/nf_tables.h: what rules look up, with or without a name. The
 * kernel tells of the sets of all tables at once, and of what is in them set by set.
 */

export interface NftSet extends NftSetPlace {
  /** What is looked up, in bytes. */
  keyLength: number;
  /** Of several parts, each padded to four bytes: their lengths; empty: it is one. */
  parts: readonly number[];
  /** Its elements are the first and the end of a range, one after the other. */
  ranges: boolean;
  /** Packets add to it: what is in it when the next one comes is not known. */
  growing: boolean;
}

export interface NftSetPlace {
  family: string;
  table: string;
  name: string;
}

export interface NftElement {
  key: Uint8Array;
  /** The last of a range; null: the key alone, or what follows tells. */
  last: Uint8Array | null;
  /** The first that is not in the range before it any more. */
  isEnd: boolean;
  /** It stands for all that is not in the set otherwise. */
  isRest: boolean;
  /** What a map says of it: a value or a verdict, as the steps of rules have it. */
  data: Fields | null;
  /** It holds by more than its key: by how often, say. */
  isOdd: boolean;
}

const NFTABLES = 10 << 8;
const NFT_NEWSET = NFTABLES | 9;
const NFT_GETSET = NFTABLES | 10;
const NFT_NEWSETELEM = NFTABLES | 12;
const NFT_GETSETELEM = NFTABLES | 13;
const NFGENMSG = 4;

const NFTA_SET_TABLE = 1;
const NFTA_SET_NAME = 2;
const NFTA_SET_FLAGS = 3;
const NFTA_SET_KEY_LEN = 5;
const NFTA_SET_DESC = 9;
const NFTA_SET_DESC_CONCAT = 2;
const NFTA_SET_FIELD_LEN = 1;
const NFT_SET_INTERVAL = 4;
const NFT_SET_EVAL = 0x20;

const NFTA_SET_ELEM_LIST_TABLE = 1;
const NFTA_SET_ELEM_LIST_SET = 2;
const NFTA_SET_ELEM_LIST_ELEMENTS = 3;
const NFTA_SET_ELEM_KEY = 1;
const NFTA_SET_ELEM_DATA = 2;
const NFTA_SET_ELEM_FLAGS = 3;
const NFTA_SET_ELEM_EXPR = 7;
const NFTA_SET_ELEM_KEY_END = 10;
const NFTA_SET_ELEM_EXPRESSIONS = 11;
const NFT_SET_ELEM_INTERVAL_END = 1;
const NFT_SET_ELEM_CATCHALL = 2;
const NFTA_DATA_VALUE = 1;
const NFTA_EXPR_NAME = 1;
/** They only count. */
const COUNTING = ['counter', 'last'];

/** Of all families. */
export const ALL_NFT_SETS: Question = {
  ...{ protocol: NETLINK_NETFILTER, type: NFT_GETSET, dump: true },
  body: new Uint8Array(NFGENMSG),
};

/** More sets are not asked for what is in them: it is not known of those. */
const MOST_SETS = 256;

/** What is in each set that the kernel has told of. @throws NetlinkParseError */
export function elementQuestions(sets: Uint8Array): Question[] {
  return nftToldIn(sets, NFT_NEWSET)
    .slice(0, MOST_SETS)
    .map(({ number, told }) => {
      const [table, name] = [told.get(NFTA_SET_TABLE), told.get(NFTA_SET_NAME)];
      if (table === undefined || name === undefined) throw new NetlinkParseError('a set');
      const parts = [
        Uint8Array.of(number, 0, 0, 0),
        attribute(NFTA_SET_ELEM_LIST_TABLE, table.bytes),
        attribute(NFTA_SET_ELEM_LIST_SET, name.bytes),
      ];
      const body = Uint8Array.from(parts.flatMap((part) => [...part]));
      return { protocol: NETLINK_NETFILTER, type: NFT_GETSETELEM, dump: true, body };
    });
}

/** @throws NetlinkParseError */
export function nftSetsIn(bytes: Uint8Array): NftSet[] {
  return nftToldIn(bytes, NFT_NEWSET).map(({ family, told }) => {
    const flags = told.get(NFTA_SET_FLAGS)?.be32(0) ?? 0;
    const described = told.get(NFTA_SET_DESC);
    const concat =
      described === undefined ? undefined : attributesIn(described).get(NFTA_SET_DESC_CONCAT);
    return {
      ...placeOf(family, told, NFTA_SET_TABLE, NFTA_SET_NAME),
      keyLength: told.get(NFTA_SET_KEY_LEN)?.be32(0) ?? 0,
      parts: (concat === undefined ? [] : valuesIn(concat)).map(
        (part) => attributesIn(part).get(NFTA_SET_FIELD_LEN)?.be32(0) ?? 0,
      ),
      ranges: (flags & NFT_SET_INTERVAL) !== 0,
      growing: (flags & NFT_SET_EVAL) !== 0,
    };
  });
}

/** What is in the sets that were asked about; of a large one in several pieces. @throws NetlinkParseError */
export function nftElementsIn(bytes: Uint8Array): (NftSetPlace & { elements: NftElement[] })[] {
  return nftToldIn(bytes, NFT_NEWSETELEM).map(({ family, told }) => {
    const list = told.get(NFTA_SET_ELEM_LIST_ELEMENTS);
    return {
      ...placeOf(family, told, NFTA_SET_ELEM_LIST_TABLE, NFTA_SET_ELEM_LIST_SET),
      elements: list === undefined ? [] : valuesIn(list).map(elementIn),
    };
  });
}

function elementIn(fields: Fields): NftElement {
  const told = attributesIn(fields);
  const flags = told.get(NFTA_SET_ELEM_FLAGS)?.be32(0) ?? 0;
  const several = told.get(NFTA_SET_ELEM_EXPRESSIONS);
  const one = told.get(NFTA_SET_ELEM_EXPR);
  const steps = [
    ...(one === undefined ? [] : [one]),
    ...(several === undefined ? [] : valuesIn(several)),
  ];
  return {
    key: valueAt(told, NFTA_SET_ELEM_KEY) ?? new Uint8Array(),
    last: valueAt(told, NFTA_SET_ELEM_KEY_END),
    isEnd: (flags & NFT_SET_ELEM_INTERVAL_END) !== 0,
    isRest: (flags & NFT_SET_ELEM_CATCHALL) !== 0,
    data: told.get(NFTA_SET_ELEM_DATA) ?? null,
    isOdd: steps.some(
      (step) => !COUNTING.includes(attributesIn(step).get(NFTA_EXPR_NAME)?.text() ?? ''),
    ),
  };
}

function valueAt(told: ReadonlyMap<number, Fields>, type: number): Uint8Array | null {
  const data = told.get(type);
  return (data === undefined ? undefined : attributesIn(data).get(NFTA_DATA_VALUE))?.bytes ?? null;
}

function placeOf(
  family: string,
  told: ReadonlyMap<number, Fields>,
  table: number,
  name: number,
): NftSetPlace {
  const [inTable, called] = [told.get(table), told.get(name)];
  if (inTable === undefined || called === undefined) throw new NetlinkParseError('a set');
  return { family, table: inTable.text(), name: called.text() };
}
