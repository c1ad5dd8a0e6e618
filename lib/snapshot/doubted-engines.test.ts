import { describe, expect, it } from 'vitest';
import { containerKey, namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { ProcessReading } from '../proc/reading';
import { attribute } from './attribution';
import { CgroupNames, type CgroupNamed } from './cgroup-names';
import { findLeaders } from './leaders';
import { sampleKey, sampleReading } from './sample-reading';

/* An engine in a container that nobody trusts, found by its process: what it may tell of others' processes. */

const VICTIM = 'a'.repeat(64);
const CAGE = 'c'.repeat(64);
const CAGED = `/docker/${CAGE}`;

const process = (
  nsPids: number[],
  ppid: number,
  cgroup: string,
  pidNamespace: string,
): ProcessReading => ({
  ...sampleReading(nsPids[0] ?? 0, ppid, cgroup),
  nsPids,
  namespaces: { ...perType(() => null), pid: namespaceId('pid', pidNamespace) },
});

const OF_VICTIM = sampleKey(VICTIM);
const OF_CAGE = sampleKey(CAGE);
const OF_PLAIN = sampleKey('d'.repeat(64));
const OWN = containerKey({ engine: 'inner', id: 'its own' });

/** PID 20 is the daemon in the cage, 21 what starts its containers; 31 the first process of one of them. */
const machine = [
  process([1], 0, '/', '1'),
  process([10], 1, '/system.slice/containerd.service', '1'),
  process([11, 1], 10, `/docker/${VICTIM}`, '7'),
  process([12, 2], 11, `/docker/${VICTIM}`, '7'),
  process([15], 1, '/system.slice/ssh.service', '1'),
  process([20, 1], 10, CAGED, '8'),
  process([21, 9], 20, CAGED, '8'),
];
const inner = (cgroup: string) => process([31, 11, 1], 21, cgroup, '9');

type Told = CgroupNamed & { pid: number };
const victim: Told = { key: OF_VICTIM, id: VICTIM, pid: 11 };
const cage: Told = { key: OF_CAGE, id: CAGE, pid: 20 };

/** What comes of it, by PID, with what the engine in the cage tells of one container. */
function owners(
  told: { id: string; pid: number; cgroup?: string },
  more: ProcessReading[] = [],
  believed: Told[] = [victim, cage],
) {
  const processes = new Map([...machine, ...more].map((each) => [each.pid, each]));
  const daemon = processes.get(20);
  const containers = [...believed, { ...told, key: OWN, doubted: { daemon } }];
  const names = new CgroupNames(containers);
  const leaders = findLeaders(containers, processes, names);
  return {
    leaders: Object.fromEntries([...leaders].map(([key, { pid }]) => [key, pid])),
    of: Object.fromEntries(attribute(processes, names, leaders)),
  };
}

const HONEST = {
  leaders: { [OF_VICTIM]: 11, [OF_CAGE]: 20 },
  of: { 11: OF_VICTIM, 12: OF_VICTIM, 20: OF_CAGE, 21: OF_CAGE },
};

describe('it takes nobody’s processes', () => {
  it.each<[string, Parameters<typeof owners>[0]]>([
    ['by another’s id and number', { id: VICTIM, pid: 11 }],
    ['by another’s cgroup and number', { id: 'x', pid: 11, cgroup: `/docker/${VICTIM}` }],
    ['by a cgroup of the machine’s', { id: 'x', pid: 15, cgroup: '/system.slice/ssh.service' }],
    ['by all of the machine’s', { id: 'x', pid: 10, cgroup: '/system.slice' }],
    ['by those of the container that it is in', { id: 'x', pid: 20, cgroup: CAGED }],
  ])('%s', (_, told) => {
    expect(owners(told)).toEqual(HONEST);
  });

  it('that no other engine names either', () => {
    expect(owners({ id: VICTIM, pid: 11 }, [], [cage])).toEqual({
      leaders: { [OF_CAGE]: 20 },
      of: { 20: OF_CAGE, 21: OF_CAGE },
    });
  });

  it.each([`${CAGED}/docker/${VICTIM}`, `${CAGED}/system.slice`])(
    'by a cgroup that it makes of the same name, with a process of its own in it: %s',
    (cgroup) => {
      const told = cgroup.endsWith(VICTIM)
        ? { id: VICTIM, pid: 11 }
        : { id: 'x', pid: 11, cgroup: '/system.slice' };
      const { of } = owners(told, [inner(cgroup)], [cage]);
      expect([of[11], of[12], of[15], of[31]]).toEqual([...[undefined, undefined, undefined, OWN]]);
    },
  );
});

describe('what it has started is its own', () => {
  it.each([
    ['by the id', { id: 'e'.repeat(64), pid: 11 }, `${CAGED}/docker/${'e'.repeat(64)}`],
    ['by what it tells', { id: 'web', pid: 11, cgroup: '/default/web' }, `${CAGED}/default/web`],
  ])('%s', (_, told, cgroup) => {
    expect(owners(told, [inner(cgroup)])).toEqual({
      leaders: { ...HONEST.leaders, [OWN]: 31 },
      of: { ...HONEST.of, 31: OWN },
    });
  });

  it('also in the very namespace of the daemon', () => {
    const cgroup = `${CAGED}/docker/${'e'.repeat(64)}`;
    const { of } = owners({ id: 'e'.repeat(64), pid: 11 }, [process([31, 11], 21, cgroup, '8')]);
    expect(of[31]).toBe(OWN);
  });

  it('not what has another number there, or whose daemon is not found', () => {
    const cgroup = `${CAGED}/docker/${'e'.repeat(64)}`;
    expect(owners({ id: 'e'.repeat(64), pid: 31 }, [inner(cgroup)]).leaders).toEqual(
      HONEST.leaders,
    );
    const processes = new Map([...machine, inner(cgroup)].map((each) => [each.pid, each]));
    const lost = {
      ...{ key: OWN, id: 'e'.repeat(64), pid: 11, doubted: { daemon: undefined } },
    };
    expect(findLeaders([lost], processes, new CgroupNames([lost])).size).toBe(0);
  });
});

it('what it tells keeps no one from being found', () => {
  // Of an engine that makes no cgroups: the container is known by what started it.
  const without = { key: OF_PLAIN, id: 'd'.repeat(64), pid: 41 };
  const monitor = {
    ...process([40], 1, '/app.slice/docker.service', '1'),
    ...{ comm: 'containerd-shim', args: ['containerd-shim-runc-v2', '-id', 'd'.repeat(64)] },
  };
  const leader = process([41, 1], 40, '/app.slice/docker.service', '6');
  const child = process([42, 2], 41, '/app.slice/docker.service', '6');
  const told = { id: 'x', pid: 11, cgroup: '/app.slice/docker.service' };
  const { of } = owners(told, [monitor, leader, child], [without]);
  expect([of[41], of[42]]).toEqual([OF_PLAIN, OF_PLAIN]);
});
