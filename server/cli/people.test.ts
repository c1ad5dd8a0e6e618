import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { peopleIn } from '@lib/recording/passwd';
import { peopleHere } from './people';

const MESSAGES = commandMessagesFor('en');
const OWN = peopleIn(readFileSync('/etc/passwd', 'utf8'));

let proc: string;
beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'nsview-proc-'));
});
afterEach(() => rmSync(proc, { recursive: true }));

/** A /proc in which PID 1 and nsview are in these mount namespaces. */
function inMounts(first: string, own: string): void {
  for (const [process, link] of Object.entries({ 1: first, self: own })) {
    mkdirSync(join(proc, process, 'ns'), { recursive: true });
    symlinkSync(link, join(proc, process, 'ns/mnt'));
  }
}

function machineHas(passwd: string): void {
  mkdirSync(join(proc, '1/root/etc'), { recursive: true });
  writeFileSync(join(proc, '1/root/etc/passwd'), passwd);
}

it('are those of the machine as well where nsview has files of its own', () => {
  inMounts('mnt:[4026531841]', 'mnt:[4026532999]');
  machineHas('root:x:0:0::/root:/bin/sh\nmargarethe:x:1000:1000::/data/m:/bin/sh\n');
  expect(peopleHere(MESSAGES, proc)).toEqual([...OWN, 'margarethe']);
});

it('are those of nsview’s own file where that is the machine’s', () => {
  inMounts('mnt:[4026531841]', 'mnt:[4026531841]');
  machineHas('margarethe:x:1000:1000::/data/m:/bin/sh\n');
  expect(peopleHere(MESSAGES, proc)).toEqual(OWN);
});

it('are those of nsview’s own file where no PID 1 is to be seen', () => {
  expect(peopleHere(MESSAGES, proc)).toEqual(OWN);
});

it('are not taken for known where the machine’s file cannot be read', () => {
  inMounts('mnt:[4026531841]', 'mnt:[4026532999]');
  mkdirSync(join(proc, '1/root/etc'), { recursive: true });
  expect(() => peopleHere(MESSAGES, proc)).toThrow('/etc/passwd of this machine: ENOENT');
});
