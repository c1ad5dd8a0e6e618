import { statSync } from 'node:fs';
import type { Address } from './endpoint';

/**
 * What tells the socket file at an address from another one put in its place, and is equal where two
 * paths lead to one file; null where no file is; a TCP address has always the same. A daemon that
 * stops removes its socket long before it lets go of its connections.
 */
export function socketIdentity(address: Address): string | null {
  if (address.kind === 'tcp') return `${address.host}:${String(address.port)}`;
  try {
    const stat = statSync(address.path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? null : `${stat.dev}:${stat.ino}:${stat.ctimeNs}`;
  } catch {
    return address.path; // In a folder that is not ours to look into: connecting tells why.
  }
}
