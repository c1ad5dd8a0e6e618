import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromSeed } from '@nats-io/nkeys';
import { decode, type Account, type User } from '@nats-io/jwt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCredentials } from './credentials';
import { FleetError } from './fleet-error';
import { fleetPaths, readFleet } from './folder';
import { initFleet } from './init';
import { addHosts, revokeHosts } from './members';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'nsview-'));
  folder = join(parent, 'a', 'fleet');
});
afterEach(() => rmSync(parent, { recursive: true }));

/** At port 1 nobody listens. */
const make = (credentials: 'keys' | 'signing' = 'keys') =>
  initFleet({ folder, credentials, addresses: ['nats.example'], port: 1 });

/** Every path below, with its mode. */
function modes(path: string): [string, string][] {
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return ['', ...entries.sort()].map((name) => {
    return [name, (statSync(join(path, name)).mode & 0o777).toString(8)];
  });
}

async function problemOf(change: Promise<unknown>): Promise<string> {
  try {
    await change;
    return 'none';
  } catch (error) {
    return error instanceof FleetError ? `${error.problem} ${error.about}` : String(error);
  }
}

const publicKeyIn = (file: string) =>
  fromSeed(
    new TextEncoder().encode(parseCredentials(readFileSync(file, 'utf8')).seed),
  ).getPublicKey();

/** What the account says that a server is started with. */
function revokedIn(accounts: string): Record<string, number> {
  const [jwt = ''] = /(?<=resolver_preload: \{\s+A\w+: )\S+/.exec(accounts) ?? [];
  return decode<Account>(jwt).nats.revocations ?? {};
}

describe('a fleet', () => {
  it('is for us alone, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      const { paths } = await make('signing');
      await addHosts(paths, ['vm-01']);
    } finally {
      process.umask(before);
    }
    expect(modes(folder)).toEqual([
      ['', '700'],
      ['authority.crt', '600'],
      ['authority.key', '600'],
      ['fleet.json', '600'],
      ['hosts', '700'],
      ['hosts.conf', '600'],
      ['hosts/vm-01.creds', '600'],
      ['hub.creds', '600'],
      ['nats.conf', '600'],
      ['server.crt', '600'],
      ['server.key', '600'],
      ['signing.json', '600'],
    ]);
  });

  it('is not made where there is one, nor where something else is, which is left as it is', async () => {
    await make();
    const before = readFileSync(join(folder, 'hub.creds'), 'utf8');
    expect(await problemOf(make())).toBe(`exists ${folder}`);
    expect(readFileSync(join(folder, 'hub.creds'), 'utf8')).toBe(before);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine'), 'mine');
    expect(await problemOf(make())).toBe(`exists ${folder}`);
    expect(readdirSync(folder)).toEqual(['mine']);
    expect(readdirSync(join(parent, 'a'))).toEqual(['fleet']);
  });

  it('is made in a folder that is empty', async () => {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    await make();
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });

  it('has no secrets but in files of credentials and keys', async () => {
    const { paths } = await make('signing');
    await addHosts(paths, ['vm-01']);
    for (const file of ['fleet.json', 'hosts.conf', 'nats.conf', 'server.crt', 'authority.crt']) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(
        /\bS[UOA][A-Z2-7]{56}\b|PRIVATE/,
      );
    }
  });
});

