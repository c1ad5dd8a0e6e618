import * as z from 'zod/mini';
import type { Mount } from '../proc/mountinfo';
import { hiddenMounts } from './hidden-mounts';
import { hostPaths } from './host-path';
import { layersOf } from './layers';
import { MOUNT_KINDS, mountKind } from './mount-kind';

const mountInsideSchema = z.object({
  id: z.int(),
  /** What it is mounted on; of the root, a mount that is not told. */
  parent: z.int(),
  target: z.string(),
  /** What of the file system is mounted: a path in it, or the name of a namespace. */
  root: z.string(),
  /** That is in use still, but was removed from its folder. */
  deleted: z.boolean(),
  fs: z.string(),
  source: z.string(),
  /** Of this mount alone. */
  options: z.array(z.string()),
  /** Of the file system, wherever it is mounted. */
  fsOptions: z.array(z.string()),
  /** `private`, or what of `shared:1`, `slave:2`, `from:3`, `unbindable` it is, parted by commas. */
  propagation: z.string(),
  /** Others lie over it, and no path leads to it. */
  hidden: z.boolean(),
  /** Of how many layers below the writable one an overlay is made; null: it is none, or does not tell. */
  layers: z.nullable(z.int()),
  kind: z.enum(MOUNT_KINDS),
  /** Where the host has the same; null: nowhere, or it is not known: see `unreadable`. */
  hostPath: z.nullable(z.string()),
});
export type MountInside = z.infer<typeof mountInsideSchema>;

/** What a mount namespace isolates: which file systems are where. */
export const mntInsideSchema = z.object({
  type: z.literal('mnt'),
  /** In the kernel's order. */
  mounts: z.nullable(z.array(mountInsideSchema)),
  /**
   * The folder below which all of them are: `/`, or the root of a process that was locked into a part
   * (chroot) where there is no other to look through.
   */
  root: z.nullable(z.string()),
  /**
   * Of the host's: which of the paths that tell much of a machine it has (LANDMARKS). Null: it is another's, or
   * was recorded before these were looked for.
   */
  landmarks: z._default(z.nullable(z.array(z.string())), null),
});
export type MntInside = z.infer<typeof mntInsideSchema>;

/**
 * What each mount is.
 *
 * @param mounts as a process of the namespace sees them
 * @param host as the engine, or else the host, sees its own; null: not known
 */
export function mountsInside(
  mounts: readonly Mount[],
  host: readonly Mount[] | null,
): MountInside[] {
  const hidden = hiddenMounts(mounts);
  const hostPath = host === null ? () => null : hostPaths(host);
  const numbers = new Set(mounts.map(({ id }) => id));
  const bearing = new Set(mounts.map(({ parent }) => parent));
  const isRoot = ({ id, parent, mountPoint }: Mount) =>
    mountPoint === '/' && (parent === id || !numbers.has(parent));
  const root = mounts.find(isRoot);
  const hostTree = root !== undefined && hostPath(root) === '/';
  const isOwn = (mount: Mount) => root !== undefined && !hostTree && isPartOf(mount, root);
  // Of what was removed the host's mounts tell nothing.
  const told = ({ deleted }: Mount) => host !== null && !deleted;
  return mounts.map((mount) => {
    const there = hostPath(mount);
    return {
      id: mount.id,
      parent: mount.parent,
      target: mount.mountPoint,
      root: mount.root,
      deleted: mount.deleted,
      fs: mount.fsType,
      source: mount.source,
      options: mount.options,
      fsOptions: mount.superOptions,
      propagation: mount.propagation,
      hidden: hidden.has(mount),
      layers: layersOf(mount),
      kind: mountKind(mount, {
        isRoot: mount === root,
        bears: bearing.has(mount.id),
        hostPath: there,
        hostTree,
        origin: isOwn(mount) ? null : (there ?? (told(mount) ? null : mount.root)),
      }),
      hostPath: there,
    };
  });
}

function isPartOf(mount: Mount, whole: Mount): boolean {
  const folder = whole.root.endsWith('/') ? whole.root : `${whole.root}/`;
  return mount.device === whole.device && `${mount.root}/`.startsWith(folder);
}
