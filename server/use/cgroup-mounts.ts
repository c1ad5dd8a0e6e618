import { closeSync, statfsSync, statSync } from 'node:fs';
import { hiddenMounts } from '@lib/inside/hidden-mounts';
import type { Mount } from '@lib/proc/mountinfo';
import { isWithin, type CgroupPlace } from '@lib/use/cgroup-path';
import { V1_NAMES } from '@lib/use/files';
import type { Controller } from '@lib/use/use';
import { mountsOf } from '../inside/mounts';
import { openFolderBelow, pathOf } from '../proc/open-below';
import type { ProcRoot } from '../proc/read';
import { attempt } from '../proc/reason';

/** <linux/magic.h>: what a file system says that it is. */
const MAGIC = { v1: 0x27e0eb, v2: 0x63677270 };
const FS_TYPES = { v1: 'cgroup', v2: 'cgroup2' };
/** Of these nobody has to be waited for: there is no disk, network or program behind them. */
const KERNELS_OWN = ['cgroup', 'cgroup2', 'sysfs', 'tmpfs'];

/** Where cgroups are mounted, for somebody who sees them. */
export interface CgroupMount {
  /** Who sees it: a PID, or ourselves. */
  viewer: string;
  /** Where it is, in two parts: up to the first file system of the kernel's own on the way, and from there. */
  mounted: string;
  rest: string;
  /** The cgroup that is there, as we name it. */
  root: string;
  superOptions: readonly string[];
}

/** One of them as a folder that is open. */
interface OpenMount {
  fd: number;
  /** Are all cgroups in it? */
  whole: boolean;
}

/** What of cgroups each of several processes has mounted, by PID. One that may not be looked at has nothing. */
export class CgroupMounts {
  private readonly all: readonly (Mount & CgroupMount)[];
  /** Those that are open, by viewer and path: many containers are in the same few. */
  private readonly open = new Map<string, OpenMount>();

  constructor(
    private readonly proc: ProcRoot,
    viewers: readonly number[],
  ) {
    const own = Number(proc.link('self'));
    this.all = differing(proc, [own, ...viewers]).flatMap((pid) => {
      const mounts = attempt(() => mountsOf(proc, pid)) ?? [];
      const hidden = hiddenMounts(mounts);
      return mounts.flatMap((mount) =>
        Object.values(FS_TYPES).includes(mount.fsType) && !hidden.has(mount)
          ? { ...mount, ...wayTo(mount, mounts, hidden), viewer: String(pid) }
          : [],
      );
    });
  }

  /** Those in which a cgroup is found, beginning with the one that shows most of what is above it. */
  of(controller: Controller, { version, path }: CgroupPlace): CgroupMount[] {
    return this.all
      .filter(
        ({ fsType, superOptions, root }) =>
          fsType === FS_TYPES[version] &&
          (version === 'v2' || superOptions.includes(V1_NAMES[controller])) &&
          isWithin(path, root),
      )
      .map(({ viewer, mounted, rest, root, superOptions }) => ({
        ...{ viewer, mounted, rest, root, superOptions },
      }))
      .sort((a, b) => a.root.length - b.root.length);
  }

  /**
   * One of them as a folder, good until `close`, and whether all cgroups are in it.
   *
   * @throws what the system call throws; ENODEV: something else is there by now
   */
  folder(mount: CgroupMount, version: 'v1' | 'v2'): { folder: string; whole: boolean } {
    const key = `${mount.viewer} ${mount.mounted}${mount.rest}`;
    const known = this.open.get(key);
    const { fd, whole } = known ?? this.opened(mount, version);
    if (known === undefined) this.open.set(key, { fd, whole });
    return { folder: pathOf(fd), whole };
  }

  close(): void {
    for (const { fd } of this.open.values()) closeSync(fd);
    this.open.clear();
  }

  private opened({ viewer, mounted, rest }: CgroupMount, version: 'v1' | 'v2'): OpenMount {
    const fd = openFolderBelow(`${this.proc.root}/${viewer}/root`, mounted, rest);
    try {
      const folder = pathOf(fd);
      if (statfsSync(folder).type !== MAGIC[version]) {
        throw Object.assign(new Error(mounted + rest), { code: 'ENODEV' });
      }
      return { fd, whole: isFirst(folder, version) };
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }
}

/**
 * Are all cgroups in this one? Who is in a cgroup namespace calls another `/`: alone the first has this file in v1,
 * and lacks this one in v2, cgroups(7). @throws what the system call throws
 */
function isFirst(folder: string, version: 'v1' | 'v2'): boolean {
  const has = (file: string) =>
    statSync(`${folder}/${file}`, { throwIfNoEntry: false }) !== undefined;
  return version === 'v1' ? has('release_agent') : !has('cgroup.events');
}

/**
 * Of those that see the same the first alone: who is in one mount namespace and has one root. Of one that may not be
 * looked at it is not known.
 */
function differing(proc: ProcRoot, viewers: readonly number[]): number[] {
  const seen = new Set<string>();
  return viewers.filter((pid) => {
    const link = (name: string) => attempt(() => proc.link(`${String(pid)}/${name}`));
    const [namespace, root] = [link('ns/mnt'), link('root')];
    if (namespace === null || root === null) return true;
    const sight = `${namespace} ${root}`;
    const isNew = !seen.has(sight);
    seen.add(sight);
    return isNew;
  });
}

/** A mount by the mounts on the way to it. */
function wayTo(
  { mountPoint }: Mount,
  mounts: readonly Mount[],
  hidden: ReadonlySet<Mount>,
): Pick<CgroupMount, 'mounted' | 'rest'> {
  const onTheWay = mounts
    .filter((each) => !hidden.has(each) && isWithin(mountPoint, each.mountPoint))
    .sort((a, b) => b.mountPoint.length - a.mountPoint.length);
  const others = onTheWay.findIndex(({ fsType }) => !KERNELS_OWN.includes(fsType));
  const first = (others < 0 ? onTheWay.length : others) - 1;
  const { mountPoint: mounted } = onTheWay[first] ?? { mountPoint };
  return { mounted, rest: mountPoint.slice(mounted.length) };
}
