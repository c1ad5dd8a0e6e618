import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseInfo } from './info';

const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));

test.each([
  ['info.json', { rootless: false, usernsRemap: false, cgroupDriver: 'cgroupfs' }],
  ['info-userns-remap.json', { rootless: false, usernsRemap: true, cgroupDriver: 'cgroupfs' }],
  ['info-rootless.json', { rootless: true, usernsRemap: false, cgroupDriver: 'none' }],
])('the recorded daemon: %s', (file, expected) => {
  expect(parseInfo(recorded(file))).toEqual({
    operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.18.44-fc-v595',
    ...expected,
  });
});

const NOTHING = {
  operatingSystem: null,
  kernel: null,
  rootless: null,
  usernsRemap: null,
  cgroupDriver: null,
};

test.each<[string, unknown, ReturnType<typeof parseInfo>]>([
  [
    'rootless, with cgroup v1',
    {
      OperatingSystem: 'Ubuntu 24.04 LTS',
      KernelVersion: '6.8.0-31-generic',
      SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless', 'name=cgroupns'],
      CgroupDriver: 'none',
    },
    {
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
