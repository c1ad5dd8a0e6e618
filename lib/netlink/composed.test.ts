import { expect, it } from 'vitest';
import { attribute } from './attributes';
import { bytesOfU32 } from './fields';
import { linksIn } from './link';
import { encodeQuestion, NETLINK_ROUTE } from './message';
import { nsidIn } from './nsid';
import { routesIn } from './route';
import { rulesIn } from './rule';

/* What the kernel that was recorded has not: composed as linux/if_link.h and its like have it. */

const text = (value: string): Uint8Array => new TextEncoder().encode(`${value}\0`);

/** A message that the kernel might send; its flags are those of a question, and nobody looks at them. */
function message(type: number, head: number[], ...attributes: Uint8Array[]): Uint8Array {
  const body = Uint8Array.of(...head, ...attributes.flatMap((each) => [...each]));
  return encodeQuestion({ protocol: NETLINK_ROUTE, type, dump: false, body }, 1);
}

const IFINFOMSG = [0, 0, 1, 0, ...bytesOfU32(9), ...bytesOfU32(1), 0, 0, 0, 0];
const kind = (name: string): Uint8Array => attribute(18, attribute(1, text(name)));

it.each([
  [
    'ipvlan on a device elsewhere',
    'ipvlan',
    [attribute(5, bytesOfU32(2)), attribute(37, bytesOfU32(3))],
    { link: 2, linkNetns: 3 },
  ],
  ['vlan on one here', 'vlan', [attribute(5, bytesOfU32(2))], { link: 2, linkNetns: null }],
  ['a tunnel on none', 'sit', [attribute(5, bytesOfU32(0))], { link: null, linkNetns: null }],
  ['dummy', 'dummy', [attribute(4, bytesOfU32(9000))], { link: null, mtu: 9000 }],
  ['its address is of IPv4', 'ipip', [attribute(1, Uint8Array.of(10, 0, 0, 1))], { mac: null }],
  [
    'in a network without a number',
    'veth',
    [attribute(5, bytesOfU32(2)), attribute(37, bytesOfU32(-1))],
    { linkNetns: -1 },
  ],
])('%s', (_, made, attributes, expected) => {
  const bytes = message(16, IFINFOMSG, attribute(3, text('x0')), kind(made), ...attributes);
  expect(linksIn(bytes)).toMatchObject([{ index: 9, name: 'x0', kind: made, ...expected }]);
});

it('a name of bytes that are no text is told as far as it is', () => {
  const bytes = message(16, IFINFOMSG, attribute(3, Uint8Array.of(0x78, 0xff, 0x79, 0)));
  expect(linksIn(bytes)).toMatchObject([{ name: 'x\ufffdy', kind: null }]);
});

it('a route that the kernel worked out from another is none', () => {
  const cloned = [2, 0, 0, 0, 254, 0, 0, 1, ...bytesOfU32(0x200)];
  expect(routesIn(message(24, cloned, attribute(4, bytesOfU32(2))), 4)).toEqual([]);
});

it('a route of a type that is not known here has its number', () => {
  const odd = [2, 0, 0, 0, 254, 0, 0, 77, 0, 0, 0, 0];
  expect(routesIn(message(24, odd), 4)).toMatchObject([{ type: '77', hops: [] }]);
});

it('a rule that demands what is not known here says so', () => {
  const rule = [2, 0, 0, 8, 254, 0, 0, 1, 0, 0, 0, 0];
  expect(rulesIn(message(32, rule, attribute(42, bytesOfU32(1))), 4)).toMatchObject([
    { conditions: ['tos 0x8', 'attribute 42'], action: 'lookup', table: 254 },
  ]);
});

it('a rule that marks and masks nothing out', () => {
  const rule = [2, 0, 0, 0, 254, 0, 0, 99, 0, 0, 0, 0];
  const mark = [attribute(10, bytesOfU32(0x1f)), attribute(16, bytesOfU32(0xffffffff))];
  expect(rulesIn(message(32, rule, ...mark), 4)).toMatchObject([
    { conditions: ['fwmark 0x1f'], action: '99', table: null },
  ]);
});

it('no number for another network', () => {
  expect(nsidIn(message(88, [0, 0, 0, 0], attribute(1, bytesOfU32(-1))))).toBeNull();
});
