import { describe, expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { Inside } from '../../inside/inside';
import type { MountInside } from '../../inside/mnt';
import type { Container } from '../../model/container';
import { namespaceId, type NamespaceId } from '../../model/ids';
import type { Snapshot } from '../../model/snapshot';
import type { Asked } from '../../protocol/asked';
import { courseMachine } from '../../select/course-machine';
import { HOST_ROOT, overlayRoot, told } from './fixtures/mounts';
import { unseenOf, unseenPaths } from './unseen';

const PATHS = ['/etc/shadow', '/home', '/boot'];

it.each<[string, (string | null)[], string[]]>([
  ['nothing is mounted', [], PATHS],
  ['what the host does not have', [null], PATHS],
  ['one of them', ['/boot'], ['/etc/shadow', '/home']],
  ['what is above one', ['/etc'], ['/home', '/boot']],
  ['something of one', ['/home/me/site'], ['/etc/shadow', '/boot']],
  ['what only begins like one', ['/homes', '/etc/shadow-'], PATHS],
  ['all of the host', ['/'], []],
])('no container has mounted, where %s is', (_name, given, expected) => {
  const mounts = given.map((hostPath) => sampleMount({ hostPath }));
  expect(unseenPaths(PATHS, [mounts, []])).toEqual(expected);
});

describe('of a machine', () => {
  const HOST = courseMachine.host.namespaces.mnt ?? namespaceId('mnt', '0');
  const running = courseMachine.containers.filter(({ pid }) => pid > 0);
  const idOf = ({ namespaces }: Container): NamespaceId => namespaces.mnt ?? HOST;
  const [first, second] = running;
  const landmarks = new Map([[HOST, PATHS]]);
  const host = [HOST, [HOST_ROOT]] as const;
  const nothing = running.map((each) => [idOf(each), [overlayRoot('base')]] as const);
  const all = told(new Map<NamespaceId, readonly MountInside[]>([...nothing, host]), landmarks);

  const of = (changes: readonly [NamespaceId, Asked<Inside>][]) =>
    unseenOf(courseMachine, new Map([...all, ...changes]));

  it('where all are known, all that none of them has', () => {
    expect(of([])).toEqual({ paths: PATHS, asked: 0, unknown: 0 });
  });

  it('one that is not read yet is told of, and takes nothing away', () => {
    if (first === undefined) throw new Error('no container runs');
    expect(of([[idOf(first), { is: 'asked' }]])).toEqual({ paths: PATHS, asked: 1, unknown: 0 });
  });

  it('one that cannot be read is told of', () => {
    if (second === undefined) throw new Error('no other container runs');
    expect(of([[idOf(second), { is: 'refused', code: 'failed' }]])).toMatchObject({ unknown: 1 });
  });

  it('nothing is said of paths while no container is known', () => {
    expect(unseenOf(courseMachine, told(new Map([host]), landmarks)).paths).toBeNull();
  });

  it('nor where it is not known which of them the host has', () => {
    expect(of([[HOST, { is: 'asked' }]]).paths).toBeNull();
  });

  it('where no container runs none has mounted anything', () => {
    const empty: Snapshot = { ...courseMachine, containers: [] };
    expect(unseenOf(empty, all)).toEqual({ paths: PATHS, asked: 0, unknown: 0 });
  });

  it('of an engine that sees other files it is not known what of the host its containers have', () => {
    const engines = courseMachine.engines.map((each) => {
      return { ...each, namespaces: { ...each.namespaces, mnt: namespaceId('mnt', '99') } };
    });
    const { paths, unknown } = unseenOf({ ...courseMachine, engines }, all);
    expect([paths, unknown]).toEqual([null, running.length]);
  });
});
