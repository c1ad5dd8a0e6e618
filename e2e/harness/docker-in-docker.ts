import { demand, type Outcome, run } from './command';
import { type Dockerd, PRIVILEGED } from './dockerd';
import { makeUbuntu } from './images';
import { until } from './until';

const READY_WITHIN = 30_000;
const SOCKET = '/run/docker.sock';
/** The machine's own programs and what they load: the image has a busybox alone. */
const PROGRAMS = ['/usr', '/lib', '/lib64', '/sbin', '/etc/ssl'];
const DAEMON = [
  ...[
    'dockerd',
    '-H',
    `unix://${SOCKET}`,
    '--data-root',
    '/inner/data',
    '--exec-root',
    '/inner/exec',
  ],
  ...['--bridge', 'none', '--iptables=false', '--ip-forward=false', '--storage-driver', 'vfs'],
].join(' ');

/** A Docker in a container of another. */
export interface InnerDocker {
  /** Its socket, from outside. */
  endpoint: string;
  cli: (...args: string[]) => Promise<Outcome>;
}

/** Starts a daemon, with an `ubuntu` image, in a new container of this name; it ends with that. */
export async function startInnerDocker(dockerd: Dockerd, name: string): Promise<InnerDocker> {
  const mounts = PROGRAMS.flatMap((path) => ['-v', `${path}:${path}:ro`]);
  const line = `PATH=/usr/sbin:/usr/bin:/sbin:/bin; mkdir -p /run/lock; exec ${DAEMON}`;
  const inside = ['-v', '/inner', 'ubuntu', '/bin/sh', '-c', line];
  await dockerd.run('--name', name, ...PRIVILEGED, ...mounts, ...inside);
  const endpoint = `unix:///proc/${String(await dockerd.leader(name))}/root${SOCKET}`;
  const cli = (...args: string[]) => run('docker', ['-H', endpoint, ...args]);
  await until(
    'the inner daemon answers',
    async () => (await cli('version')).code === 0,
    READY_WITHIN,
  ).catch(async (error: unknown) => {
    const { stdout, stderr } = await dockerd.cli('logs', name);
    throw new Error(`${String(error)}\n${stdout}${stderr}`);
  });
  await makeUbuntu({ cli });
  return { endpoint, cli };
}

/** A container without a network, which the inner daemon cannot make. */
export async function runInner({ cli }: InnerDocker, name: string): Promise<string> {
  const args = ['run', '-d', '--name', name, '--net=none', 'ubuntu', 'sleep', '1d'];
  return demand(await cli(...args), `docker ${args.join(' ')}`);
}
