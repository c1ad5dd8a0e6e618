import { statSync } from 'node:fs';
import { rememberedBelow } from '../proc/open-below';
import type { Address } from './endpoint';
import { codeOf } from './errno';

/**
 * What tells the socket file at an address from another one put in its place, and is equal where two
 * paths lead to one file; null where no file is; a TCP address has always the same. A daemon that
 * stops removes its socket long before it lets go of its connections.
 */
export function socketIdentity(address: Address): string | null {
  if (address.kind === 'tcp') return `${address.host}:${String(address.port)}`;
  const { path, root } = address;
  try {
    const { dev, ino, ctimeNs } =
      root === undefined ? statSync(path, { bigint: true }) : rememberedBelow(root, path);
    return `${dev}:${ino}:${ctimeNs}`;
  } catch (error) {
    // In a folder that is not ours to look into: connecting tells why.
    return codeOf(error) === 'ENOENT' ? null : `${root ?? ''}${path}`;
  }
}
