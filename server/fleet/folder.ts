import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerFiles } from '@lib/fleet/server-conf';
import { fleetFileSchema, type FleetFile } from '@lib/fleet/fleet-file';
import type { HostId } from '@lib/model/host';
import { FleetError } from './fleet-error';
import { writePrivate } from './private-file';

/** What is where in a fleet's folder. */
export interface FleetPaths {
  folder: string;
  /** Who is in the fleet. */
  fleet: string;
  /** The keys that sign, where credentials are signed. */
  signing: string;
  conf: string;
  accounts: string;
  authority: string;
  authorityKey: string;
  hubCredentials: string;
  server: ServerFiles;
  hostCredentials: (host: HostId) => string;
}

/** @param folder an absolute path */
export function fleetPaths(folder: string): FleetPaths {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    fleet: at('fleet.json'),
    signing: at('signing.json'),
    conf: at('nats.conf'),
    accounts: at('hosts.conf'),
    authority: at('authority.crt'),
    authorityKey: at('authority.key'),
    hubCredentials: at('hub.creds'),
    server: {
      certificate: at('server.crt'),
      key: at('server.key'),
      storage: at('jetstream'),
      pid: at('nats.pid'),
    },
    hostCredentials: (host) => join(folder, 'hosts', `${host}.creds`),
  };
}

/** @throws FleetError where there is none, or it cannot be understood */
export async function readFleet({ folder, fleet }: FleetPaths): Promise<FleetFile> {
  let text: string;
  try {
    text = await readFile(fleet, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing) throw new FleetError('none', folder);
    throw error;
  }
  return parseFile(text, fleet, (value) => fleetFileSchema.safeParse(value));
}

/** @throws FleetError where it is not what the schema says */
export function parseFile<T>(
  text: string,
  path: string,
  check: (value: unknown) => { success: true; data: T } | { success: false },
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FleetError('broken', path);
  }
  const checked = check(value);
  if (!checked.success) throw new FleetError('broken', path);
  return checked.data;
}

export async function writeFleet({ fleet }: FleetPaths, content: FleetFile): Promise<void> {
  await writePrivate(fleet, `${JSON.stringify(content, null, 2)}\n`);
}

/** A folder that nobody else may look into. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}
