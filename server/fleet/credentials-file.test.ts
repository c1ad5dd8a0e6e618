import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { afterAll, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { UsageError } from '../usage-error';
import { credentialsText } from './credentials';
import { readCredentials } from './credentials-file';

const folder = mkdtempSync(join(tmpdir(), 'nsview-creds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const seed = new TextDecoder().decode(createUser().getSeed());
const credentials = { host: 'vm-07', seed, jwt: null, authority: null };
const read = (file: string) => readCredentials(file, commandMessagesFor('en'));

let made = 0;
function fileOf(text: string, mode = 0o600): string {
  made += 1;
  const file = join(folder, `${made}.creds`);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

it.each([0o600, 0o400, 0o440])('one of mode %o is read', (mode) => {
  expect(read(fileOf(credentialsText(credentials), mode))).toEqual(credentials);
});

it.each<[string, () => string, RegExp]>([
  ['is not there', () => join(folder, 'none.creds'), /none\.creds: ENOENT/],
  ['is a folder', () => folder, /--creds .*: (others can read it|EISDIR)/],
  ['others can read', () => fileOf(credentialsText(credentials), 0o604), /chmod 600/],
  ['its group can write', () => fileOf(credentialsText(credentials), 0o660), /chmod 600/],
  ['is empty', () => fileOf(''), /it has no key; expected a file made by nsview fleet/],
  ['is something else', () => fileOf('{}\n'), /it has no key/],
  ['has no end', () => fileOf('x'.repeat(10_000_000)), /it is too long/],
  ['has half a key', () => fileOf(credentialsText({ ...credentials, seed: 'SUA' })), /not whole/],
])('one that %s is refused in one line, which tells no secret', (_, make, message) => {
  const file = make();
  const call = () => read(file);
  expect(call).toThrow(UsageError);
  expect(call).toThrow(message);
  expect(call).not.toThrow(/\n/);
  expect(call).not.toThrow(seed.slice(4, 20));
});
