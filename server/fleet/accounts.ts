import type { FleetFile } from '@lib/fleet/fleet-file';
import { HUB_NAME } from '@lib/fleet/host-name';
import { hostPermissions, hubPermissions } from '@lib/fleet/permissions';
import { keysConf } from '@lib/fleet/server-conf';
import type { FleetPaths } from './folder';
import { writePrivate } from './private-file';
import { accountJwt, readSigning, signedAccounts } from './signing';

/** Writes down for the server who may connect, as it is now. */
export async function writeAccounts(paths: FleetPaths, fleet: FleetFile): Promise<void> {
  await writePrivate(paths.accounts, await accountsOf(paths, fleet));
}

async function accountsOf({ signing }: FleetPaths, fleet: FleetFile): Promise<string> {
  if (fleet.credentials === 'signing') {
    const keys = await readSigning(signing);
    return signedAccounts(keys, await accountJwt(keys, fleet.revoked));
  }
  return keysConf([
    { name: HUB_NAME, key: fleet.hub, permissions: hubPermissions() },
    ...Object.entries(fleet.hosts).map(([name, key]) => ({
      name,
      key,
      permissions: hostPermissions(name),
    })),
  ]);
}