describe.each(['keys', 'signing'] as const)('machines of a fleet with %s', (kind) => {
  it('get credentials each, by keys of their own, and are in the list', async () => {
    const { paths } = await make(kind);
    const { server } = await addHosts(paths, ['vm-01', 'constructor']);
    expect(server).toBe(kind === 'keys' ? 'absent' : null);
    const { hosts } = await readFleet(paths);
    expect(Object.keys(hosts)).toEqual(['vm-01', 'constructor']);
    for (const [host, key] of Object.entries(hosts)) {
      const file = paths.hostCredentials(host);
      const { jwt, authority, host: named } = parseCredentials(readFileSync(file, 'utf8'));
      expect([named, publicKeyIn(file)]).toEqual([host, key]);
      expect(authority).toBe(readFileSync(paths.authority, 'utf8'));
      if (kind === 'keys') {
        expect(jwt).toBeNull();
        expect(readFileSync(paths.accounts, 'utf8')).toContain(key);
      } else {
        // Verifies the signature as well.
        const { name, sub, nats } = decode<User>(jwt ?? '');
        expect([name, sub]).toEqual([host, key]);
        // What it may do is said by who signs, and never by itself.
        expect(Object.keys(nats).sort()).toEqual(['issuer_account', 'type', 'version']);
      }
    }
    expect(new Set(Object.values(hosts)).size).toBe(2);
  });

  it('are all added or, where one cannot be, none', async () => {
    const { paths } = await make(kind);
    await addHosts(paths, ['vm-01']);
    const before = readFileSync(paths.hostCredentials('vm-01'), 'utf8');
    expect(await problemOf(addHosts(paths, ['vm-02', 'vm-01']))).toBe('taken vm-01');
    const left = paths.hostCredentials('vm-03');
    writeFileSync(left, 'mine');
    expect(await problemOf(addHosts(paths, ['vm-02', 'vm-03']))).toBe(`file ${left}`);
    expect(readFileSync(left, 'utf8')).toBe('mine');
    expect(readFileSync(paths.hostCredentials('vm-01'), 'utf8')).toBe(before);
    expect(existsSync(paths.hostCredentials('vm-02'))).toBe(false);
    expect(Object.keys((await readFleet(paths)).hosts)).toEqual(['vm-01']);
  });

  it('are gone once they are revoked, and come back with other keys', async () => {
    const { paths } = await make(kind);
    await addHosts(paths, ['vm-01', 'vm-02']);
    const { hosts: before } = await readFleet(paths);
    expect(await problemOf(revokeHosts(paths, ['vm-01', 'vm-09']))).toBe('unknown vm-09');
    expect((await revokeHosts(paths, ['vm-01'])).server).toBe('absent');
    const { hosts, revoked } = await readFleet(paths);
    expect(hosts).toEqual({ 'vm-02': before['vm-02'] });
    expect(Object.keys(revoked)).toEqual(kind === 'keys' ? [] : [before['vm-01']]);
    const accounts = readFileSync(paths.accounts, 'utf8');
    if (kind === 'keys') expect(accounts).not.toContain(before['vm-01']);
    else expect(Object.keys(revokedIn(accounts))).toEqual([before['vm-01']]);
    expect(existsSync(paths.hostCredentials('vm-01'))).toBe(false);
    await addHosts(paths, ['vm-01']);
    expect(publicKeyIn(paths.hostCredentials('vm-01'))).not.toBe(before['vm-01']);
  });

  it('are all there when several commands add some at once', async () => {
    const { paths } = await make(kind);
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => addHosts(paths, [name])));
    expect(Object.keys((await readFleet(paths)).hosts).sort()).toEqual(names);
  });
});

describe('a folder', () => {
  it('without a fleet is left alone', async () => {
    const paths = fleetPaths(folder);
    expect(await problemOf(addHosts(paths, ['vm-01']))).toBe(`none ${folder}`);
    expect(await problemOf(revokeHosts(paths, ['vm-01']))).toBe(`none ${folder}`);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -3)],
    ['is something else', (text: string) => text.replace('nsview-fleet', 'other')],
    ['is of a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
    [
      'has a name that no machine may have',
      (text: string) => text.replace('"hosts": {}', `"hosts": {">": "U${'A'.repeat(55)}"}`),
    ],
    [
      'has a key that is none',
      (text: string) => text.replace('"hosts": {}', '"hosts": {"vm-01": "U, permissions: {}"}'),
    ],
  ])('whose list of machines %s is left alone', async (_, change) => {
    const { paths } = await make();
    const whole = readFileSync(paths.fleet, 'utf8');
    const broken = change(whole);
    expect(broken).not.toBe(whole);
    writeFileSync(paths.fleet, broken);
    expect(await problemOf(addHosts(paths, ['vm-01']))).toBe(`broken ${paths.fleet}`);
    expect(readFileSync(paths.fleet, 'utf8')).toBe(broken);
  });

  it('that a command was killed in is open to the next one', async () => {
    const { paths } = await make();
    const killed = spawn('true');
    await once(killed, 'close');
    writeFileSync(join(folder, 'lock'), String(killed.pid));
    await addHosts(paths, ['vm-01']);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

it('a program that has the number of a server that was killed is left alone', async () => {
  const { paths } = await make();
  const other = spawn('sleep', ['60']);
  try {
    writeFileSync(paths.server.pid, String(other.pid));
    expect((await addHosts(paths, ['vm-01'])).server).toBe('absent');
    // SIGHUP would have ended it by the time that it can be asked for its state.
    expect(readFileSync(`/proc/${String(other.pid)}/stat`, 'utf8')).toMatch(/ \(sleep\) [SR] /);
  } finally {
    other.kill();
  }
});
