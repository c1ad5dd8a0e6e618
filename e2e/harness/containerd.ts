import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, run } from './command';
import { CriClient, type Pod, type PodNamespaces } from './cri-client';
import { dismissKeeper } from './dismiss-keeper';
import { withUbuntu } from './images';
import { Service } from './service';

const IMAGE = 'localhost/ubuntu:latest';
/** In the place of the programs that would make networks: pods get a namespace, and nothing in it. */
const NO_NETWORK = `#!/bin/sh
[ "$CNI_COMMAND" = ADD ] && echo '{"cniVersion":"0.4.0","interfaces":[{"name":"eth0","sandbox":"'"$CNI_NETNS"'"}],\
"ips":[{"version":"4","address":"10.77.0.2/24","interface":0}]}'
exit 0
`;

/** A containerd that runs pods as for Kubernetes, with an image, apart from any other on the machine. */
export class Containerd {
  readonly socket: string;
  readonly #pods: Pod[] = [];
  readonly #client: CriClient;
  readonly #service: Service;

  constructor(
    private readonly folder: string,
    private readonly keeper: ChildProcess,
  ) {
    this.socket = join(folder, 'c.sock');
    this.#client = new CriClient(this.socket, IMAGE);
    this.#service = new Service('containerd', folder);
  }

  /** Start it (again, with what it had); what it runs is there without it. */
  async start(): Promise<void> {
    await this.#service.start(
      ['containerd', '--config', join(this.folder, 'config.toml')],
      async () => (await run('ctr', ['--address', this.socket, 'version'])).code === 0,
    );
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }

  /** Its own command line, in the namespace of Kubernetes. @returns what it printed */
  ctr(...words: string[]): Promise<string> {
    return mustRun('ctr', ['--address', this.socket, '--namespace', 'k8s.io', ...words]);
  }

  /** The number of a container's first process, as containerd lists it. */
  async leader(id: string): Promise<number> {
    const row = (await this.ctr('task', 'ls')).split('\n').find((line) => line.startsWith(id));
    return Number(/\s(\d+)\s/.exec(row ?? '')?.[1]);
  }

  /** The number of what watches over a container, whose first process is this. */
  shimOf(leader: number): number {
    const status = readFileSync(`/proc/${String(leader)}/status`, 'utf8');
    return Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]);
  }

  /** A pod with these containers, in the Kubernetes namespace `shop`. @returns their ids, by their names */
  async pod(
    name: string,
    containers: readonly string[],
    namespaces: PodNamespaces = {},
  ): Promise<Map<string, string>> {
    const pod = await this.#client.runPod('shop', name, namespaces);
    this.#pods.push(pod);
    const ids = new Map([[name, pod.id]]);
    for (const each of containers) {
      ids.set(each, await this.#client.run(pod, 'shop', name, each));
    }
    return ids;
  }

  /** Ends a container. */
  async end(id: string): Promise<void> {
    await this.#client.stop(id);
  }

  /** Removes a container that has ended. */
  async remove(id: string): Promise<void> {
    await this.#client.remove(id);
  }

  log(): string {
    return this.#service.log();
  }

  /** Remove its pods, and everything it made. */
  async close(): Promise<void> {
    for (const pod of this.#pods) await this.#client.removePod(pod).catch(() => undefined);
    this.#client.close();
    await this.stop();
    await dismissKeeper(this.keeper);
    // It leaves the cgroups above those of its containers.
    const groups = ['-depth', '-type', 'd', '-path', '*/k8s.io*'];
    await run('find', ['/sys/fs/cgroup', ...groups, '-exec', 'rmdir', '{}', '+']);
  }
}

/** Start a private containerd with an image, and wait until it answers. The caller closes it. */
export async function startContainerd(): Promise<Containerd> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
  configure(folder);
  const program = new URL('keeper.mjs', import.meta.url).pathname;
  const keeper = spawn(process.execPath, [program, folder, 'none'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const containerd = new Containerd(folder, keeper);
  try {
    await containerd.start();
    await withUbuntu(async (packed) => {
      const archive = await imageOf(packed);
      await containerd.ctr('images', 'import', '--snapshotter', 'native', archive);
    });
  } catch (error) {
    await containerd.close();
    throw error;
  }
  return containerd;
}

function configure(folder: string): void {
  for (const name of ['loopback', 'nothing']) {
    mkdirSync(join(folder, 'cni/bin'), { recursive: true });
    writeFileSync(join(folder, 'cni/bin', name), NO_NETWORK, { mode: 0o755 });
  }
  mkdirSync(join(folder, 'cni/conf'));
  const network = { cniVersion: '0.4.0', name: 'none', type: 'nothing' };
  writeFileSync(join(folder, 'cni/conf/10-none.conf'), JSON.stringify(network));
  const conf = `
version = 2
root = "${folder}/data"
state = "${folder}/state"
disabled_plugins = ["io.containerd.internal.v1.opt"]
[grpc]
  address = "${folder}/c.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${IMAGE}"
  restrict_oom_score_adj = true
  disable_apparmor = true
  disable_hugetlb_controller = true
  tolerate_missing_hugetlb_controller = true
  netns_mounts_under_state_dir = true
  stream_server_port = "0"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "native"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${folder}/cni/bin"
    conf_dir = "${folder}/cni/conf"
`;
  writeFileSync(join(folder, 'config.toml'), conf);
}

/** The packed files as an image, whose command sleeps: so it serves as a pause container as well. @returns the archive */
async function imageOf(packed: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-image-'));
  copyFileSync(packed, join(folder, 'layer.tar'));
  const digest = createHash('sha256').update(readFileSync(packed)).digest('hex');
  const config = {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: { Cmd: ['sleep', '1d'], Env: ['PATH=/bin'] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digest}`] },
  };
  const manifest = [{ Config: 'config.json', RepoTags: [IMAGE], Layers: ['layer.tar'] }];
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const archive = `${packed}.image`;
  try {
    await mustRun('tar', ['-cf', archive, '-C', folder, '.']);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return archive;
}
