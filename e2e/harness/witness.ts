/**
 * What is true on this machine, found without any code of nsview: by readlink on /proc and by `ps`
 * run inside the container. Tests compare nsview with it, never with numbers written down.
 */
import { readlinkSync } from 'node:fs';
import { perType, type NamespaceType } from '@lib/model/namespace-type';
import { demand } from './command';
import type { Dockerd } from './dockerd';

export type Links = Record<NamespaceType, string>;

/** `readlink /proc/PID/ns/*`, each `pid:[4026532183]` written as the id `pid:4026532183`. */
export function linksOf(pid: number | 'self'): Links {
  return perType((type) =>
    readlinkSync(`/proc/${pid}/ns/${type}`).replace('[', '').replace(']', ''),
  );
}

/** The namespaces that count as the host's for a daemon: the machine's, and the daemon's own. */
export function homesOf(dockerd: Dockerd): Links[] {
  return [machineLinks(), linksOf(dockerd.pid)];
}

/** Those of PID 1; in some sandboxes nobody may read them, then those of kthreadd. */
function machineLinks(): Links {
  try {
    return linksOf(1);
  } catch {
    return linksOf(2);
  }
}

/**
 * Sharing as it is defined: the leaders of running containers compared with each other, with the
 * host, and with the daemon that runs them.
 */
export function sharingOf(
  leaders: ReadonlyMap<string, Links>,
  container: string,
  homes: readonly Links[],
): Record<NamespaceType, 'own' | 'shared' | 'host'> {
  const own = leaders.get(container);
  if (own === undefined) throw new Error(`no leader of ${container}`);
  const others = [...leaders].filter(([name]) => name !== container).map(([, links]) => links);
  return perType((type) => {
    if (homes.some((home) => home[type] === own[type])) return 'host';
    return others.some((other) => other[type] === own[type]) ? 'shared' : 'own';
  });
}

export interface Row {
  pid: number;
  user: string;
  command: string;
}

/** What `ps aux` prints inside a container, without that `ps` itself. */
export async function processesIn(dockerd: Dockerd, container: string): Promise<Row[]> {
  const printed = demand(await dockerd.cli('exec', container, 'ps', 'aux'), 'docker exec ps');
  return rowsOf(printed.split('\n'));
}

/**
 * The lines of a `ps aux`, without their heading and that `ps` itself. busybox writes `{comm}` before a command
 * whose comm differs from its first argument; that is taken off.
 */
export function rowsOf([, ...lines]: readonly string[]): Row[] {
  return lines
    .map((line) => {
      const [pid = '', user = '', ...command] = line.trim().split(/\s+/);
      return { pid: Number(pid), user, command: command.join(' ').replace(/^\{[^}]*\} /, '') };
    })
    .filter(({ command }) => command !== 'ps aux');
}
