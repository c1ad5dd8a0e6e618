import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Outcome, run } from './command';
import { ensureRemapUser } from './remap-user';
import { until } from './until';

const READY_WITHIN = 30_000;
const LAST_WORDS = 200;

/** The root of every cgroup hierarchy: elsewhere, its path would tell of the machine around. */
const LEAVE_CGROUPS =
  'for group in /sys/fs/cgroup/*/cgroup.procs; do echo 0 > "$group" 2> /dev/null; done';

/** An address for documentation: whom the machine around asks for names is no part of any recording. */
const NAMESERVER = '192.0.2.53';

/**
 * What the machine's first process does before it becomes docker-init: lets go of what is mounted
 * for others, makes empty folders where Docker keeps its things, goes to the root of every cgroup
 * hierarchy, and gives the machine a name, a loopback device and a name server that is nobody's.
 */
const boot = (options: string) => `
while read -r _ _ _ _ point _; do
  case "$point" in /run/* | /var/lib/* | /tmp/* | /mnt/* | /media/* | /dev/shm) umount --lazy "$point" ;; esac
done < /proc/self/mountinfo
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /var/lib
mount -t tmpfs -o size=64m tmpfs /dev/shm
echo nameserver ${NAMESERVER} > /run/resolv.conf
mount --bind /run/resolv.conf /etc/resolv.conf
${LEAVE_CGROUPS}
hostname course
ip link set lo up
exec docker-init -- dockerd --oom-score-adjust 0 ${options}
`;

/** All that is its own, but user ids, clocks and cgroups. */
const OWN = ['--pid', '--mount', '--net', '--uts', '--ipc'];

/**
 * A machine of its own on this one: PID, mount, network, UTS and IPC namespaces in which nothing runs
 * but a Docker daemon at its usual place. What is recorded in there needs nothing left out, and
 * tells nothing of the machine around it. Needs root.
 */
export class SmallMachine {
  private constructor(
    private readonly outside: ChildProcess,
    /** Its first process, as this machine numbers it. */
    private readonly init: number,
  ) {}

  /** @param usernsRemap give each container a user namespace of its own (`--userns-remap default`) */
  static async start({ usernsRemap = false } = {}): Promise<SmallMachine> {
    if (usernsRemap) await ensureRemapUser();
    const namespaces = [...OWN, '--fork', '--mount-proc'];
    // Whatever becomes of us: unshare ends with us, and all of its children with it.
    const outside = spawn(
      'setpriv',
      [
        '--pdeathsig',
        'KILL',
        'unshare',
        ...namespaces,
        '--kill-child',
        'sh',
        '-c',
        boot(usernsRemap ? '--userns-remap default' : ''),
      ],
      { stdio: 'ignore' },
    );
    const init = await until('the machine has a first process', () => childOf(outside), 5000);
    const machine = new SmallMachine(outside, init);
    const answers = async () => (await machine.cli('version')).code === 0;
    await until('its daemon answers', answers, READY_WITHIN, 100);
    return machine;
  }

  /** Run the docker command from outside, so that it is no process of the machine. */
  cli(...args: string[]): Promise<Outcome> {
    return run('docker', ['-H', this.endpoint, ...args]);
  }

  /** Run a line as a person would type it where `docker` talks to this daemon. */
  type(line: string): Promise<Outcome> {
    return run('sh', ['-c', line], { DOCKER_HOST: this.endpoint, DOCKER_CONTEXT: undefined });
  }

  /** Run a line as root types it on the machine. What it leaves running is not waited for. */
  async typeInside(line: string): Promise<Outcome> {
    const shell = this.inside(['sh', '-c', `${LEAVE_CGROUPS}; exec sh -c "$1"`, '-', line], 'pipe');
    const told = { stdout: '', stderr: '' };
    shell.stdout?.on('data', (part: Buffer) => (told.stdout += part.toString()));
    shell.stderr?.on('data', (part: Buffer) => (told.stderr += part.toString()));
    const code = await new Promise<number | null>((resolve, reject) => {
      shell.once('exit', resolve).once('error', reject);
    });
    // Its last words may still be on their way.
    await delay(LAST_WORDS);
    return { code: code ?? -1, ...told };
  }

  /** Start a program inside, by a line of the shell. */
  spawn(line: string): ChildProcess {
    return this.inside(['sh', '-c', `${LEAVE_CGROUPS}; ${line}`], 'inherit');
  }

  private inside(command: readonly string[], output: 'pipe' | 'inherit'): ChildProcess {
    return spawn('nsenter', ['--target', String(this.init), ...OWN, ...command], {
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C', DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined },
    });
  }

  /** Send a program that was started inside SIGINT, and wait for its end. */
  async interrupt(program: ChildProcess): Promise<void> {
    const ended = once(program, 'exit');
    // nsenter waits for the program, and passes no signals on.
    const inside = childOf(program);
    if (inside === undefined) throw new Error('the program has ended by itself');
    process.kill(inside, 'SIGINT');
    await ended;
  }

  async close(): Promise<void> {
    const { stdout } = await this.cli('ps', '-aq');
    const ids = stdout.split('\n').filter(Boolean);
    if (ids.length > 0) await this.cli('rm', '--force', ...ids);
    const ended = once(this.outside, 'exit');
    // docker-init hands it to the daemon, and ends with it.
    process.kill(this.init, 'SIGTERM');
    await ended;
  }

  private get endpoint(): string {
    return `unix:///proc/${this.init}/root/run/docker.sock`;
  }
}

/** The only child of a process; undefined while there is none. */
function childOf({ pid }: ChildProcess): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? undefined : Number(children);
}
