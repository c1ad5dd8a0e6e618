import type { Mount } from '../proc/mountinfo';

/**
 * What a mount is there for, as far as what was read of it tells.
 * - `root`: what its processes call `/`
 * - `image`: layers of an image at another place
 * - `volume`: kept by the engine, of Docker and Podman alike
 * - `bind`: something that the host has, or that is elsewhere in here as well
 * - `tmpfs`: files in memory, of its own
 * - `masked`: an empty file or folder over something of the kernel's, so that nobody reads that
 * - `readonly`: something of the kernel's over itself, so that nobody writes to it
 * - `kernel`: what the kernel makes up as it is read: proc, sysfs, cgroups, devices
 * - `engine`: put in by the engine: names and addresses, its own init
 */
export const MOUNT_KINDS = [
  ...['root', 'image', 'volume', 'bind', 'tmpfs'],
  ...['masked', 'readonly', 'kernel', 'engine', 'other'],
] as const;
export type MountKind = (typeof MOUNT_KINDS)[number];

/** How a mount stands among the others. */
export interface Standing {
  isRoot: boolean;
  /** Others are mounted on it. */
  bears: boolean;
  /** Where the host has the same; null: nowhere, or that is not known. */
  hostPath: string | null;
  /** The root is that of the host, so that what is mounted there is at its own place. */
  hostTree: boolean;
  /**
   * The path that tells whose it is: on the host, or, where the host's mounts are not known, in its file
   * system. Null: it is made of what is in the namespace, where anybody may name anything.
   */
  origin: string | null;
}

/** Of nodev file systems (filesystems(5)) those whose files are the kernel's own words. */
const KERNEL = new Set([
  ...['autofs', 'binder', 'binfmt_misc', 'bpf', 'cgroup', 'cgroup2', 'configfs', 'debugfs'],
  ...['devpts', 'devtmpfs', 'efivarfs', 'fusectl', 'hugetlbfs', 'mqueue', 'nfsd', 'nsfs'],
  ...['proc', 'pstore', 'resctrl', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'smackfs', 'sysfs'],
  ...['tracefs'],
]);

/** Are the files of a file system the kernel's own words, whoever mounts it? */
export function isKernels(fs: string): boolean {
  return KERNEL.has(fs);
}

const LAYERED = new Set(['overlay', 'fuse.fuse-overlayfs', 'aufs']);

const IN_MEMORY = new Set(['tmpfs', 'ramfs']);

/** …/volumes/NAME/_data, wherever the engine keeps its data. */
const VOLUME = /(?:^|\/)volumes\/[^/]+\/_data(?:\/|$)/;

/** A folder that the engine has for one container: named by the id. */
const OF_ONE_CONTAINER = /\/[0-9a-f]{64}\//;

/** In that folder; of Kubernetes in the pod's; and the init of `--init`, whose program varies. */
const ENGINE_FILE =
  /\/[0-9a-f]{64}\/(?:userdata\/)?(?:hosts|hostname|resolv\.conf|\.containerenv)$|\/pods\/[0-9a-f-]{36}\/etc-hosts$/;
const ENGINE_INIT = new Set(['/sbin/docker-init', '/dev/init', '/run/podman-init']);

/** What a mount is there for. */
export function mountKind(mount: Mount, standing: Standing): MountKind {
  const { fsType, root, mountPoint } = mount;
  if (standing.isRoot) return 'root';
  if (isMask(mount, standing)) return 'masked';
  if (isReadOnlyPart(mount)) return 'readonly';
  const origin = standing.origin ?? '';
  if (ENGINE_FILE.test(origin)) return 'engine';
  if (ENGINE_INIT.has(mountPoint) && standing.origin !== null) return 'engine';
  if (VOLUME.test(origin)) return 'volume';
  if (LAYERED.has(fsType) && root === '/') return 'image';
  if (isKernels(fsType)) return isOfAnotherPlace(mount, standing) ? 'bind' : 'kernel';
  if (IN_MEMORY.has(fsType) && isOwnMemory(mount, standing)) return 'tmpfs';
  return isBound(mount, standing) ? 'bind' : 'other';
}

/** As runc and crun make it: /dev/null over a file, over a folder a tmpfs that never was writable. */
function isMask({ fsType, root, mountPoint, superOptions }: Mount, { bears }: Standing): boolean {
  if (!/^\/(?:proc|sys)\//.test(mountPoint)) return false;
  if (root === '/null') return fsType === 'devtmpfs' || fsType === 'tmpfs';
  return fsType === 'tmpfs' && root === '/' && superOptions.includes('ro') && !bears;
}

function isReadOnlyPart({ fsType, root, mountPoint, options }: Mount): boolean {
  const at = fsType === 'proc' ? '/proc' : fsType === 'sysfs' ? '/sys' : null;
  return at !== null && root !== '/' && mountPoint === `${at}${root}` && options.includes('ro');
}

/** The engine keeps the /dev/shm of a container for others that may join it. */
function isOwnMemory({ root, mountPoint }: Mount, { hostPath, hostTree }: Standing): boolean {
  if (root !== '/') return false;
  if (hostPath === null || OF_ONE_CONTAINER.test(hostPath)) return true;
  return hostTree && hostPath === mountPoint;
}

/** The host has it, and at another path; a container's cgroup is below that of all, at the same. */
function isOfAnotherPlace({ mountPoint }: Mount, { hostPath }: Standing): boolean {
  return hostPath !== null && !`${hostPath}/`.startsWith(`${mountPoint}/`);
}

/**
 * A part of a file system, or one that the host has. In a tree that is the host's it is at its own place
 * in the host's path, and a subvolume of btrfs is whole, though it has a root of its own.
 */
function isBound({ fsType, root, mountPoint }: Mount, { hostPath, hostTree }: Standing): boolean {
  if (!hostTree) return root !== '/' || hostPath !== null;
  if (hostPath !== null && hostPath !== mountPoint) return true;
  return root !== '/' && fsType !== 'btrfs';
}
