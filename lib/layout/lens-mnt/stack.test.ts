import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { MountInside } from '../../inside/mnt';
import { HOST_ROOT, overlayRoot } from './fixtures/mounts';
import { stackOf, type Stack } from './stack';

const root = (...fsOptions: string[]): MountInside =>
  sampleMount({ target: '/', kind: 'root', fs: 'overlay', fsOptions });

it.each<[string, MountInside, Stack | null]>([
  [
    'of Docker, without the layer that it makes for each container',
    overlayRoot('base', 'app'),
    {
      layers: ['/var/lib/docker/overlay2/l/base', '/var/lib/docker/overlay2/l/app'],
      writable: true,
      keptIn: '/var/lib/docker/overlay2',
    },
  ],
  [
    'where nothing may be written',
    { ...overlayRoot('base'), options: ['ro'] },
    {
      layers: ['/var/lib/docker/overlay2/l/base'],
      writable: false,
      keptIn: '/var/lib/docker/overlay2',
    },
  ],
  [
    'of another engine: all layers are the image’s',
    root('rw', 'lowerdir=/c/snapshots/2/fs:/c/snapshots/1/fs', 'upperdir=/c/snapshots/3/fs'),
    { layers: ['/c/snapshots/1/fs', '/c/snapshots/2/fs'], writable: true, keptIn: '/c/snapshots' },
  ],
  [
    'without one of its own',
    root('ro', 'lowerdir=/a/1/fs:/a/2/fs'),
    { layers: ['/a/2/fs', '/a/1/fs'], writable: false, keptIn: '/a' },
  ],
  [
    'by paths that lead from a folder that is not told',
    root('rw', 'lowerdir=l/B:l/A', 'upperdir=x/diff'),
    { layers: ['l/A', 'l/B'], writable: true, keptIn: null },
  ],
  ['that does not tell', root('rw'), null],
  ['of no layers', HOST_ROOT, null],
])('a stack %s', (_name, mount, expected) => {
  expect(stackOf([sampleMount({}), mount])).toEqual(expected);
});
