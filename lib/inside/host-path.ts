import type { Mount } from '../proc/mountinfo';
import { hiddenMounts } from './hidden-mounts';
import { PathTree } from './path-tree';

/** Finds where the host has what a mount shows; null: nowhere that its mounts tell of. */
export type HostPaths = (mount: Mount) => string | null;

/**
 * The host has it where the same file system is mounted with a folder that holds it, and nothing lies
 * over that place.
 *
 * @param host the mounts as a process of the host, or the engine itself, sees them
 */
export function hostPaths(host: readonly Mount[]): HostPaths {
  const hidden = hiddenMounts(host);
  const byPlace = new PathTree<Mount>();
  const byRoot = new Map<string, PathTree<Mount>>();
  for (const mount of host) {
    if (hidden.has(mount)) continue;
    byPlace.add(mount.mountPoint, mount);
    if (mount.deleted) continue;
    const ofDevice = byRoot.get(mount.device) ?? new PathTree<Mount>();
    byRoot.set(mount.device, ofDevice);
    ofDevice.add(mount.root, mount);
  }
  return ({ device, root, deleted }) => {
    if (deleted || leadsUp(root)) return null;
    for (const base of byRoot.get(device)?.along(root) ?? []) {
      const path = joined(base.mountPoint, root.slice(base.root.length));
      if (byPlace.along(path)[0] === base) return path;
    }
    return null;
  };
}

/** A cgroup that is not below the reader's own, as cgroup_namespaces(7) has it: `/../x`. */
function leadsUp(root: string): boolean {
  return root === '/..' || root.startsWith('/../');
}

function joined(folder: string, rest: string): string {
  const names = rest.replace(/^\//, '');
  if (names === '') return folder;
  return folder.endsWith('/') ? `${folder}${names}` : `${folder}/${names}`;
}
