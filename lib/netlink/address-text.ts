import { addressText } from '../proc/ip-address';
import type { Fields } from './fields';
import { NetlinkParseError } from './parse-error';

/* linux/socket.h */
const AF_INET = 2;
const AF_INET6 = 10;

export type Family = 4 | 6;

/** @returns null for families that have no addresses of the Internet */
export function familyOf(number: number): Family | null {
  if (number === AF_INET) return 4;
  return number === AF_INET6 ? 6 : null;
}

export function numberOf(family: Family): number {
  return family === 4 ? AF_INET : AF_INET6;
}

/** An address as `ip` writes it. */
export function addressIn(fields: Fields, family: Family): string {
  const length = family === 4 ? 4 : 16;
  if (fields.length !== length) throw new NetlinkParseError(`an address of IPv${String(family)}`);
  return addressText(fields.bytes);
}
