/*
 * /proc/PID/cgroup, cgroups(7): hierarchy:controllers:path, one line for each hierarchy
 * 8:pids:/docker/4f5c…
 * 0::/system.slice/docker-4f5c….scope
 */
import { ProcParseError } from './parse-error';

export interface CgroupLine {
  /** 0 is the one hierarchy of cgroup v2. */
  hierarchy: number;
  /** `pids`, `name=systemd`; empty for v2. */
  controllers: string[];
  path: string;
}

/** v1 controllers whose path is asked, the most telling first; after them the others as listed. */
const V1_ORDER = ['pids', 'memory', 'cpu', 'name=systemd'];

/**
 * A container id, not part of a longer run of hexadecimal digits. Podman's monitor of a container
 * has the id in its path as well, and is none of the container's processes.
 */
const CONTAINER_ID = /(?<![0-9a-f]|libpod-conmon-)[0-9a-f]{64}(?![0-9a-f])/g;

/** Every line of a cgroup file; a path may itself hold colons. */
export function parseCgroup(text: string): CgroupLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\d{1,9}):([^:]*):(\/.*)$/.exec(line);
      if (parts === null) throw new ProcParseError('cgroup', 'hierarchy:controllers:path');
      const [, hierarchy, controllers = '', path = ''] = parts;
      return {
        hierarchy: Number(hierarchy),
        controllers: controllers === '' ? [] : controllers.split(','),
        path,
      };
    });
}

/**
 * The path that tells most of where a process belongs: the first that names a container; else that
 * of v2 if it is not `/`; else the first of the v1 hierarchies that is not `/`; else `/`.
 * Null when there is no line (a kernel without cgroups).
 */
export function tellingPath(lines: CgroupLine[]): string | null {
  const paths = [...lines].sort((a, b) => rank(a) - rank(b)).map((line) => line.path);
  return (
    paths.find((path) => containerIdsIn(path).length > 0) ??
    paths.find((path) => path !== '/') ??
    paths[0] ??
    null
  );
}

/**
 * The container ids in a cgroup path, outermost first: `/docker/<id>`,
 * `/system.slice/docker-<id>.scope`, `/machine.slice/libpod-<id>.scope/container`, and for Docker
 * in Docker `/docker/<outer>/docker/<inner>`.
 */
export function containerIdsIn(path: string): string[] {
  return path.match(CONTAINER_ID) ?? [];
}

function rank(line: CgroupLine): number {
  if (line.hierarchy === 0) return -1;
  const at = V1_ORDER.findIndex((controller) => line.controllers.includes(controller));
  return at < 0 ? V1_ORDER.length : at;
}
