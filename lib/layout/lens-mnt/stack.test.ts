import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { MountInside } from '../../inside/mnt';
import type { Engine } from '../../model/host';
import { HOST_ROOT, overlayRoot } from './fixtures/mounts';
import { stackOf, type Stack } from './stack';

const root = (...fsOptions: string[]): MountInside =>
  sampleMount({ target: '/', kind: 'root', fs: 'overlay', fsOptions });

const HEX = '0123456789abcdef'.repeat(4);
const PODMAN = '/home/a/.local/share/containers/storage/overlay';
const SNAPSHOTS = [
  'rw',
  'lowerdir=/c/snapshots/3/fs:/c/snapshots/2/fs:/c/snapshots/1/fs',
  'upperdir=/c/snapshots/4/fs',
];

it.each<[string, MountInside, Engine['kind'] | null, Stack | null]>([
  [
    'of Docker, without the layer that it makes for each container',
    overlayRoot('base', 'app'),
    'docker',
    {
      layers: ['/var/lib/docker/overlay2/l/base', '/var/lib/docker/overlay2/l/app'],
      writable: true,
      keptIn: '/var/lib/docker/overlay2',
    },
  ],
  [
    'where nothing may be written',
    { ...overlayRoot('base'), options: ['ro'] },
    'docker',
    {
      layers: ['/var/lib/docker/overlay2/l/base'],
      writable: false,
      keptIn: '/var/lib/docker/overlay2',
    },
  ],
  [
    'of Docker, with containerd’s layers: it makes one for each container there as well',
    root(...SNAPSHOTS),
    'docker',
    { layers: ['/c/snapshots/1/fs', '/c/snapshots/2/fs'], writable: true, keptIn: '/c/snapshots' },
  ],
  [
    'of no known engine: all layers are the image’s',
    root(...SNAPSHOTS),
    null,
    {
      layers: ['/c/snapshots/1/fs', '/c/snapshots/2/fs', '/c/snapshots/3/fs'],
      writable: true,
      keptIn: '/c/snapshots',
    },
  ],
  [
    'of no known engine, called as Docker does',
    overlayRoot('base'),
    null,
    {
      layers: ['/var/lib/docker/overlay2/l/base'],
      writable: true,
      keptIn: '/var/lib/docker/overlay2',
    },
  ],
  ...(['podman', null] as const).map((engine): [string, MountInside, typeof engine, Stack] => [
    `of Podman, known as ${String(engine)}: all layers are the image’s`,
    root('rw', `lowerdir=${PODMAN}/l/B:${PODMAN}/l/A`, `upperdir=${PODMAN}/${HEX}/diff`),
    engine,
    { layers: [`${PODMAN}/l/A`, `${PODMAN}/l/B`], writable: true, keptIn: PODMAN },
  ]),
  [
    'without one of its own',
    root('ro', 'lowerdir=/a/1/fs:/a/2/fs'),
    null,
    { layers: ['/a/2/fs', '/a/1/fs'], writable: false, keptIn: '/a' },
  ],
  [
    'by paths that lead from a folder that is not told',
    root('rw', 'lowerdir=l/B:l/A', 'upperdir=x/diff'),
    null,
    { layers: ['l/A', 'l/B'], writable: true, keptIn: null },
  ],
  ['that does not tell', root('rw'), null, null],
  ['of no layers', HOST_ROOT, null, null],
])('a stack %s', (_name, mount, engine, expected) => {
  expect(stackOf([sampleMount({}), mount], engine)).toEqual(expected);
});
