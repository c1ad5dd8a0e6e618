import { hasChains } from './hook';
import type { Device, Network } from './network';
import type { Packet } from './packet';
import { Unknown } from './said';
import type { Crossing, Receiver } from './wires';

/**
 * Who asks by IPv6 whose an address is does it by packets that the firewall sees: where it may drop
 * some, it is not known whether they get through.
 */
export function checkNeighbours(from: Network, { network, through }: Receiver): void {
  const firewalled = (each: Network, hooks: readonly string[]) =>
    hasChains(each, ['ip6', 'inet'], hooks);
  const between = through.filter(
    (each) => each.in !== null && each.out !== null && calls(each, { family: 6 }),
  );
  if (
    firewalled(from, ['input', 'output']) ||
    firewalled(network, ['input', 'output']) ||
    between.some((each) => firewalled(each.network, ['prerouting', 'forward', 'postrouting']))
  ) {
    throw new Unknown({ code: 'neighbours' });
  }
}

/** What a program does with packets is not known. */
export function checkProgram({ name, program }: Device): void {
  if (program !== null) throw new Unknown({ code: 'program', device: name, what: program });
}

/** Does the firewall see what goes through this bridge? */
export function calls({ network, bridge }: Crossing, { family }: Pick<Packet, 'family'>): boolean {
  return network.bridgesCall[family] || bridge.bridge?.callsFirewall[family] === true;
}
