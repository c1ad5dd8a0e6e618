import { containerIdsIn, type CgroupLine } from '../proc/cgroup';
import { V1_NAMES } from './files';
import type { Controller } from './use';

/** Where a process is, for one controller. */
export interface CgroupPlace {
  version: 'v1' | 'v2';
  path: string;
}

/**
 * The cgroup of a container for a controller: of v1 where it has that, else of v2. Below it the container may
 * have made some of its own, in which a process may be; what limits the whole is the one that its id names.
 *
 * @param lines of its leader's /proc/PID/cgroup @returns null where the kernel has neither
 */
export function cgroupOf(
  lines: readonly CgroupLine[],
  controller: Controller,
  id: string,
): CgroupPlace | null {
  const v1 = lines.find(({ controllers }) => controllers.includes(V1_NAMES[controller]));
  const line =
    v1 ?? lines.find(({ hierarchy, controllers }) => hierarchy === 0 && controllers.length === 0);
  if (line === undefined) return null;
  return { version: v1 === undefined ? 'v2' : 'v1', path: upTo(line.path, id) };
}

function upTo(path: string, id: string): string {
  const names = path.split('/');
  const at = names.findIndex((name) => containerIdsIn(name).includes(id));
  return at < 0 ? path : names.slice(0, at + 1).join('/');
}

/** A cgroup and those above it, the nearest first, down from `root`, which holds them. */
export function pathsUpTo(path: string, root: string): string[] {
  const below = path === root ? '' : path.slice(root === '/' ? 0 : root.length);
  const names = below.split('/').filter((name) => name !== '');
  const top = root === '/' ? '' : root;
  return [...names.keys()]
    .map((at) => `${top}/${names.slice(0, at + 1).join('/')}`)
    .reverse()
    .concat(root);
}

/**
 * Is a cgroup in another, or that very one? Who is in a cgroup namespace is told of those outside by a way up,
 * `/../other`, which leads out of `/`.
 */
export function isWithin(path: string, root: string): boolean {
  if (path === root) return true;
  const top = root === '/' ? '' : root;
  return path.startsWith(`${top}/`) && !/^\/\.\.(\/|$)/.test(path.slice(top.length));
}
