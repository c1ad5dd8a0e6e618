import type { Mount } from '../proc/mountinfo';

/**
 * The mounts that a process of the namespace reaches by no path: others lie over them, on the same
 * folder or on one above. Which of two lies over the other tells who is mounted on whom, whatever the
 * order in which they are listed.
 *
 * @param mounts all that a process sees, of mountinfo
 */
export function hiddenMounts(mounts: readonly Mount[]): ReadonlySet<Mount> {
  const numbers = new Set(mounts.map(({ id }) => id));
  const isTop = ({ id, parent }: Mount) => parent === id || !numbers.has(parent);
  const mountedOn = new Map<number, Mount[]>();
  for (const mount of mounts) {
    if (isTop(mount)) continue;
    const others = mountedOn.get(mount.parent);
    if (others === undefined) mountedOn.set(mount.parent, [mount]);
    else others.push(mount);
  }
  const hidden = new Set(mounts);
  // What is added to a list while it is gone through has its turn as well.
  const reached = uncovered(mounts.filter(isTop));
  for (const mount of reached) {
    const here = mountedOn.get(mount.id) ?? [];
    mountedOn.delete(mount.id);
    // A process begins its paths in its root, and never crosses over to what is mounted on that.
    const isRoot = isTop(mount) && mount.mountPoint === '/';
    const entered = isRoot ? here.filter(({ mountPoint }) => mountPoint !== '/') : here;
    if (!entered.some(({ mountPoint }) => mountPoint === mount.mountPoint)) hidden.delete(mount);
    for (const each of uncovered(entered)) reached.push(each);
  }
  return hidden;
}

/** Of what is mounted on one mount, what is not below another of them; of two on one folder, the last. */
function uncovered(mounts: readonly Mount[]): Mount[] {
  const kept: Mount[] = [];
  let covered: string | null = null;
  // As folders, each right before all that is below it; those on one folder keep their order.
  const folders = mounts.map((mount) => ({ mount, folder: asFolder(mount.mountPoint) })).reverse();
  folders.sort((a, b) => (a.folder < b.folder ? -1 : Number(a.folder > b.folder)));
  for (const { mount, folder } of folders) {
    if (covered !== null && folder.startsWith(covered)) continue;
    kept.push(mount);
    covered = folder;
  }
  return kept;
}

function asFolder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
