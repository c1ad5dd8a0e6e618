import { dangerOf, isHostTree, isWritable, type Danger } from '../../inside/danger';
import type { MountInside } from '../../inside/mnt';
import { isKernels } from '../../inside/mount-kind';
import { PathTree } from '../../inside/path-tree';

/** Something that was mounted for who is in there: a volume, a folder of the host, memory. */
export interface Tag {
  mount: MountInside;
  writable: boolean;
  danger: Danger | null;
  /** Where the host has it; null: nowhere, or it is not known. */
  source: string | null;
  /** It lies over the one before it. */
  covers: boolean;
  /** A lesson speaks of it. */
  spoken: boolean;
}

/** Where engines mount memory of their own accord. */
const OF_ENGINE = /^\/(?:dev|proc|sys|run\/secrets)(?:\/|$)/;

/**
 * What was mounted into a container for it, in the kernel's order; what is hidden stands right before what
 * lies over it. Of the host's own tree that is nothing: all of it is there anyhow.
 *
 * @param sockets where engines listen
 * @param isSpokenOf is that of a path there whoever mounted it?
 */
export function tagsOf(
  mounts: readonly MountInside[],
  sockets: ReadonlySet<string>,
  isSpokenOf: (path: string) => boolean = () => false,
): Tag[] {
  if (isHostTree(mounts)) return [];
  const byTarget = new PathTree<MountInside>();
  const isSpoken = ({ kind, target, hidden }: MountInside) =>
    kind !== 'root' && !hidden && isSpokenOf(target);
  const given = mounts.filter((mount) => isGiven(mount) || isSpoken(mount));
  for (const mount of given) byTarget.add(mount.target, mount);
  const comesWith = (folder: MountInside, mount: MountInside) =>
    bringsAlong(folder, mount) || bringsKernels(folder, mount, dangerOf(mount, sockets));
  const tags = given
    .filter((mount) => !byTarget.along(mount.target).some((other) => comesWith(other, mount)))
    .map((mount): Tag => {
      const danger = dangerOf(mount, sockets);
      return {
        ...{ mount, writable: isWritable(mount), danger },
        // Of what lies over itself the host’s is no other.
        source: isGiven(mount) ? mount.hostPath : null,
        ...{ covers: false, spoken: isSpoken(mount) },
      };
    });
  const byMount = new Map(tags.map((tag) => [tag.mount, tag]));
  /** What lies over those that are hidden, each told of right after the last of these. */
  const over = new Map<Tag, Tag>();
  for (const tag of tags) {
    if (!tag.mount.hidden) continue;
    const above = byTarget.along(tag.mount.target).find(({ hidden }) => !hidden);
    const known = above === undefined ? undefined : byMount.get(above);
    if (known !== undefined) over.set(tag, known);
  }
  const last = new Map([...over].map(([hidden, above]) => [above, hidden]));
  return tags.flatMap((tag) => {
    if (last.has(tag)) return [];
    const above = over.get(tag);
    return above !== undefined && last.get(above) === tag
      ? [tag, { ...above, covers: true }]
      : [tag];
  });
}

function isGiven({ kind, target, fs }: MountInside): boolean {
  if (kind === 'volume' || kind === 'bind' || kind === 'image') return true;
  if (kind === 'tmpfs' || kind === 'other') return !OF_ENGINE.test(target);
  return kind === 'kernel' && fs === 'devtmpfs';
}

/** A folder of the host comes with all that the host has mounted in it, each at its own place. */
function bringsAlong(folder: MountInside, mount: MountInside): boolean {
  if (folder === mount || folder.hidden) return false;
  if (folder.hostPath === null || mount.hostPath === null) return false;
  const way = below(folder.target, mount.target);
  return way !== null && way !== '' && below(folder.hostPath, mount.hostPath) === way;
}

/**
 * What the kernel makes up (groups, namespaces, processes) comes with a folder that it is mounted in as well, and
 * the host may have it at another place too. What is dangerous by itself is told of, unless all of the host is there.
 */
function bringsKernels(folder: MountInside, mount: MountInside, danger: Danger | null): boolean {
  if (folder === mount || folder.hidden || folder.kind !== 'bind') return false;
  if (folder.hostPath === null || !isKernels(mount.fs)) return false;
  const way = below(folder.target, mount.target);
  return way !== null && way !== '' && (danger === null || folder.hostPath === '/');
}

/** The way from a folder to what is in it; null: it is not. */
function below(folder: string, path: string): string | null {
  const base = folder === '/' ? '' : folder;
  return path === folder || path.startsWith(`${base}/`) ? path.slice(base.length) : null;
}
