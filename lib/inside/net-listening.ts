import { PROTOCOLS, type ListeningSocket } from '../netlink/socket';
import { addressDigits } from '../proc/ip-address';
import type { Listening } from './net';

/** The processes that have each socket open, by inode. */
export interface SocketOwners {
  pids: ReadonlyMap<string, readonly number[]>;
  /** Why some processes of the network could not be looked at; null: all were. */
  reason: string | null;
}

/**
 * By protocol, port, address. Several sockets of one address (SO_REUSEPORT) are one row.
 *
 * @param names of the devices, by index
 */
export function listeningInside(
  sockets: readonly ListeningSocket[],
  owners: SocketOwners,
  names: ReadonlyMap<number, string>,
): Listening[] {
  const rows = new Map<string, { row: Omit<Listening, 'pids' | 'outside'>; inodes: string[] }>();
  for (const { inode, device, ...socket } of sockets) {
    // Null would say that it hears every device.
    const name = device === null ? null : (names.get(device) ?? `#${String(device)}`);
    const key = JSON.stringify([
      socket.protocol,
      socket.address,
      socket.port,
      device,
      socket.v6Only,
    ]);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, { row: { ...socket, device: name }, inodes: [inode] });
    else same.inodes.push(inode);
  }
  return [...rows.values()]
    .map(({ row, inodes }) => {
      const pids = new Set(inodes.flatMap((inode) => owners.pids.get(inode) ?? []));
      const unseen = owners.reason === null ? true : null;
      return {
        ...row,
        pids: [...pids].sort((a, b) => a - b),
        outside: pids.size > 0 ? false : unseen,
      };
    })
    .sort(
      (a, b) =>
        PROTOCOLS.indexOf(a.protocol) - PROTOCOLS.indexOf(b.protocol) ||
        a.port - b.port ||
        (orderOf(a) < orderOf(b) ? -1 : 1),
    );
}

function orderOf({ address, device }: Listening): string {
  return `${addressDigits(address) ?? ''} ${device ?? ''}`;
}
