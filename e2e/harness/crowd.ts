import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Dockerd } from './dockerd';
import type { OrdinaryUser } from './ordinary-user';
import { DOZEN, runTopology } from './topology';
import { until } from './until';
import { kernelWord } from './kernel-word';

/** A group of processes, made by programs that are no container engine. */
const FAMILY = 'sleep 600 & sleep 600 & echo ready; wait';
const UNSHARED = ['unshare', '--kill-child', '--fork'];

/** Programs that print a line once they are as they are to stay. */
function groups(user: OrdinaryUser): string[][] {
  return [
    [...UNSHARED, '-mnpiuC', 'sh', '-c', FAMILY],
    [...UNSHARED, '-mnpiuCT', 'sh', '-c', FAMILY],
    [...UNSHARED, '-Urmp', ...UNSHARED, '-Urn', ...UNSHARED, '-Up', 'sh', '-c', FAMILY],
    // In the middle, a user namespace without a process in it.
    ['unshare', '-Ur', 'unshare', '-U', 'sh', '-c', FAMILY],
    ['setpriv', ...user.credentials, 'unshare', '-Urn', 'sh', '-c', FAMILY],
    ['setpriv', ...user.credentials, 'sh', '-c', FAMILY],
  ];
}

/**
 * A machine with something to see: a dozen containers that share in all ways, one that runs as the
 * user, groups of processes in namespaces of all types, some of the user's, and a zombie.
 */
export class Crowd {
  #children: ChildProcess[] = [];
  /** Of everything that was started here, but for the containers. */
  pids: number[] = [];
  leaders = new Map<string, number>();

  constructor(private readonly user: OrdinaryUser) {}

  async gather(dockerd: Dockerd): Promise<void> {
    const own = ['own', '--user', `${this.user.uid}:${this.user.gid}`] as const;
    const members = [...DOZEN, own];
    await runTopology(dockerd, members);
    for (const [name] of members) this.leaders.set(name, await dockerd.leader(name));
    for (const command of groups(this.user)) await this.#start(command);
    await this.#makeZombie();
    const { processes } = await kernelWord();
    this.pids = this.#children.map(({ pid }) => pid ?? 0);
    if (!this.pids.every((pid) => processes.has(pid))) throw new Error('some have ended already');
  }

  async disperse(): Promise<void> {
    for (const child of this.#children.splice(0)) {
      const ended = once(child, 'exit');
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
    }
  }

  /** In a process group of its own, ended with us; resolves when it has printed a line. */
  async #start(command: readonly string[]): Promise<string> {
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    this.#children.push(child);
    const failed = once(child, 'exit').then(() => {
      throw new Error(`ended: ${command.join(' ')}`);
    });
    const [line]: unknown[] = await Promise.race([once(child.stdout, 'data'), failed]);
    failed.catch(() => undefined);
    return String(line).trim();
  }

  async #makeZombie(): Promise<void> {
    const zombie = Number(await this.#start(['sh', '-c', 'sleep 0.1 & echo $!; exec sleep 600']));
    await until(
      'there is a zombie',
      async () => (await kernelWord()).processes.get(zombie)?.state === 'Z',
      10_000,
    );
  }
}
