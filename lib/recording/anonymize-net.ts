import type { Firewall } from '../inside/firewall';
import type { Device, NetInside } from '../inside/net';
import type { Unreadable } from '../model/unreadable';
import { replaceNames, type Names } from './names';

/**
 * What was read of a network, in which the machine's and its users' names are replaced: who makes a device, a
 * table or a chain may call it after somebody. A device has one name wherever it is told of.
 */
export function anonymousNet<T extends NetInside & { unreadable: Unreadable }>(
  reading: T,
  names: Names,
): T {
  const text = (told: string) => replaceNames(told, names);
  const ofDevice = <R extends { device: string | null }>(record: R): R => ({
    ...record,
    device: record.device === null ? null : text(record.device),
  });
  const { devices, routes, rules, listening, dns } = reading;
  return {
    ...reading,
    devices: devices?.map((record) => device(record, text)) ?? null,
    routes: routes?.map(ofDevice) ?? null,
    rules: rules?.map((rule) => ({ ...rule, conditions: rule.conditions.map(text) })) ?? null,
    listening: listening?.map(ofDevice) ?? null,
    firewall: reading.firewall === null ? null : firewall(reading.firewall, text),
    dns: dns === null ? null : { ...dns, search: dns.search.map(text) },
    unreadable: Object.fromEntries(
      Object.entries(reading.unreadable).map(([field, reason]) => [ofTable(field, text), reason]),
    ),
  };
}

function device(record: Device, text: (told: string) => string): Device {
  const { name, master, peer } = record;
  return {
    ...record,
    name: text(name),
    master: master === null ? null : text(master),
    peer: peer === null ? null : { ...peer, name: peer.name === null ? null : text(peer.name) },
  };
}

function firewall({ by, tables }: Firewall, text: (told: string) => string): Firewall {
  return {
    by,
    tables: tables.map((table) => ({
      ...table,
      name: text(table.name),
      chains: table.chains?.map((chain) => ({ ...chain, name: text(chain.name) })) ?? null,
    })),
  };
}

/** A table that is not told has its name in the field's: `firewall.ip.NAME`. */
function ofTable(field: string, text: (told: string) => string): string {
  const [, before, name] = /^(firewall\.[^.]+\.)(.+)$/s.exec(field) ?? [];
  return before === undefined || name === undefined ? field : `${before}${text(name)}`;
}
