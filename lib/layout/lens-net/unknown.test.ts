import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { lensBoxes } from '../lens/lens-boxes';
import { chipOf } from './chip';
import { answer, device, netMachine } from './fixtures/net-machine';
import { forwardingBlocks } from './ground';
import type { Line } from './line';
import type { NetAnswer } from './told';

const messages = messagesFor('en').lensNet;

/** What lines say, and whether with the sign of what is not known. */
const saidIn = (lines: readonly Line[]) =>
  lines.map(({ whole, signs }) => [whole, signs.some(({ sign }) => sign === 'query')]);

describe('a network in short', () => {
  const { snapshot } = netMachine([{ name: 'c1' }]);
  const [box] = lensBoxes(snapshot, 'net', new Set()).filter(({ host }) => !host);
  const eth0 = device(2, 'eth0');
  const noFile = { 'devices.addresses': 'EACCES' };

  it.each<[string, Partial<NetAnswer>, string, boolean]>([
    ['without a device', { devices: [] }, 'no address', false],
    ['with one that has none', { devices: [eth0] }, 'no address', false],
    [
      'of whose devices nothing is known',
      { devices: null, unreadable: { devices: 'EACCES' } },
      'devices: unknown: EACCES',
      true,
    ],
    [
      'whose addresses could not be read',
      { devices: [eth0], unreadable: noFile },
      'addresses: unknown: EACCES',
      true,
    ],
    [
      'of which it is not known what device has its address',
      { devices: [eth0], looseAddresses: ['10.0.0.2'], unreadable: noFile },
      '10.0.0.2',
      false,
    ],
    [
      'of which it is not known who listens',
      { devices: [device(2, 'eth0', { addresses: ['10.0.0.2/8'] })], listening: null },
      '10.0.0.2/8 listening ports: unknown',
      true,
    ],
  ])('%s', (_, more, said, unknown) => {
    if (box === undefined || box.namespace === null) throw new Error('with c1');
    const told: NetAnswer = { ...answer([]), ...more };
    const insides: Insides = new Map([[box.namespace.id, { is: 'answered', answer: told }]]);
    const chip = chipOf(box, 900, null, { insides, messages, processes: new Map(), brief: false });
    expect(saidIn(chip.lines.slice(1).map(({ line }) => line))).toEqual([[said, unknown]]);
  });
});

describe('whether a network sends on what is for others', () => {
  const [some, keeps] = [messages.forwardsSome, messages.forwardsNotSome];

  it.each<[boolean | null, boolean | null, [string, boolean][]]>([
    [true, true, [[messages.forwards, false]]],
    [false, false, [[messages.forwardsNot, false]]],
    [true, false, [[some('IPv4'), false]]],
    [false, true, [[some('IPv6'), false]]],
    [
      true,
      null,
      [
        [some('IPv4'), false],
        [`${some('IPv6')}: unknown: EACCES`, true],
      ],
    ],
    [
      false,
      null,
      [
        [keeps('IPv4'), false],
        [`${some('IPv6')}: unknown: EACCES`, true],
      ],
    ],
    [
      null,
      null,
      [
        [`${some('IPv4')}: unknown`, true],
        [`${some('IPv6')}: unknown: EACCES`, true],
      ],
    ],
  ])('IPv4 %s, IPv6 %s', (v4, v6, said) => {
    const blocks = forwardingBlocks(
      { forwarding: { v4, v6 }, unreadable: { 'forwarding.v6': 'EACCES' } },
      900,
      messages,
    );
    expect(saidIn(blocks.flatMap(({ lines }) => lines))).toEqual(said);
    expect(blocks.flatMap(({ data }) => data.unreadable ?? [])).toEqual([
      ...(v4 === null ? ['forwarding.v4'] : []),
      ...(v6 === null ? ['forwarding.v6'] : []),
    ]);
  });
});
