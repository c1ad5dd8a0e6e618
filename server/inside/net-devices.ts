import type { NetInside } from '@lib/inside/net';
import { devicesInside, devicesOfFiles, endReasons, NOT_IN_FILES } from '@lib/inside/net-devices';
import { unreadableOf } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import { ALL_ADDRESSES, addressesIn } from '@lib/netlink/address';
import { ALL_LINKS, linksIn } from '@lib/netlink/link';
import { parseFibTrie } from '@lib/proc/fib-trie';
import { parseIfInet6 } from '@lib/proc/if-inet6';
import { parseIgmp } from '@lib/proc/igmp';
import { parseNetDev } from '@lib/proc/net-dev';
import type { NetView } from './net-view';
import { otherEnds } from './other-ends';

export type DevicesRead = Pick<NetInside, 'devices' | 'looseAddresses'> & {
  /** Of the devices, by index; empty where only files told of them. */
  names: ReadonlyMap<number, string>;
  unreadable: Unreadable;
};

/** The devices with their addresses and what they are tied to; in parts where it cannot be entered. */
export async function readDevices(view: NetView): Promise<DevicesRead> {
  const [links, addresses] = await Promise.all([
    view.ask(ALL_LINKS, linksIn),
    view.ask(ALL_ADDRESSES, addressesIn),
  ]);
  if (links.value === null) return devicesByFiles(view, links.reason);

  const { enter, place } = view;
  const ends = await otherEnds(enter, place, links.value, place.others);
  return {
    devices: devicesInside(links.value, addresses.value ?? [], place.namespace, ends),
    looseAddresses: [],
    names: new Map(links.value.map(({ index, name }) => [index, name])),
    unreadable: {
      ...unreadableOf({ 'devices.addresses': addresses.reason }),
      ...endReasons(links.value, ends),
    },
  };
}

function namesIn(text: string): string[] {
  return parseNetDev(text).map(({ name }) => name);
}

/** @param reason why the kernel could not be asked */
function devicesByFiles(view: NetView, reason: string): DevicesRead {
  const names = view.file('dev', namesIn).value;
  const addresses = view.file('if_inet6', parseIfInet6).value ?? [];
  const indexes = view.file('igmp', parseIgmp).value ?? new Map<string, number>();
  const devices = names === null ? null : devicesOfFiles(names, addresses, indexes);
  const missing = devices?.some(({ index }) => index === null) ? ['index'] : [];
  const fields = [...NOT_IN_FILES, ...missing].map((field) => `devices.${field}`);
  return {
    devices,
    looseAddresses: view.file('fib_trie', parseFibTrie).value ?? [],
    names: new Map(),
    unreadable: Object.fromEntries(
      (devices === null ? ['devices'] : fields).map((field) => [field, reason]),
    ),
  };
}
