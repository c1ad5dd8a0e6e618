import { describe, expect, it } from 'vitest';
import type { Listening } from '../inside/net';
import type { PublishedPort } from '../model/published-port';
import { courseMachine } from '../select/course-machine';
import { livesOfEnds, reachablePorts } from './reach';

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

describe('the lives of two ends', () => {
  const again = (name: string) => ({
    ...courseMachine,
    containers: courseMachine.containers.map((each) =>
      each.name === name
        ? { ...each, pid: each.pid + 1000, startedAt: '2099-01-01T00:00:00Z' }
        : each,
    ),
  });

  it.each([
    ['the first began anew', ['c1', 'c2'], again('c1'), false],
    ['the second began anew', ['c1', 'c2'], again('c2'), false],
    ['one end is the host', [':host', 'c2'], again('c2'), false],
    ['one is gone', ['c1', 'c2'], { ...courseMachine, containers: [] }, false],
    ['another began anew', ['c1', ':outside'], again('c2'), true],
    ['nothing happened', ['c1', 'c2'], { ...courseMachine }, true],
  ])('%s', (_, ends, after, same) => {
    expect(livesOfEnds(ends, after) === livesOfEnds(ends, courseMachine)).toBe(same);
  });
});
