import type { Device, RouteInside } from '../../../lib/inside/net';
import type { InsideReading } from '../../../lib/inside/reading';
import type { NamespaceId } from '../../../lib/model/ids';
import type { Snapshot } from '../../../lib/model/snapshot';

/** What was read inside a namespace. */
export interface ReadInside {
  namespace: NamespaceId;
  lifetime: string;
  reading: InsideReading;
}

/** So many networks are plugged into one bridge. */
const PORTS = 20;

/** What the networks of a generated machine tell: each has a wire to a bridge of the host's, the first to the first. */
export function networksOf({ namespaces, processes }: Snapshot): ReadInside[] {
  const nets = namespaces.filter(({ type }) => type === 'net');
  const host = nets.find((each) => each.host);
  if (host === undefined) throw new Error('the host has no network');
  const others = nets.filter((each) => !each.host);
  const bridges = Array.from({ length: Math.ceil(others.length / PORTS) }, (_, nth) =>
    deviceOf(2 + nth, `br-${nth}`, { kind: 'bridge', addresses: [`172.${17 + nth}.0.1/16`] }),
  );
  const ends: Device[] = [];
  const read = others.map(({ id, lifetime }, nth): ReadInside => {
    const bridge = Math.floor(nth / PORTS);
    const [here, there] = [100 + 2 * nth, 101 + 2 * nth];
    const [own, far] = ['eth0', `veth${there}`];
    const peer = { namespace: id, index: here, name: own };
    ends.push(deviceOf(there, far, { master: `br-${bridge}`, peer }));
    const [listener] = processes.filter(({ namespaces: { net } }) => net === id);
    const gateway = `172.${17 + bridge}.0.1`;
    const eth0 = deviceOf(here, own, {
      addresses: [`172.${17 + bridge}.0.${2 + (nth % PORTS)}/16`],
      peer: { namespace: host.id, index: there, name: far },
    });
    return {
      ...{ namespace: id, lifetime },
      reading: readingOf(
        [eth0],
        [routeOf('default', gateway), routeOf('172.17.0.0/16', null)],
        listener?.pid,
      ),
    };
  });
  return [
    { namespace: host.id, lifetime: host.lifetime, reading: readingOf([...bridges, ...ends], []) },
    ...read,
  ];
}

function deviceOf(index: number, name: string, more: Partial<Device>): Device {
  return {
    ...{ index, name, kind: 'veth', state: 'up', enabled: true, mtu: 1500, mac: null },
    ...{ addresses: [], master: null, parent: null, parentNamespace: null, peer: null },
    ...more,
  };
}

function routeOf(destination: string, via: string | null): RouteInside {
  return {
    ...{ family: 4, destination, from: null, via, device: 'eth0', type: 'unicast' },
    ...{ table: 254, metric: null },
  };
}

/** @param listener who listens, if somebody does */
function readingOf(
  devices: readonly Device[],
  routes: RouteInside[],
  listener?: number,
): InsideReading {
  const lo = deviceOf(1, 'lo', { kind: 'loopback', state: 'unknown', addresses: ['127.0.0.1/8'] });
  return {
    type: 'net',
    devices: [lo, ...devices],
    routes,
    listening:
      listener === undefined
        ? []
        : [
            {
              ...{ protocol: 'tcp', address: '0.0.0.0', port: 8080, device: null, v6Only: null },
              ...{ pids: [listener], outside: false },
            },
          ],
    ...{ looseAddresses: [], rules: [], dns: null, through: null, unreadable: {} },
    forwarding: { v4: false, v6: false },
    firewall: { by: null, tables: [] },
  };
}
