import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { MountInside } from '../../inside/mnt';
import { HOST_ROOT, overlayRoot } from './fixtures/mounts';
import { tagsOf } from './tags';

const root = overlayRoot('base');
const volume = (target: string, change: Partial<MountInside> = {}) =>
  sampleMount({
    ...{ target, kind: 'volume', hostPath: `/v/volumes/${target.slice(1)}/_data` },
    ...change,
  });
const memory = (target: string, change: Partial<MountInside> = {}) =>
  sampleMount({ target, kind: 'tmpfs', fs: 'tmpfs', hostPath: null, ...change });
const bound = (target: string, hostPath: string) => sampleMount({ target, hostPath });
const kernels = (target: string, hostPath: string, fs: string) =>
  sampleMount({ target, hostPath, fs, source: fs });

const said = (...mounts: MountInside[]) =>
  tagsOf([root, ...mounts], new Set()).map(({ mount, covers, danger, writable }) =>
    [mount.target, covers && 'covers', danger, !writable && 'ro'].filter(Boolean).join(' '),
  );

it.each<[string, MountInside[], string[]]>([
  ['what was mounted for it', [volume('/data'), bound('/www', '/srv')], ['/data', '/www']],
  [
    'not what every container has',
    [memory('/dev'), memory('/dev/shm'), memory('/sys/fs/cgroup')],
    [],
  ],
  ['memory of its own', [memory('/scratch')], ['/scratch']],
  ['that it may not be written', [volume('/data', { options: ['ro'] })], ['/data ro']],
  ['what is dangerous', [bound('/d', '/run/docker.sock')], ['/d engine']],
  [
    'what is hidden, and right after it what lies over it',
    [volume('/data', { hidden: true }), bound('/www', '/srv'), memory('/data')],
    ['/data', '/data covers', '/www'],
  ],
  [
    'what lies over it from above, wherever it stands',
    [memory('/a'), volume('/a/data', { hidden: true })],
    ['/a/data', '/a covers'],
  ],
  [
    'of a folder of the host not each thing that is mounted in it there',
    [bound('/host', '/'), bound('/host/etc', '/etc'), bound('/host/run/x', '/run/x')],
    ['/host whole'],
  ],
  [
    'nor what the kernel makes up, wherever the host has that',
    [
      bound('/host', '/srv'),
      kernels('/host/a/merged/sys/fs/cgroup/cpu', '/sys/fs/cgroup/cpu/docker/1', 'cgroup'),
      kernels('/host/netns/1', '/run/netns/1', 'nsfs'),
    ],
    ['/host'],
  ],
  [
    'nor where that is dangerous, if all of the host is there anyhow',
    [bound('/host', '/'), kernels('/host/a/merged/proc', '/proc', 'proc')],
    ['/host whole'],
  ],
  [
    'but all the same what is dangerous in a folder that is not',
    [bound('/host', '/srv'), kernels('/host/proc', '/proc', 'proc')],
    ['/host', '/host/proc system'],
  ],
  [
    'and what the kernel makes up where it is alone',
    [kernels('/netns', '/run/netns/1', 'nsfs')],
    ['/netns'],
  ],
  [
    'but what is mounted in it from another place',
    [bound('/host', '/srv'), bound('/host/etc', '/etc')],
    ['/host', '/host/etc system'],
  ],
])('tells %s', (_name, mounts, expected) => {
  expect(said(...mounts)).toEqual(expected);
});

it('of the host’s own tree tells nothing: all of it is there', () => {
  expect(tagsOf([HOST_ROOT, bound('/mnt', '/srv')], new Set())).toEqual([]);
});

it('of what its engine mounts tells what is spoken of, with no line to the host', () => {
  const covered = (target: string) =>
    sampleMount({ target, kind: 'readonly', fs: 'proc', hostPath: target, options: ['ro'] });
  const all = [root, volume('/data'), covered('/proc/bus'), covered('/proc/sys')];
  const spokenOf = (...paths: string[]) =>
    tagsOf(all, new Set(), (path) => paths.includes(path)).map(({ mount, source, spoken }) => [
      ...[mount.target, source, spoken],
    ]);
  const data = '/v/volumes/data/_data';
  expect(spokenOf('/', '/proc/sys')).toEqual([
    ['/data', data, false],
    ['/proc/sys', null, true],
  ]);
  expect(spokenOf('/data')).toEqual([['/data', data, true]]);
});

it('ten thousand mounts are told', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => volume(`/m${n}`, { hidden: n % 2 === 0 }));
  expect(tagsOf([root, ...many], new Set())).toHaveLength(10_000);
});
