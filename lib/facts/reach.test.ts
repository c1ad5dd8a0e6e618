import { describe, expect, it } from 'vitest';
import type { Listening } from '../inside/net';
import type { PublishedPort } from '../model/published-port';
import { reachablePorts } from './reach';

const listens = (protocol: Listening['protocol'], address: string, port: number): Listening => ({
  ...{ protocol, address, port, device: null, v6Only: null, pids: [], outside: false },
});
const published = (protocol: PublishedPort['protocol'], port: number): PublishedPort => ({
  ...{ protocol, port, hostAddress: '0.0.0.0', hostPort: port + 8000 },
});

describe('ports that are worth being asked about', () => {
  it.each([
    ['none', [], [], []],
    ['published, nobody listens', [published('tcp', 80)], [], ['tcp 80']],
    [
      'listened at by both families',
      [],
      [listens('tcp', '0.0.0.0', 80), listens('tcp6', '::', 80)],
      ['tcp 80'],
    ],
    [
      'both',
      [published('udp', 53)],
      [listens('udp6', '::', 53), listens('tcp', '0.0.0.0', 22)],
      ['tcp 22', 'udp 53'],
    ],
    [
      'one number of two protocols',
      [],
      [listens('udp', '0.0.0.0', 53), listens('tcp', '0.0.0.0', 53)],
      ['tcp 53', 'udp 53'],
    ],
    [
      'heard within alone',
      [],
      [
        listens('tcp', '127.0.0.11', 41000),
        listens('tcp6', '::1', 22),
        listens('tcp6', '::ffff:127.0.0.1', 23),
      ],
      [],
    ],
    ['of a protocol that is not asked about', [published('sctp', 9)], [], []],
  ] as const)('%s', (_, ofEngine, sockets, expected) => {
    const ports = reachablePorts(ofEngine, sockets);
    expect(ports.map(({ protocol, port }) => `${protocol} ${String(port)}`)).toEqual(expected);
  });

  it('are no more than can be offered', () => {
    const many = Array.from({ length: 100 }, (_, nth) => listens('tcp', '0.0.0.0', nth + 1));
    expect(reachablePorts([], many)).toHaveLength(12);
  });
});
