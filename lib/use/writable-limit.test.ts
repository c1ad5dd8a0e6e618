import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseInfo } from '../docker/info';
import { writableLimit } from './writable-limit';

const FIXTURES = join(import.meta.dirname, '../docker/fixtures');
const NONE = { value: null, reason: null };
const UNSEEN = { value: null, reason: 'quota-unseen' };

const told = (storageDriver: string | null, backingFilesystem: string | null) =>
  writableLimit({ storageDriver, backingFilesystem });

it.each([
  ['overlays on ext4', 'overlay2', 'extfs', NONE],
  ['overlays on btrfs', 'overlay2', 'btrfs', NONE],
  ['overlays on one that the engine has no name for', 'overlay2', '<unknown>', NONE],
  ['overlays of Podman', 'overlay', 'extfs', NONE],
  ['overlays on XFS, which can hold them', 'overlay2', 'xfs', UNSEEN],
  ['overlays on one that is not told', 'overlay2', null, UNSEEN],
  ['copies, which quotas of any file system may hold', 'vfs', null, UNSEEN],
  ['subvolumes, which have quotas of their own', 'btrfs', null, UNSEEN],
  ['a store of containerd', 'overlayfs', null, UNSEEN],
  ['a driver whose name only begins alike', 'overlay2x', 'extfs', UNSEEN],
  ['no driver told', null, 'extfs', UNSEEN],
])('%s', (_, driver, filesystem, expected) => {
  expect(told(driver, filesystem)).toEqual(expected);
});

it('is not known of an engine that said nothing', () => {
  expect(writableLimit(null)).toEqual(UNSEEN);
});

it.each([
  ['info.json', NONE],
  ['info-userns-remap.json', NONE],
  ['info-rootless.json', UNSEEN],
])('the recorded daemon: %s', (file, expected) => {
  const json: unknown = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
  expect(writableLimit(parseInfo(json))).toEqual(expected);
});
