import { serverUrl } from '@lib/fleet/fleet-file';
import { printable } from '@lib/table/printable';
import type { FleetMembersConfig } from '../config/fleet';
import { fleetPaths } from '../fleet/folder';
import { addHosts, revokeHosts } from '../fleet/members';

/**
 * `nsview fleet add`: credentials for machines, a line for each with its file. `nsview fleet revoke`: takes them away.
 * What the server was told of it is on standard error.
 */
export async function fleetMembers(config: FleetMembersConfig): Promise<void> {
  const { action, folder, hosts, messages } = config;
  const { fleetCommand: words } = messages.cli;
  const paths = fleetPaths(folder);
  const change = action === 'add' ? addHosts : revokeHosts;
  const { fleet, server } = await change(paths, hosts);
  const lines = hosts.map((host) =>
    action === 'add'
      ? words.added(host, printable(paths.hostCredentials(host)))
      : words.revoked(host),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (server !== null) process.stderr.write(`${words.told[server]}\n`);
  if (action === 'add') process.stderr.write(`nsview: ${words.onEach(serverUrl(fleet))}\n`);
}
