import { padded } from '../netlink/attributes';
import type { NftElement, NftSet } from '../netlink/nft-sets';
import type { Bytes } from './packet';
import { compare, isEqual } from './registers';

/** A set or a map of nftables with all that is in it. */
export interface FilledSet extends NftSet {
  elements: readonly NftElement[];
}

/** The element that stands for some bytes; null: none does; `unknown`: what is known of them does not tell. */
export type Found = NftElement | null | 'unknown';

/** Looks bytes up, of which some may not be known (null). */
export function findIn(set: FilledSet, value: Bytes): Found {
  if (set.growing) return 'unknown';
  const elements = set.elements.filter(({ isRest }) => !isRest);
  const inPairs = set.ranges && elements.every(({ last }) => last === null);
  const found = inPairs ? inRanges(elements, value) : among(set, elements, value);
  if (found === 'unknown') return found;
  const element = found ?? set.elements.find(({ isRest }) => isRest) ?? null;
  return element?.isOdd === true ? 'unknown' : element;
}

function among(set: FilledSet, elements: readonly NftElement[], value: Bytes): Found {
  let open = false;
  for (const element of elements) {
    const is =
      element.last === null ? isEqual(value, [...element.key]) : isBetween(set, element, value);
    if (is === true) return element;
    open ||= is === null;
  }
  return open ? 'unknown' : null;
}

/** Each part by itself is in the range of that part. */
function isBetween(
  { parts, keyLength }: FilledSet,
  { key, last }: NftElement,
  value: Bytes,
): boolean | null {
  let at = 0;
  let known = true;
  for (const length of parts.length > 0 ? parts : [keyLength]) {
    const part = value.slice(at, at + length);
    const low = compare(part, [...key.subarray(at, at + length)]);
    const high = compare(part, [...(last ?? key).subarray(at, at + length)]);
    if ((low !== null && low < 0) || (high !== null && high > 0)) return false;
    known &&= low !== null && high !== null;
    at += padded(length);
  }
  return known ? true : null;
}

/** Where ranges are told by their first, and by the first after them. */
function inRanges(elements: readonly NftElement[], value: Bytes): Found {
  if (elements.every(({ isEnd }) => isEnd)) return null;
  let before: NftElement | null = null;
  for (const element of elements) {
    const order = compare(value, [...element.key]);
    if (order === null) return 'unknown';
    if (order < 0) continue;
    const nearer = before === null ? 1 : (compare([...element.key], [...before.key]) ?? 0);
    // Where one ends and the next begins, it is in the next.
    if (nearer > 0 || (nearer === 0 && !element.isEnd)) before = element;
  }
  return before?.isEnd === false ? before : null;
}
