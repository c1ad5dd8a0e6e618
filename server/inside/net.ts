import { olderReasons } from '@lib/inside/firewall';
import type { NetInside } from '@lib/inside/net';
import { routesInside } from '@lib/inside/net-routes';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import { forwardingIn, netconfQuestion } from '@lib/netlink/netconf';
import { allRoutes, routesIn } from '@lib/netlink/route';
import { allRules, rulesIn } from '@lib/netlink/rule';
import { parseForwarding } from '@lib/proc/net-snmp';
import type { Enter } from '../enter/enter';
import type { ProcRoot } from '../proc/read';
import { readDevices } from './net-devices';
import { readFirewall } from './net-firewall';
import { readListening } from './net-sockets';
import { NetView, type NetPlace } from './net-view';

/** How a kernel says that it was made without a family of addresses. */
const ABSENT = ['EAFNOSUPPORT', 'EOPNOTSUPP'];

/**
 * What a network namespace isolates: told by the kernel in there, or where it cannot be entered by the
 * files of a process that is in it. What neither tells is in `unreadable`; nothing is thrown.
 *
 * @param proc of the machine whose processes `enter` enters
 */
export async function readNet(
  enter: Enter,
  proc: ProcRoot,
  place: NetPlace,
): Promise<Omit<NetInside, 'dns'> & { unreadable: Unreadable }> {
  const view = new NetView(enter, proc, place);
  const { names, ...devices } = await readDevices(view);
  const [{ listening, ...sockets }, routes, rules, v4, v6, firewall] = await Promise.all([
    readListening(view, names),
    ofBoth((family) => view.ask(allRoutes(family), (bytes) => routesIn(bytes, family))),
    ofBoth((family) => view.ask(allRules(family), (bytes) => rulesIn(bytes, family))),
    view.ask(netconfQuestion(4), forwardingIn),
    view.ask(netconfQuestion(6), forwardingIn),
    readFirewall(view),
  ]);
  const v4OfFile = v4.value ?? view.file('snmp', parseForwarding).value;
  return {
    type: 'net',
    devices: devices.devices,
    looseAddresses: devices.looseAddresses,
    routes: routes.value === null ? null : routesInside(routes.value, names),
    rules: rules.value,
    forwarding: { v4: v4OfFile, v6: v6.value },
    listening,
    firewall: firewall.value,
    unreadable: {
      ...devices.unreadable,
      ...sockets.unreadable,
      ...olderReasons(firewall.value),
      ...unreadableOf({
        routes: routes.reason,
        rules: rules.reason,
        'forwarding.v4': v4OfFile === null ? v4.reason : null,
        'forwarding.v6': v6.reason,
        firewall: firewall.reason,
      }),
    },
  };
}

/** A list of both families; without the second where the kernel lacks it. */
async function ofBoth<T>(read: (family: 4 | 6) => Promise<Told<T[]>>): Promise<Told<T[]>> {
  const [four, six] = await Promise.all([read(4), read(6)]);
  if (four.value === null) return four;
  if (six.value !== null) return { value: [...four.value, ...six.value], reason: null };
  return ABSENT.includes(six.reason) ? four : six;
}
