import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { type Outcome, demand, mustRun, run } from './command';

/** What of root's own is on its path may not be for others. */
const ENVIRONMENT = { HOME: '/nonexistent', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** Somebody who is not root, as most people are who run nsview. */
export interface OrdinaryUser {
  name: string;
  uid: number;
  gid: number;
  /** Runs a program as this user to its end. */
  run: (program: string, args: readonly string[]) => Promise<Outcome>;
  /** The same, for what must succeed. @returns its standard output */
  mustRun: (program: string, args: readonly string[]) => Promise<string>;
  /** What setpriv(1) is told so that a program runs as this user. */
  credentials: readonly string[];
  /** Lets the user talk to a daemon through its socket, as the group `docker` does. */
  admit: (dockerd: { socket: string }) => void;
  remove: () => Promise<void>;
}

/** Makes a user for a test; the caller removes it. Needs root. */
export async function makeOrdinaryUser(): Promise<OrdinaryUser> {
  const name = `nsv-${randomBytes(4).toString('hex')}`;
  await mustRun('useradd', ['--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number(await mustRun('id', [flag, name]))),
  );
  if (uid === undefined || gid === undefined) throw new Error(`${name} has no ids`);
  const credentials = [`--reuid=${uid}`, `--regid=${gid}`, '--init-groups'];
  const runAs: OrdinaryUser['run'] = (program, args) =>
    run('setpriv', [...credentials, program, ...args], ENVIRONMENT);
  return {
    name,
    uid,
    gid,
    credentials,
    run: runAs,
    mustRun: async (program, args) =>
      demand(await runAs(program, args), `${program} ${args.join(' ')}`),
    admit: ({ socket }) => chownSync(socket, 0, gid),
    remove: async () => {
      await mustRun('userdel', [name]);
    },
  };
}
