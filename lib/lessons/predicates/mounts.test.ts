import { describe, expect, it } from 'vitest';
import type { MountInside } from '../../inside/mnt';
import type { Snapshot } from '../../model/snapshot';
import { machine } from '../fixtures/machine';
import { answered, said, shown, type Answers } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const up = machine([{ name: 'c1', nth: 1 }]);
const none = machine([]);

const at = (target: string, change: Partial<MountInside> = {}): MountInside => ({
  ...{ id: 1, parent: 0, target, root: '/', deleted: false, fs: 'ext4', source: '/dev/sda' },
  ...{ options: ['rw'], fsOptions: ['rw'], propagation: 'private', hidden: false, layers: null },
  ...{ kind: 'bind', hostPath: null },
  ...change,
});
const mounts = (mounted: MountInside[] | null, unreadable = {}): Answers => ({
  inside: answered({ type: 'mnt', mounts: mounted, root: '/', landmarks: null, unreadable }),
});
const READ_ONLY = { options: ['ro'] };

it.each<[Predicate, string, Snapshot, Answers, string]>([
  [{ mount: ['c1', '/data'] }, 'there', up, mounts([at('/data')]), 'true'],
  [{ mount: ['c1', '/data'] }, 'below', up, mounts([at('/data/more')]), 'false'],
  [
    { mount: ['c1', '/data'] },
    'under another',
    up,
    mounts([at('/data', { hidden: true })]),
    'false',
  ],
  [{ mount: ['c1', '/data'] }, 'none', none, {}, 'false'],
  [
    { mount: ['c1', '/data'] },
    'it may not be read',
    up,
    mounts(null, { mounts: 'EACCES' }),
    'EACCES',
  ],
  [{ mount: ['c1', '/data'] }, 'not answered yet', up, {}, 'asked'],
  [{ mount: ['c1', '/data', 'ro'] }, 'it is', up, mounts([at('/data', READ_ONLY)]), 'true'],
  [
    { mount: ['c1', '/data', 'ro'] },
    'its file system is',
    up,
    mounts([at('/data', { fsOptions: ['ro'] })]),
    'true',
  ],
  [{ mount: ['c1', '/data', 'ro'] }, 'it is not', up, mounts([at('/data')]), 'false'],
  [{ mount: ['c1', '/data', 'rw'] }, 'it is', up, mounts([at('/data')]), 'true'],
  [{ mount: ['c1', '/data', 'rw'] }, 'it is not', up, mounts([at('/data', READ_ONLY)]), 'false'],
  [
    { mount: ['c1', '/data', 'rw'] },
    'what lies over another counts',
    up,
    mounts([at('/data', { ...READ_ONLY, hidden: true }), at('/data')]),
    'true',
  ],
])('%j: %s', (predicate, _what, snapshot, answers, expected) => {
  expect(said(predicate, snapshot, answers)).toBe(expected);
});

describe('what shows it', () => {
  it('the mounts that its process sees', () => {
    const command = 'sudo findmnt -N 1100 -o TARGET,FSTYPE,SOURCE,OPTIONS,PROPAGATION';
    const answers = mounts([at('/data', READ_ONLY)]);
    expect(shown({ mount: ['c1', '/data'] }, up, answers)).toMatchObject({
      command,
      value: '/data ext4 ro',
    });
  });
});
