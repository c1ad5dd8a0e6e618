import { describe, expect, it } from 'vitest';
import { attribute } from './attribution';
import { CgroupNames, type CgroupNamed } from './cgroup-names';
import { findLeaders } from './leaders';
import { sampleKey, sampleReading as reading } from './sample-reading';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const UNKNOWN = 'c'.repeat(64);

const byId = (id: string): CgroupNamed => ({ key: sampleKey(id), id });
const told = (id: string, cgroup: string): CgroupNamed => ({ key: sampleKey(id), id, cgroup });

describe('what the path of a cgroup names', () => {
  it.each<[string, CgroupNamed[], string | null, string[][]]>([
    ['it could not be read', [byId(A)], null, []],
    ['the root', [byId(A)], '/', []],
    ['Docker with cgroupfs', [byId(A)], `/docker/${A}`, [[A]]],
    ['Docker with systemd', [byId(A)], `/system.slice/docker-${A}.scope`, [[A]]],
    ['CRI with systemd', [byId(A)], `/kubepods.slice/cri-containerd-${A}.scope`, [[A]]],
    ['CRI-O with systemd', [byId(A)], `/kubepods.slice/crio-${A}.scope`, [[A]]],
    ['Podman in a pod', [byId(A)], `/machine.slice/${UNKNOWN}/libpod-${A}`, [[], [A]]],
    ['the monitor of Podman’s', [byId(A)], `/machine.slice/libpod-conmon-${A}.scope`, []],
    ['a longer run of digits', [byId(A)], `/docker/${A}0`, []],
    ['an id that is not known', [byId(A)], `/docker/${UNKNOWN}`, [[]]],
    ['Docker in Docker', [byId(A), byId(B)], `/docker/${A}/docker/${B}`, [[A], [B]]],
    ['any name, by ctr', [told('plain1', '/default/plain1')], '/default/plain1', [['plain1']]],
    ['below it', [told('plain1', '/default/plain1')], '/default/plain1/own', [['plain1']]],
    ['its daemon is in a cgroup', [told('p', '/default/p')], `/docker/${A}/default/p`, [[], ['p']]],
    ['seen from a cgroup beside it', [told('p', '/default/p')], '/../../default/p', [['p']]],
    ['the same name elsewhere', [told('plain1', '/default/plain1')], '/other/plain1', []],
    ['a name that begins alike', [told('plain1', '/default/plain1')], '/default/plain10', []],
    ['LXC', [told('web', '/lxc.payload.web')], '/lxc.payload.web/init.scope', [['web']]],
    ['a told path with the id', [told(A, `/kubepods/pod1/${A}`)], `/kubepods/pod1/${A}`, [[A]]],
    ['a told path that is the root', [told('p', '/')], '/', []],
  ])('%s', (_case, containers, path, named) => {
    const names = new CgroupNames(containers);
    const keys = named.map((ids) => ids.map(sampleKey));
    const keysIn = () => names.namedIn(path).map((each) => each.keys);
    expect(keysIn()).toEqual(keys);
    // Asked again it is the same.
    expect(keysIn()).toEqual(keys);
  });

  it('of two with one path, or one id, both are named', () => {
    const other = { ...told('x', '/default/web'), key: sampleKey('y') };
    const names = new CgroupNames([told('x', '/default/web'), other]);
    expect(names.namedIn('/default/web')).toEqual([
      { keys: [sampleKey('x'), sampleKey('y')], told: '/default/web', doubted: false },
    ]);
  });
});

it('a container with any name has its leader and its processes by the path that its engine tells', () => {
  const shim = { ...reading(10, 1, '/system.slice/containerd.service'), comm: 'containerd-shim' };
  const processes = new Map(
    [
      shim,
      reading(11, 10, '/default/plain1'),
      reading(12, 11, '/default/plain1/own'),
      reading(13, 10, '/default/plain10'),
      reading(14, 1, '/user.slice'),
    ].map((each) => [each.pid, each]),
  );
  const containers = [{ ...told('plain1', '/default/plain1'), pid: 11 }];
  const names = new CgroupNames(containers);
  const leaders = findLeaders(containers, processes, names);
  expect([...attribute(processes, names, leaders)]).toEqual([
    [11, sampleKey('plain1')],
    [12, sampleKey('plain1')],
  ]);
  // Its number went to another's process.
  const wrong = [{ ...told('plain1', '/default/plain1'), pid: 13 }];
  expect(findLeaders(wrong, processes, names).size).toBe(0);
});

it('what another containerd runs in a container, under a path that ends alike, is that container’s', () => {
  const inner = `/docker/${A}/default/web`;
  const processes = new Map(
    [
      { ...reading(10, 1, '/system.slice'), comm: 'containerd-shim' },
      reading(11, 10, '/default/web'),
      reading(20, 1, `/docker/${A}`),
      reading(21, 20, inner),
    ].map((each) => [each.pid, each]),
  );
  const containers = [
    { ...told('web', '/default/web'), pid: 11 },
    { ...byId(A), pid: 20 },
  ];
  const owners = (of: typeof containers) => {
    const names = new CgroupNames(of);
    return attribute(processes, names, findLeaders(of, processes, names));
  };
  expect(owners(containers).get(21)).toBe(sampleKey(A));
  // And where it is the one that is known, it is its own.
  expect(
    owners([
      { ...told('web', '/default/web'), pid: 21 },
      { ...byId(A), pid: 20 },
    ]).get(21),
  ).toBe(sampleKey('web'));
});
