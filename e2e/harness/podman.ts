import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { demand, mustRun, type Outcome, run } from './command';
import { dismissKeeper } from './dismiss-keeper';
import { makeUbuntu } from './images';
import type { OrdinaryUser } from './ordinary-user';
import { refusedOfLine, refusedOfPodman } from './podman-refuses';
import { Service } from './service';

const listSchema = z.array(
  z.object({
    Id: z.string(),
    Namespaces: z.object({
      ...{ Mnt: z.string(), Cgroup: z.string(), Ipc: z.string(), Net: z.string() },
      ...{ Pidns: z.string(), Uts: z.string(), User: z.string() },
    }),
  }),
);

const IMAGE = 'ubuntu';

/**
 * What is left of it goes when nobody is at the other end of the pipe any more: containers live on without their Podman.
 * "$@" is how podman is run; what cannot be removed is complained about.
 */
const KEEPER = `
cat
"$@" pod rm --force --all --time 0 >&2
"$@" rm --force --all --time 0 >&2
# Its service, and what keeps a user namespace for it.
kill $(find "$FOLDER" '(' -name service.pid -o -name pause.pid ')' -exec sed -n p {} +) 2>/dev/null
rm -rf "$FOLDER"
find /sys/fs/cgroup -depth -type d -path '*/libpod_parent*' -exec rmdir --ignore-fail-on-non-empty {} + || :
`;

/** A Podman of our own: images, containers, sockets and locks apart from any other on the machine. */
export class Podman {
  /** What `nsview --docker` takes. */
  readonly endpoint: string;
  readonly #service: Service;

  /** @param as how a command line is run as whoever has it */
  constructor(
    private readonly folder: string,
    private readonly as: readonly string[],
    private readonly keeper: ChildProcess,
  ) {
    this.endpoint = `unix://${join(folder, 'p.sock')}`;
    this.#service = new Service('podman', folder);
  }

  /** Run the real podman against it. @throws why not, of what would change the machine's network */
  cli(...args: string[]): Promise<Outcome> {
    refuse(refusedOfPodman(args));
    const [program = 'podman', ...words] = [...this.as, 'podman', ...args];
    return run(program, words, environmentOf(this.folder));
  }

  /** The same for what must succeed. @returns what it printed */
  async do(...args: string[]): Promise<string> {
    return demand(await this.cli(...args), `podman ${args.join(' ')}`);
  }

  /** Run a line as a person would type it in a shell where `docker` is another name of podman. */
  type(line: string): Promise<Outcome> {
    refuse(refusedOfLine(line));
    const alias = 'docker() { podman "$@"; }';
    const [program = 'sh', ...words] = [...this.as, 'sh', '-c', `${alias}\n${line}`];
    return run(program, words, environmentOf(this.folder));
  }

  /** `podman run -d …` in the image, without a network. @returns the container's id */
  run(name: string, ...options: string[]): Promise<string> {
    return this.do('run', '-d', '--name', name, ...options, IMAGE, 'sleep', '1d');
  }

  /** A pod whose namespaces an infra container holds. */
  pod(name: string, ...options: string[]): Promise<string> {
    const infra = ['--infra-image', IMAGE, '--infra-command', 'sleep 1d'];
    return this.do('pod', 'create', '--name', name, '--network', 'none', ...infra, ...options);
  }

  /** The PID of its first process, as Podman tells it. */
  async leader(name: string): Promise<number> {
    return Number(await this.do('inspect', '--format', '{{.State.Pid}}', name));
  }

  /** The numbers of each container's namespaces as Podman tells them: mnt, cgroup, ipc, net, pid, uts, user. */
  async numbers(): Promise<Map<string, string[]>> {
    const told: unknown = JSON.parse(await this.do('ps', '--namespace', '--format', 'json'));
    return new Map(
      listSchema
        .parse(told)
        .map(({ Id, Namespaces: of }) => [
          Id,
          [of.Mnt, of.Cgroup, of.Ipc, of.Net, of.Pidns, of.Uts, of.User],
        ]),
    );
  }

  /** Start its API; containers are there without it. */
  async serve(): Promise<void> {
    await this.#service.start(
      [...this.as, 'podman', 'system', 'service', '--time', '0', this.endpoint],
      async () => (await this.cli('--url', this.endpoint, 'version')).code === 0,
      { ...process.env, ...environmentOf(this.folder) },
    );
  }

  /** End its API. */
  stop(): Promise<void> {
    return this.#service.stop();
  }

  log(): string {
    return this.#service.log();
  }

  /** Remove its containers and everything it made. */
  async close(): Promise<void> {
    await this.stop();
    await dismissKeeper(this.keeper);
  }
}

/**
 * Make one with an image, which does not serve yet. The caller closes it.
 *
 * @param user who has it, in a user namespace of its own; left out: root
 */
export async function makePodman(user?: OrdinaryUser): Promise<Podman> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
  configure(folder);
  const as = user === undefined ? [] : ['setpriv', ...user.credentials];
  if (user !== undefined) await mustRun('chown', ['-R', user.name, folder]);
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', ...as, 'podman'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, ...environmentOf(folder), FOLDER: folder },
  });
  const podman = new Podman(folder, as, keeper);
  try {
    await makeUbuntu(podman);
  } catch (error) {
    await podman.close();
    throw error;
  }
  return podman;
}

function refuse(why: string | null): void {
  if (why !== null) throw new Error(why);
}

/** All that it keeps is below one folder; nothing is taken from the machine's own configuration. */
function environmentOf(folder: string): Record<string, string | undefined> {
  return {
    CONTAINERS_CONF: join(folder, 'containers.conf'),
    CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    HOME: folder,
    CONTAINER_HOST: undefined,
    DBUS_SESSION_BUS_ADDRESS: undefined,
  };
}

function configure(folder: string): void {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  mkdirSync(join(folder, 'data'));
  // Limits that root may set even where it has no right to raise them; a runtime that takes any version of cgroups.
  const conf = `
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
netns = "none"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"
runtime = "runc"
tmp_dir = "${folder}/run/libpod"
static_dir = "${folder}/data/libpod"
volume_path = "${folder}/data/volumes"
`;
  writeFileSync(join(folder, 'containers.conf'), conf);
  const storage = `
[storage]
driver = "vfs"
graphroot = "${folder}/data/storage"
runroot = "${folder}/run/storage"
rootless_storage_path = "${folder}/data/storage"
`;
  writeFileSync(join(folder, 'storage.conf'), storage);
}
