import type { Family } from '../netlink/address-text';
import { addressDigits, addressText, isMapped } from '../proc/ip-address';

/**
 * The bytes of an address in network order; null stands for one that is not known. All null: somebody
 * outside of the machine.
 */
export type Address = readonly (number | null)[];

export function outside(family: Family): Address {
  return Array.from({ length: family === 4 ? 4 : 16 }, () => null);
}

/** @returns null for what is no address */
export function parseAddress(text: string): Address | null {
  const digits = addressDigits(text);
  if (digits === null) return null;
  const bytes = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return isMapped(digits) && !text.startsWith('::ffff:') ? bytes.slice(12) : bytes;
}

export function familyOfAddress(address: Address): Family {
  return address.length === 4 ? 4 : 6;
}

export function isOutside(address: Address): boolean {
  return address.includes(null);
}

/** @returns null for one that is not known */
export function textOf(address: Address): string | null {
  return isOutside(address) ? null : addressText(Uint8Array.from(address, (byte) => byte ?? 0));
}

export function isSame(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((byte, at) => byte !== null && byte === b[at]);
}

/** An address with how many of its bits count: `172.17.0.0/16`. */
export interface Prefix {
  address: Address;
  length: number;
}

/** @param text `default`, `all`, an address, or one with a length @returns null for what is none */
export function parsePrefix(text: string, family: Family): Prefix | null {
  if (text === 'default' || text === 'all') return { address: outside(family), length: 0 };
  const [before = '', length] = text.split('/');
  const address = parseAddress(before);
  if (address === null || familyOfAddress(address) !== family) return null;
  return { address, length: length === undefined ? address.length * 8 : Number(length) };
}

/** Somebody outside is in no prefix but that of all. */
export function isIn(address: Address, prefix: Prefix): boolean {
  if (prefix.length === 0) return address.length === prefix.address.length;
  if (isOutside(address) || address.length !== prefix.address.length) return false;
  return address.every((byte, at) => {
    const bits = Math.max(0, Math.min(8, prefix.length - 8 * at));
    const mask = (0xff << (8 - bits)) & 0xff;
    return ((byte ?? 0) & mask) === ((prefix.address[at] ?? 0) & mask);
  });
}

/** `fe80::…`, which means nothing beyond the wire that it is used on. */
export function isLinkLocal(address: Address): boolean {
  return address.length === 16 && address[0] === 0xfe && ((address[1] ?? 0) & 0xc0) === 0x80;
}

export function isLoopback(address: Address): boolean {
  if (address.length === 4) return address[0] === 127;
  return address.slice(0, 15).every((byte) => byte === 0) && address[15] === 1;
}
