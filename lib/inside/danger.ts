import type { Engine } from '../model/host';
import type { MountInside } from './mnt';

/**
 * Why it matters that somebody was given a part of the host.
 * - `engine`: the socket of an engine, or a folder with it: who may talk to it can have any container started
 * - `whole`: all of the host's files
 * - `system`: a folder by which the host is run; CIS Docker Benchmark, "sensitive host system directories"
 */
export type Danger = 'engine' | 'whole' | 'system';

/** Sockets of engines, by the names that they have wherever they are. */
const SOCKETS = new Set([
  ...['docker.sock', 'podman.sock', 'containerd.sock', 'crio.sock', 'cri-dockerd.sock'],
  'buildkitd.sock',
]);

/** The folders themselves; what is below them counts where it is in the next list. */
const SYSTEM = new Set([
  ...['/bin', '/boot', '/dev', '/etc', '/lib', '/lib64', '/lib/modules', '/proc'],
  ...['/root', '/run', '/sbin', '/sys', '/usr', '/usr/bin', '/usr/lib', '/usr/lib/modules'],
  ...['/usr/sbin', '/var', '/var/lib', '/var/lib/containerd', '/var/lib/containers'],
  ...['/var/lib/docker', '/var/lib/kubelet', '/var/log', '/var/run', '/var/spool/cron'],
]);
const SYSTEM_BELOW =
  /^\/(?:etc\/(?:cron|kubernetes|pam\.d|passwd|shadow|ssh|sudoers|systemd)|proc\/sys|root\/\.ssh|dev\/(?:k?mem|sd|vd|nvme|xvd|dm-|mapper))/;

/**
 * What is dangerous about a mount of a container.
 *
 * @param sockets where engines listen, as the host calls them: they may be anywhere
 * @returns null where nothing of it is known to be
 */
export function dangerOf(mount: MountInside, sockets: ReadonlySet<string>): Danger | null {
  const { hostPath, kind, hidden } = mount;
  if (hostPath === null || hidden) return null;
  const danger = dangerOfPath(hostPath, sockets);
  // What the engine or the kernel put there is in every container.
  const given = kind === 'bind' || kind === 'volume' || kind === 'other' || mount.fs === 'devtmpfs';
  return danger === 'engine' || given ? danger : null;
}

/** The same of a path of the host that somebody was given. */
export function dangerOfPath(hostPath: string, sockets: ReadonlySet<string>): Danger | null {
  const path = withoutLink(hostPath);
  const given = socketsAt(path, sockets);
  if (given.includes(path)) return 'engine';
  if (path === '/') return 'whole';
  if (SYSTEM.has(path) || SYSTEM_BELOW.test(path)) return 'system';
  return given.length > 0 ? 'engine' : null;
}

/** The sockets of engines that are at this path of the host, or known to be below it. */
export function socketsAt(hostPath: string, sockets: ReadonlySet<string>): string[] {
  const path = withoutLink(hostPath);
  if (SOCKETS.has(path.slice(path.lastIndexOf('/') + 1))) return [path];
  const below = path === '/' ? path : `${path}/`;
  return [...sockets].filter((socket) => socket === path || socket.startsWith(below));
}

/** The sockets that the engines of a machine are known to listen at. */
export function engineSockets(engines: readonly Engine[]): ReadonlySet<string> {
  return new Set(
    engines.flatMap(({ endpoint }) => {
      const [, path] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
      return path === undefined ? [] : [withoutLink(path)];
    }),
  );
}

/** May what is in it be changed, as far as the mount says? */
export function isWritable({ options, fsOptions }: MountInside): boolean {
  return !options.includes('ro') && !fsOptions.includes('ro');
}

/** Is this the tree that the host itself has? Then everything in it is the host's. */
export function isHostTree(mounts: readonly MountInside[]): boolean {
  return mounts.some(({ kind, hostPath }) => kind === 'root' && hostPath === '/');
}

/** On nearly all systems /var/run is a link to /run. */
function withoutLink(path: string): string {
  return path.replace(/^\/var\/run(?=\/|$)/, '/run');
}
