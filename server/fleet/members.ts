import { readFile, rm, stat } from 'node:fs/promises';
import type { FleetFile } from '@lib/fleet/fleet-file';
import type { HostId } from '@lib/model/host';
import { writeAccounts } from './accounts';
import { credentialsText } from './credentials';
import { FleetError } from './fleet-error';
import { readFleet, writeFleet, type FleetPaths } from './folder';
import { locked } from './lock';
import { createPrivate } from './private-file';
import { tellServer, type Told } from './reload';
import { readSigning, userJwt } from './signing';
import { newUserKey } from './user-key';

/** What came of a change. */
export interface Changed {
  fleet: FleetFile;
  /** Null: the server has nothing to be told, for it believes what is signed. */
  server: Told | null;
}

/**
 * Makes credentials for machines, each in a file of its own, and has the server take them. All or, where a name
 * cannot be had, none of them.
 *
 * @throws FleetError
 */
export async function addHosts(paths: FleetPaths, hosts: readonly HostId[]): Promise<Changed> {
  await readFleet(paths);
  return locked(paths.folder, async () => {
    const fleet = await readFleet(paths);
    const taken = hosts.filter((host) => Object.hasOwn(fleet.hosts, host));
    if (taken.length > 0) throw new FleetError('taken', taken.join(' '));
    for (const host of hosts) {
      const file = paths.hostCredentials(host);
      if (await isThere(file)) throw new FleetError('file', file);
    }
    const made = await makeAll(paths, fleet, hosts);
    const changed = { ...fleet, hosts: { ...fleet.hosts, ...made } };
    if (fleet.credentials === 'keys') await writeAccounts(paths, changed);
    await writeFleet(paths, changed);
    const server = fleet.credentials === 'keys' ? await tellServer(paths, changed) : null;
    return { fleet: changed, server };
  });
}

/** A file for each. @returns their public keys */
async function makeAll(
  paths: FleetPaths,
  { credentials }: FleetFile,
  hosts: readonly HostId[],
): Promise<Record<HostId, string>> {
  const authority = await readFile(paths.authority, 'utf8');
  const signing = credentials === 'signing' ? await readSigning(paths.signing) : null;
  const keys: Record<HostId, string> = {};
  try {
    for (const host of hosts) {
      const { publicKey, seed } = newUserKey();
      const jwt = signing === null ? null : await userJwt(signing, host, publicKey);
      const text = credentialsText({ host, seed, jwt, authority });
      await createPrivate(paths.hostCredentials(host), text);
      keys[host] = publicKey;
    }
  } catch (error) {
    for (const host of Object.keys(keys)) await rm(paths.hostCredentials(host), { force: true });
    throw error;
  }
  return keys;
}

/**
 * Takes machines out of the fleet: the server ends their connections and takes none from them any more.
 *
 * @throws FleetError
 */
export async function revokeHosts(paths: FleetPaths, hosts: readonly HostId[]): Promise<Changed> {
  await readFleet(paths);
  return locked(paths.folder, async () => {
    const fleet = await readFleet(paths);
    const unknown = hosts.filter((host) => !Object.hasOwn(fleet.hosts, host));
    if (unknown.length > 0) throw new FleetError('unknown', unknown.join(' '));
    const kept = Object.entries(fleet.hosts).filter(([host]) => !hosts.includes(host));
    const changed = { ...fleet, hosts: Object.fromEntries(kept), revoked: { ...fleet.revoked } };
    if (fleet.credentials === 'signing') {
      const now = Math.floor(Date.now() / 1000);
      for (const host of hosts) {
        const key = fleet.hosts[host];
        if (key !== undefined) changed.revoked[key] = now;
      }
    }
    // This first: who is said to be gone is gone.
    await writeAccounts(paths, changed);
    await writeFleet(paths, changed);
    const server = await tellServer(paths, changed);
    for (const host of hosts) await rm(paths.hostCredentials(host), { force: true });
    return { fleet: changed, server };
  });
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
