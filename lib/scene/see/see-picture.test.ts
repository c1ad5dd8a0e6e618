import { describe, expect, it } from 'vitest';
import type { Inside } from '../../inside/inside';
import type { NetInside } from '../../inside/net';
import { courseMachine } from '../../select/course-machine';
import { containerColours } from '../../select/container-colour';
import type { NamespaceType } from '../../model/namespace-type';
import { seePicture, SEE_SIZE } from './see-picture';

const READ = { through: 'pid 7', unreadable: {} };
const colours = containerColours(courseMachine);

function drawn(name: string, type: NamespaceType, inside: Inside | null) {
  const container = courseMachine.containers.find((each) => each.name === name);
  if (container === undefined) throw new Error(`no ${name}`);
  return seePicture({ snapshot: courseMachine, container, type, inside, colours });
}

const many = (marks: readonly { role: string }[], role: string) =>
  marks.filter((mark) => mark.role === role).length;

function net(told: Partial<NetInside>): Inside {
  return {
    ...{ ...READ, type: 'net', devices: [], looseAddresses: [], routes: [], rules: [] },
    ...{ listening: [], forwarding: { v4: false, v6: false }, firewall: null, dns: null },
    ...told,
  };
}

function device(name: string, kind: 'veth' | 'loopback' | 'physical', state: 'up' | 'down') {
  return {
    ...{ index: 2, name, kind, state, enabled: true, mtu: 1500, mac: null },
    ...{ addresses: [], master: null, parent: null, parentNamespace: null, peer: null },
  };
}

describe('the small pictures', () => {
  it('has a dot in its container’s colour for each process that is seen', () => {
    const dots = drawn('c1', 'pid', null).filter(({ role }) => role === 'dot');
    expect(new Set(dots.map((dot) => (dot.kind === 'circle' ? dot.tint : '')))).toHaveProperty(
      'size',
      2,
    );
    expect(dots.length).toBeGreaterThan(1);
  });

  it('has a wire for each device that leads out, broken where that is not up', () => {
    const devices = [
      device('lo', 'loopback', 'up'),
      device('eth0', 'veth', 'up'),
      device('e', 'physical', 'down'),
    ];
    const wires = drawn('c1', 'net', net({ devices })).filter(({ role }) => role === 'wire');
    expect(wires.map(({ is }) => is)).toEqual([[], ['broken']]);
    expect(many(drawn('c1', 'net', net({})), 'wire')).toBe(0);
  });

  it('warns where root is root, and leads elsewhere where it is not', () => {
    const names = { inside: {}, outside: {} };
    const user = (outside: number): Inside => ({
      ...{ ...READ, type: 'user', gidMap: [], setgroups: 'allow', names },
      uidMap: [[0, outside, 65_536]],
    });
    expect(many(drawn('c1', 'user', user(0)), 'bad')).toBe(3);
    expect(many(drawn('c1', 'user', user(100_000)), 'bad')).toBe(0);
    expect(many(drawn('c1', 'user', user(100_000)), 'solid')).toBe(3);
  });

  it('fills the room for shared memory as far as it is used', () => {
    const ipc = (usedBytes: number): Inside => ({
      ...{ ...READ, type: 'ipc', segments: [], semaphores: [], queues: [] },
      shmMount: { sizeBytes: 100, usedBytes },
    });
    const [half] = drawn('c1', 'ipc', ipc(50));
    expect(half).toMatchObject({ role: 'pale', width: 38 });
    expect(drawn('c1', 'ipc', ipc(0))).toMatchObject([{ role: 'edge', is: ['broken'] }]);
  });

  it('says that clocks are not equal', () => {
    const time = (boottimeNs: string): Inside => ({
      ...READ,
      type: 'time',
      monotonicNs: '0',
      boottimeNs,
    });
    expect(drawn('c1', 'time', time('5')).length).toBe(drawn('c1', 'time', time('0')).length + 1);
  });

  it.each(['net', 'mnt', 'user', 'ipc', 'uts', 'cgroup', 'time'] as const)(
    'of %s that nothing is known of, nothing',
    (type) => expect(drawn('c1', type, null)).toEqual([]),
  );

  it('stays within its bounds', () => {
    for (const mark of drawn('metrics', 'pid', null)) {
      if (mark.kind === 'circle')
        expect((mark.cx ?? 0) + mark.r).toBeLessThanOrEqual(SEE_SIZE.width);
    }
  });
});
