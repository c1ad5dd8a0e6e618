import type { Route } from '../netlink/route';
import { addressDigits } from '../proc/ip-address';
import type { RouteInside } from './net';

/** The table of what is the network's own address, or a broadcast: the kernel fills it, from the devices. */
const LOCAL_TABLE = 255;

/**
 * One for each hop; by family, table, destination, metric, in the kernel's order where these are equal.
 *
 * @param names of the devices, by index
 */
export function routesInside(
  routes: readonly Route[],
  names: ReadonlyMap<number, string>,
): RouteInside[] {
  return routes
    .filter(({ table }) => table !== LOCAL_TABLE)
    .map((route) => ({ route, digits: digitsOf(route.destination) }))
    .sort(
      (a, b) =>
        a.route.family - b.route.family ||
        a.route.table - b.route.table ||
        compare(a.digits, b.digits) ||
        (a.route.metric ?? 0) - (b.route.metric ?? 0),
    )
    .flatMap(({ route: { hops, source: _source, ...route } }) =>
      (hops.length === 0 ? [{ via: null, device: null }] : hops).map(({ via, device }) => ({
        ...route,
        via,
        device: device === null ? null : (names.get(device) ?? null),
      })),
    );
}

/** Address and length, so that they sort as numbers: `default` first, of one address the narrowest last. */
function digitsOf(destination: string): string {
  const [address = '', length = '999'] = destination.split('/');
  const digits = addressDigits(address);
  return digits === null ? '' : `${digits}${length.padStart(3, '0')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
