import { readFile } from 'node:fs/promises';
import { serverUrl, type FleetFile } from '@lib/fleet/fleet-file';
import { HUB_NAME } from '@lib/fleet/host-name';
import { inboxPrefix } from '@lib/fleet/subjects';
import type { FleetPaths } from './folder';
import { LineError, openLine } from './line';
import { accountJwt, readSigning, systemJwt } from './signing';
import { newUserKey } from './user-key';

/** Was a server told, was none of this fleet reached, or may we not tell it? */
export type Told = 'told' | 'absent' | 'denied';

/** How a server learns what was changed. */
export function tellServer(paths: FleetPaths, fleet: FleetFile): Promise<Told> {
  return fleet.credentials === 'keys' ? reload(paths.server.pid) : updateAccount(paths, fleet);
}

/**
 * Has a server read its configuration again, where one runs on this machine.
 *
 * @param pidFile the one that it writes. A server that was killed leaves it behind, and the number may be that of
 *   another program by now, which SIGHUP would end.
 */
async function reload(pidFile: string): Promise<Told> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0) return 'absent';
  const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  if (command.trim() !== 'nats-server') return 'absent';
  try {
    process.kill(pid, 'SIGHUP');
    return 'told';
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EPERM';
    return denied ? 'denied' : 'absent';
  }
}

/** Milliseconds. */
const ANSWERS_WITHIN = 5000;

/**
 * Tells a server what counts about the account now. One that reads its configuration again instead cuts everybody off
 * who was let in by a signature.
 */
async function updateAccount(paths: FleetPaths, fleet: FleetFile): Promise<Told> {
  const signing = await readSigning(paths.signing);
  const subject = `$SYS.REQ.ACCOUNT.${signing.account}.CLAIMS.UPDATE`;
  const { publicKey, seed } = newUserKey();
  const rules = { publish: [subject], subscribe: [`${inboxPrefix(HUB_NAME)}.>`] };
  const jwt = await systemJwt(signing, publicKey, rules);
  const authority = await readFile(paths.authority, 'utf8');
  const to = [`tls://127.0.0.1:${fleet.port}`, serverUrl(fleet)];
  try {
    const line = await openLine({ to, credentials: { host: null, seed, jwt, authority } });
    try {
      const told = await accountJwt(signing, fleet.revoked);
      const { data } = await line.request(subject, told, { timeout: ANSWERS_WITHIN });
      // In it is either what was done or why it was not.
      return new TextDecoder().decode(data).includes('"code":200') ? 'told' : 'denied';
    } finally {
      await line.close();
    }
  } catch (error) {
    if (error instanceof LineError) return 'absent';
    throw error;
  }
}
