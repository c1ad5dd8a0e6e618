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
 * A container id, not part of a longer run of hexadecimal digits. The monitor that Podman and CRI-O
 * start for a container has the id in its path as well (`libpod-conmon-`, `crio-conmon-`), and is none
 * of the container's processes.
 */
const CONTAINER_ID = /(?<![0-9a-f]|-conmon-)[0-9a-f]{64}(?![0-9a-f])/g;

/** A path may itself hold colons, and whatever else a name can hold but a newline. */
const LINE = /^(\d{1,9}):([^:]*):(\/.*)$/s;

/**
 * Every line of a cgroup file; one that is none costs itself alone.
 * @throws ProcParseError when there are lines and none is of a cgroup
 */
export function parseCgroup(text: string): CgroupLine[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const cgroups = lines.map(parseLine).filter((line) => line !== null);
  if (cgroups.length === 0 && lines.length > 0) {
    throw new ProcParseError('cgroup', 'hierarchy:controllers:path');
  }
  return cgroups;
}

function parseLine(line: string): CgroupLine | null {
  const parts = LINE.exec(line);
  if (parts === null) return null;
  const [, hierarchy, controllers = '', path = ''] = parts;
  return {
    hierarchy: Number(hierarchy),
    controllers: controllers === '' ? [] : controllers.split(','),
    path,
  };
}

/**
 * The path that tells most of where a process belongs: the first of those that name most containers, for Docker in
 * Docker may have made cgroups in some hierarchies alone; where none names one, that
 * of v2 if it is not `/`; else the first of the v1 hierarchies that is not `/`; else `/`.
 * Null when there is no line (a kernel without cgroups).
 */
export function tellingPath(lines: CgroupLine[]): string | null {
  const paths = [...lines].sort((a, b) => rank(a) - rank(b)).map((line) => line.path);
  const named = (path: string) => containerIdsIn(path).length;
  const most = Math.max(0, ...paths.map(named));
  return (
    paths.find((path) => most > 0 && named(path) === most) ??
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
