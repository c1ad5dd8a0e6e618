import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demand, mustRun, type Outcome, run } from './command';
import { dismissKeeper } from './dismiss-keeper';
import { ensureRemapUser } from './remap-user';
import { until } from './until';

const READY_WITHIN = 30_000;
const END_WITHIN = 40_000;
/** The signal that ends unshare ends the daemon as well. */
const PID_NAMESPACE = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child=SIGTERM'];
/** No bridge, no rule and no setting of the network namespace that the daemon is in. */
const NO_NETWORKING = [
  '--bridge=none',
  '--iptables=false',
  '--ip-forward=false',
  '--ip-masq=false',
];

export interface DockerdOptions {
  /** Give each container a user namespace of its own (`--userns-remap default`). */
  usernsRemap?: boolean;
  /** Let it live in a PID namespace, and so number processes as nobody else does. */
  pidNamespace?: boolean;
  /** Let it live in the machine's own network namespace, where it makes no bridge and no rule. */
  machineNetwork?: boolean;
  /** Instead of what it chooses: `vfs` copies images. */
  storageDriver?: 'vfs';
  /** Further runtimes that `docker run --runtime` may name: name → program. */
  runtimes?: Readonly<Record<string, string>>;
}

/**
 * For `--privileged` on any machine: see the program. What `docker run` is told; by its last word the runtime is
 * known for one that is no sandbox.
 */
export const PRIVILEGED = ['--runtime', 'within/runc', '--privileged'];
/** A runtime that is called as those are which give a kernel of their own. It is the same program. */
export const OWN_KERNEL_RUNTIME = 'kata-by-name';
const RUNC_WITHIN = new URL('runc-within.py', import.meta.url).pathname;

/**
 * A Docker daemon of our own: network namespace, data, sockets and processes apart from any other
 * daemon on the machine. Needs root. See keeper.mjs for how nothing of it is left behind.
 */
