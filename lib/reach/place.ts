import { isIn, isSame, type Address } from './address';
import type { Device, Network } from './network';
import type { Packet } from './packet';
import type { Said } from './said';

/** How many more rules are looked at for one question: it ends, however many there are. */
export interface Budget {
  left: number;
}

/** Where a packet is while rules look at it. */
export interface Place {
  network: Network;
  hook: string;
  in: Device | null;
  out: Device | null;
  packet: Packet;
  /** What the kernel remembers of the connection that it is part of, here. */
  state: 'new' | 'established' | 'invalid';
  budget: Budget;
  /** Whether what a rule demands holds, where that cannot be known: both are tried. */
  decide: (rule: Pick<Said, 'chain' | 'rule' | 'what'>) => boolean;
}

/** RTN_… of linux/rtnetlink.h. */
const UNICAST = 1;
const LOCAL = 2;
const BROADCAST = 3;
const MULTICAST = 5;

/** What kind of address it is, in this network. */
export function addressType({ devices }: Network, address: Address): number {
  const [first] = address;
  if (address.length === 4 && first !== null && first !== undefined) {
    if (first >= 224 && first < 240) return MULTICAST;
    if (address.every((byte) => byte === 255)) return BROADCAST;
  }
  if (address.length === 16 && first === 0xff) return MULTICAST;
  for (const { addresses } of devices.values()) {
    for (const own of addresses) {
      if (isSame(own.address, address)) return LOCAL;
      if (own.address[0] === 127 && own.address.length === 4 && isIn(address, own)) return LOCAL;
      if (own.address.length === 4 && own.length < 31 && isLast(address, own)) return BROADCAST;
    }
  }
  return UNICAST;
}

function isLast(address: Address, prefix: { address: Address; length: number }): boolean {
  if (!isIn(address, prefix)) return false;
  return address.every((byte, at) => {
    const bits = Math.max(0, Math.min(8, prefix.length - 8 * at));
    const host = 0xff >> bits;
    return ((byte ?? 0) & host) === host;
  });
}
