import type { Told } from '../inside/told';
import { containerIdsIn, type CgroupLine } from '../proc/cgroup';
import { V1_NAMES } from './files';
import type { UseRequest } from './reading';
import type { Controller } from './use';

/** Where a process is, for one controller. */
export interface CgroupPlace {
  version: 'v1' | 'v2';
  path: string;
}

/** The kernel was made or started without the controller. */
const ABSENT = 'controller-absent';
/** Its path does not name the container: others, or all of the machine, may be in it. */
const NOT_ITS_OWN = 'cgroup-not-its-own';

/**
 * The cgroup of a container for a controller: of v1 where it has that, else of v2. Below it the container may
 * have made some of its own, in which a process may be; what limits the whole is the one that its id names.
 * None is named where the engine made none, or the leader was moved out of it.
 *
 * @param lines of its leader's /proc/PID/cgroup @param container by its id, or the path that its engine tells
 */
export function cgroupOf(
  lines: readonly CgroupLine[],
  controller: Controller,
  { id, cgroup }: Pick<UseRequest, 'id' | 'cgroup'>,
): Told<CgroupPlace> {
  const v1 = lines.find(({ controllers }) => controllers.includes(V1_NAMES[controller]));
  const line =
    v1 ?? lines.find(({ hierarchy, controllers }) => hierarchy === 0 && controllers.length === 0);
  if (line === undefined) return { value: null, reason: ABSENT };
  const names = line.path.split('/');
  const at = names.findIndex((name, nth) =>
    cgroup === undefined
      ? containerIdsIn(name).includes(id)
      : names
          .slice(0, nth + 1)
          .join('/')
          .endsWith(cgroup),
  );
  if (at < 0) return { value: null, reason: NOT_ITS_OWN };
  const path = names.slice(0, at + 1).join('/');
  return { value: { version: v1 === undefined ? 'v2' : 'v1', path }, reason: null };
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
