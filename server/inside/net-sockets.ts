import { endianness } from 'node:os';
import { listeningInside } from '@lib/inside/net-listening';
import type { NetInside } from '@lib/inside/net';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import {
  listeningIn,
  listeningQuestion,
  type ListeningSocket,
  type Protocol,
} from '@lib/netlink/socket';
import { parseListening } from '@lib/proc/net-listening';
import type { NetView } from './net-view';
import { socketOwners } from './socket-owners';

interface SocketsRead {
  sockets: Told<ListeningSocket[]>;
  /** Why the kernel did not say it, so that a file did; null: it did. */
  unasked: string | null;
}

/**
 * The sockets that wait for whoever calls, and whose they are.
 *
 * @param names of the devices, by index
 */
export async function readListening(
  view: NetView,
  names: ReadonlyMap<number, string>,
): Promise<Pick<NetInside, 'listening'> & { unreadable: Unreadable }> {
  const [tcp, tcp6, udp, udp6] = await Promise.all([
    readSockets(view, 'tcp'),
    readSockets(view, 'tcp6'),
    readSockets(view, 'udp'),
    readSockets(view, 'udp6'),
  ]);
  const all = [tcp, tcp6, udp, udp6];
  if (tcp.sockets.value === null && udp.sockets.value === null) {
    return { listening: null, unreadable: { listening: tcp.sockets.reason } };
  }
  const sockets = all.flatMap((each) => each.sockets.value ?? []);
  const inodes = new Set(sockets.map(({ inode }) => inode));
  const owners = await socketOwners(view.proc, view.place.pids, inodes);
  const listening = listeningInside(sockets, owners, names);
  const unasked = all.find((each) => each.unasked !== null)?.unasked ?? null;
  return {
    listening,
    unreadable: unreadableOf({
      'listening.tcp': tcp.sockets.reason,
      'listening.tcp6': tcp6.sockets.reason,
      'listening.udp': udp.sockets.reason,
      'listening.udp6': udp6.sockets.reason,
      'listening.device': unasked,
      'listening.v6Only': unasked,
      'listening.outside': listening.some(({ outside }) => outside === null) ? owners.reason : null,
    }),
  };
}

/** By the kernel's word, or else by a file. */
async function readSockets(view: NetView, protocol: Protocol): Promise<SocketsRead> {
  const asked = await view.ask(listeningQuestion(protocol), (bytes) =>
    listeningIn(bytes, protocol),
  );
  if (asked.value !== null) return { sockets: asked, unasked: null };
  const kind = protocol.startsWith('tcp') ? 'tcp' : 'udp';
  const parse = (text: string) => parseListening(text, kind, endianness() === 'LE');
  const { value, reason } = view.file(protocol, parse);
  // A kernel without IPv6 has no such file.
  if (reason === 'ENOENT' && protocol.endsWith('6')) return NONE;
  if (value === null) return { sockets: asked, unasked: asked.reason };
  const sockets = value.map((each) => ({ ...each, protocol, device: null, v6Only: null }));
  return { sockets: { value: sockets, reason: null }, unasked: asked.reason };
}

const NONE: SocketsRead = { sockets: { value: [], reason: null }, unasked: null };
