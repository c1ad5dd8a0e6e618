import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FleetFile } from '@lib/fleet/fleet-file';
import { serverConf } from '@lib/fleet/server-conf';
import { writeAccounts } from './accounts';
import { certify } from './certificates';
import { credentialsText } from './credentials';
import { FleetError } from './fleet-error';
import { fleetPaths, makePrivateFolder, writeFleet, type FleetPaths } from './folder';
import { createPrivate } from './private-file';
import { newSigning, userJwt } from './signing';
import { newUserKey } from './user-key';

export interface NewFleet {
  /** An absolute path. */
  folder: string;
  credentials: FleetFile['credentials'];
  addresses: readonly string[];
  port: number;
}

/** Who runs the server reaches it by these as well. */
const OWN_ADDRESSES = ['localhost', '127.0.0.1', '::1'];

/**
 * Makes a fleet without machines: keys, certificates, a hub's credentials and what nats-server is started with. It is
 * made beside its place, so that it is there whole or not at all.
 *
 * @throws FleetError where something is in the folder already
 */
export async function initFleet(
  wanted: NewFleet,
): Promise<{ paths: FleetPaths; fleet: FleetFile }> {
  const paths = fleetPaths(wanted.folder);
  if (!(await isFree(wanted.folder))) throw new FleetError('exists', wanted.folder);
  await makePrivateFolder(dirname(wanted.folder));
  const beside = `${wanted.folder}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(beside, { mode: 0o700 });
  try {
    const fleet = await fill(beside, paths, wanted);
    await rename(beside, wanted.folder);
    return { paths, fleet };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    const full = error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY';
    throw full ? new FleetError('exists', wanted.folder) : error;
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw error;
  }
}

/** @param beside where it is made @param places where it will be */
async function fill(
  beside: string,
  places: FleetPaths,
  { credentials, addresses, port }: NewFleet,
): Promise<FleetFile> {
  const paths = fleetPaths(beside);
  const own = OWN_ADDRESSES.filter((address) => !addresses.includes(address));
  const { authority, server } = await certify([...addresses, ...own], Date.now());
  await createPrivate(paths.authority, authority.certificate);
  await createPrivate(paths.authorityKey, authority.key);
  await createPrivate(paths.server.certificate, server.certificate);
  await createPrivate(paths.server.key, server.key);
  const signing = credentials === 'signing' ? await newSigning() : null;
  if (signing !== null) await createPrivate(paths.signing, `${JSON.stringify(signing, null, 2)}\n`);
  const { publicKey, seed } = newUserKey();
  const jwt = signing === null ? null : await userJwt(signing, null, publicKey);
  const hub = { host: null, seed, jwt, authority: authority.certificate };
  await createPrivate(paths.hubCredentials, credentialsText(hub));
  await mkdir(join(beside, 'hosts'), { mode: 0o700 });
  const fleet: FleetFile = {
    ...{ format: 'nsview-fleet', version: 1, credentials, addresses: [...addresses], port },
    ...{ hub: publicKey, hosts: {}, revoked: {} },
  };
  await writeFleet(paths, fleet);
  await writeAccounts(paths, fleet);
  await createPrivate(paths.conf, serverConf(port, 'hosts.conf', places.server));
  return fleet;
}
