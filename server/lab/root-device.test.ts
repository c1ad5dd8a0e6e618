import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DockerCommand } from './docker';
import { Refusal } from './refusal';
import { rootDevice } from './root-device';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nsview-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A machine on which these programs say what a script does. */
function saying(programs: Record<'findmnt' | 'lsblk', string>) {
  for (const [name, script] of Object.entries(programs)) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
  const PATH = `${folder}:${process.env.PATH ?? ''}`;
  const docker = new DockerCommand('unix:///run/docker.sock', { PATH });
  return { docker, signal: new AbortController().signal };
}

/** As findmnt has the root of a machine that is a subvolume: `-v` (`--nofsroot`) leaves out which. */
const SUBVOLUME = 'case "$1" in *v*) echo /dev/sda2;; *) echo "/dev/sda2[/root]";; esac';
const LSBLK =
  'case "$3" in /dev/sda2) echo "sda sda2";; *) echo "not a block device" >&2; exit 32;; esac';

it.each([
  ['a part of a disk', 'echo /dev/sda2', LSBLK, 'sda'],
  ['a subvolume on a part of a disk', SUBVOLUME, LSBLK, 'sda'],
  ['a whole disk', 'echo /dev/vda', 'echo "       vda"', 'vda'],
])('the device of a root that is %s', async (_what, findmnt, lsblk, device) => {
  expect(await rootDevice(saying({ findmnt, lsblk }))).toBe(device);
});

it('there is none of a root that is on no device', async () => {
  const nowhere = saying({ findmnt: 'echo overlay', lsblk: LSBLK });
  await expect(rootDevice(nowhere)).rejects.toThrow(Refusal);
});