class PrivateDockerd {
  /** Path of the socket. */
  readonly socket: string;
  /** What `docker -H` and `nsview --docker` take. */
  readonly endpoint: string;
  #daemon: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly netns: string,
    private readonly keeper: ChildProcess,
    private readonly options: DockerdOptions,
  ) {
    this.socket = join(folder, 'd.sock');
    this.endpoint = `unix://${this.socket}`;
  }

  /** The socket of the containerd that it runs on. */
  get containerd(): string {
    return join(this.folder, 'exec/containerd/containerd.sock');
  }

  /** The daemon's process id. @throws while it is stopped */
  get pid(): number {
    const pid = this.#daemon?.pid;
    if (pid === undefined) throw new Error('the daemon is not running');
    return pid;
  }

  /** Start the daemon (again, with what it had); resolves when it answers `_ping`. */
  async start(): Promise<void> {
    const { folder } = this;
    const runtimes = Object.entries({
      'within/runc': RUNC_WITHIN,
      [OWN_KERNEL_RUNTIME]: RUNC_WITHIN,
      ...this.options.runtimes,
    });
    const log = openSync(join(folder, 'log'), 'a');
    // nsenter, not `ip netns exec`: that one remounts /sys, and the cgroup mounts are gone.
    const [enter, network] =
      this.options.machineNetwork === true
        ? [[], NO_NETWORKING]
        : [[`--net=/run/netns/${this.netns}`], ['--bip', '172.30.0.1/24']];
    const daemon = spawn(
      'nsenter',
      [
        ...enter,
        ...(this.options.pidNamespace === true ? PID_NAMESPACE : []),
        'dockerd',
        ...['-H', this.endpoint],
        ...['--data-root', join(folder, 'data')],
        ...['--exec-root', join(folder, 'exec')],
        ...['--pidfile', join(folder, 'd.pid')],
        ...['--oom-score-adjust', '0'],
        ...network,
        ...(this.options.usernsRemap === true ? ['--userns-remap', 'default'] : []),
        ...(this.options.storageDriver === undefined
          ? []
          : ['--storage-driver', this.options.storageDriver]),
        ...runtimes.flatMap(([name, program]) => ['--add-runtime', `${name}=${program}`]),
      ],
      { stdio: ['ignore', log, log], detached: true },
    );
    this.#daemon = daemon;
    daemon.once('exit', () => (this.#daemon = undefined));
    await until(
      'the daemon answers _ping',
      () => {
        if (this.#daemon === undefined) throw new Error(`dockerd ended:\n${this.log()}`);
        return this.ping();
      },
      READY_WITHIN,
    );
  }

  /** Does it answer `_ping` at this moment? Waits up to `within` milliseconds for the answer. */
  ping(within = 1000): Promise<boolean> {
    return new Promise((resolve) => {
      const asked = request({ socketPath: this.socket, path: '/_ping', agent: false });
      asked.setTimeout(within, () => asked.destroy());
      asked.once('error', () => resolve(false));
      asked.once('close', () => resolve(false));
      asked.once('response', (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode === 200));
      });
      asked.end();
    });
  }

  /** Run the real docker CLI against this daemon. */
  cli(...args: string[]): Promise<Outcome> {
    return run('docker', ['-H', this.endpoint, ...args]);
  }

  /**
   * Run a line as a person would type it in a shell where `docker` talks to this daemon. Like theirs it is a session of
   * its own: to kill the process 0, which is what Docker tells of a container that has ended, ends no more than that.
   */
  type(line: string): Promise<Outcome> {
    return run('setsid', ['--wait', 'sh', '-c', line], {
      DOCKER_HOST: this.endpoint,
      DOCKER_CONTEXT: undefined,
    });
  }

  /** `docker run -d …`, which must succeed. @returns the container's id */
  async run(...args: string[]): Promise<string> {
    return demand(await this.cli('run', '-d', ...args), `docker run -d ${args.join(' ')}`);
  }

  /** The host PID of a container's leader. */
  async leader(container: string): Promise<number> {
    const format = ['--format', '{{.State.Pid}}'];
    return Number(demand(await this.cli('inspect', ...format, container), 'docker inspect'));
  }

  /** The routes by which it, or a container of it, could reach anything beyond its own networks. */
  async waysOut(): Promise<string[]> {
    const ways: string[] = [];
    for (const family of ['-4', '-6']) {
      const beyond = ['route', 'show', 'table', 'all', 'default'];
      ways.push(...(await mustRun('ip', [family, '-n', this.netns, ...beyond])).split('\n'));
    }
    return ways.filter(Boolean);
  }

  /** Remove all containers and networks, as between two tests. */
  async clear(): Promise<void> {
    const ids = demand(await this.cli('ps', '-aq'), 'docker ps')
      .split('\n')
      .filter(Boolean);
    if (ids.length > 0) demand(await this.cli('rm', '-f', '-v', ...ids), 'docker rm');
    demand(await this.cli('network', 'prune', '-f'), 'docker network prune');
  }

  /** Make it hang: the socket still takes connections, but nothing answers. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  /**
   * SIGTERM; resolves when the daemon has ended. It takes its containers along, which live on for
   * their stop timeout; the socket is gone at once.
   */
  async stop(): Promise<void> {
    const daemon = this.#daemon;
    if (daemon === undefined) return;
    daemon.kill('SIGTERM');
    await until('the daemon ends after SIGTERM', () => this.#daemon === undefined, END_WITHIN);
  }

  /** What the daemon has logged so far. */
  log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  /** Remove the containers, the daemon and everything it made. */
  async close(): Promise<void> {
    await dismissKeeper(this.keeper);
  }
}

/** What tests ask of a private daemon; of another engine as well, as far as it can. */
export type Dockerd = Pick<PrivateDockerd, keyof PrivateDockerd>;

/** Start a private daemon and wait until it answers. The caller closes it. */
export async function startDockerd(options: DockerdOptions = {}): Promise<Dockerd> {
  if (options.usernsRemap === true) await ensureRemapUser();
  const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
  // With --userns-remap, dockerd refuses a data root below a folder that only its owner may enter.
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'data'), { mode: 0o711 });
  const netns = `nsv-${randomBytes(4).toString('hex')}`;
  const keeper = spawn(
    process.execPath,
    [new URL('keeper.mjs', import.meta.url).pathname, folder, netns],
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  const dockerd = new PrivateDockerd(folder, netns, keeper, options);
  try {
    await mustRun('ip', ['netns', 'add', netns]);
    await mustRun('ip', ['-n', netns, 'link', 'set', 'lo', 'up']);
    await dockerd.start();
  } catch (error) {
    await dockerd.close();
    throw error;
  }
  return dockerd;
}
