import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseInfo } from './info';

const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));

const OVERLAYS = { storageDriver: 'overlay2', backingFilesystem: 'extfs' };

test.each([
  ['info.json', { rootless: false, usernsRemap: false, cgroupDriver: 'cgroupfs', ...OVERLAYS }],
  [
    'info-userns-remap.json',
    { rootless: false, usernsRemap: true, cgroupDriver: 'cgroupfs', ...OVERLAYS },
  ],
  [
    'info-rootless.json',
    {
      ...{ rootless: true, usernsRemap: false, cgroupDriver: 'none' },
      ...{ storageDriver: 'vfs', backingFilesystem: null },
    },
  ],
])('the recorded daemon: %s', (file, expected) => {
  expect(parseInfo(recorded(file))).toEqual({
    operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.18.44-fc-v595',
    containerdStore: false,
    ...expected,
  });
});

const NOTHING = {
  operatingSystem: null,
  kernel: null,
  rootless: null,
  usernsRemap: null,
  cgroupDriver: null,
  storageDriver: null,
  backingFilesystem: null,
  containerdStore: false,
};

test.each<[string, unknown, ReturnType<typeof parseInfo>]>([
  [
    'a rootless Podman, which says it in a field of its own',
    { Rootless: true, SecurityOptions: ['name=seccomp,profile=default'] },
    { ...NOTHING, rootless: true, usernsRemap: false },
  ],
  [
    'a Podman of root’s',
    { Rootless: false, SecurityOptions: ['name=seccomp,profile=default'] },
    { ...NOTHING, rootless: false, usernsRemap: false },
  ],
  [
    'rootless, with cgroup v1',
    {
      OperatingSystem: 'Ubuntu 24.04 LTS',
      KernelVersion: '6.8.0-31-generic',
      SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless', 'name=cgroupns'],
      CgroupDriver: 'none',
    },
    {
      ...NOTHING,
      operatingSystem: 'Ubuntu 24.04 LTS',
      kernel: '6.8.0-31-generic',
      rootless: true,
      usernsRemap: false,
      cgroupDriver: 'none',
    },
  ],
  [
    'options of another kind',
    { SecurityOptions: ['apparmor'] },
    { ...NOTHING, rootless: false, usernsRemap: false },
  ],
  [
    'names that only begin alike',
    { SecurityOptions: ['name=rootlesskit', 'name=usernsx'] },
    { ...NOTHING, rootless: false, usernsRemap: false },
  ],
  [
    'a store of containerd, whose words are others',
    { Driver: 'overlayfs', DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] },
    { ...NOTHING, storageDriver: 'overlayfs', containerdStore: true },
  ],
  [
    'a status that is none of a driver',
    { Driver: 'overlay2', DriverStatus: [['Backing Filesystem', 3]] },
    { ...NOTHING, storageDriver: 'overlay2' },
  ],
  ['nothing said', {}, NOTHING],
  [
    'odd fields',
    { SecurityOptions: 'name=rootless', KernelVersion: 6, OperatingSystem: '' },
    NOTHING,
  ],
  ['no object', 'OK', null],
])('%s', (_, json, expected) => {
  expect(parseInfo(json)).toEqual(expected);
});
