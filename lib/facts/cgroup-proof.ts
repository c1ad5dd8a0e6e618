import { shellLine } from '../shell/shell-line';
import { EVERYWHERE, FILES, THREADS, V1_NAMES } from '../use/files';
import type { Controller, Use } from '../use/use';

type Counted = 'memory' | 'cpu' | 'pids' | 'io';

/** Who counts what is shown of each: in v1 the time that processors take has a controller of its own. */
const COUNTED_BY: Readonly<Record<Counted, readonly Controller[]>> = {
  memory: ['memory'],
  cpu: ['cpuacct', 'cpu'],
  pids: ['pids'],
  io: ['io'],
};

/** Of what is read, what no figure here is made of. */
const NOT_SHOWN: readonly string[] = [EVERYWHERE, THREADS.v1, THREADS.v2];

type Of = Pick<Use, 'cgroups' | 'paths' | Counted>;

/**
 * The commands that show what the figures of a container were read from: its cgroup's files with those of the
 * cgroups above that limit it, and what is a sum over its cgroup and those in it. None where it is not known
 * where these are.
 */
export function readCgroup(use: Of, what: Counted): string[] {
  if (use.cgroups === null) return [];
  const version = use.cgroups === 'v2' ? 'v2' : 'v1';
  const files = new Set<string>();
  const sums: string[] = [];
  for (const controller of COUNTED_BY[what]) {
    const own = use.paths[controller];
    if (own === undefined) continue;
    const read = FILES[version][controller];
    const mount = version === 'v2' ? '' : `/${V1_NAMES[controller]}`;
    const folder = (path: string) => `/sys/fs/cgroup${mount}${path}`.replace(/\/$/, '');
    const add = (path: string, names: readonly string[]) => {
      for (const name of names.filter(isShown)) files.add(`${folder(path)}/${name}`);
    };
    const summed = read.below.filter(isShown);
    add(
      own,
      read.own.filter((name) => !summed.includes(name)),
    );
    for (const path of limiting(use, what)) if (path !== own) add(path, read.above);
    if (summed.length > 0) {
      const only = summed.map((name) => `--include=${name}`);
      sums.push(shellLine(['grep', '-r', ...only, '.', folder(own)]));
    }
  }
  return files.size === 0 ? sums : [shellLine(['grep', '.', ...files]), ...sums];
}

function isShown(name: string): boolean {
  return !NOT_SHOWN.includes(name);
}

/** The cgroups that limit it, by path. */
function limiting(use: Of, what: Counted): string[] {
  if (what !== 'io') return [use[what].limitFrom ?? []].flat();
  return (use.io ?? []).flatMap(({ limits }) => Object.values(limits).map(({ from }) => from));
}
