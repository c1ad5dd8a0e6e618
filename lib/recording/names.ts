/** The names to be replaced in one recording, and by what; grows as names are met. */
export interface Names {
  /** Lower case → what stands for it. */
  readonly replacements: Map<string, string>;
  users: number;
  /** Finds every name that is known; null when it has to be made anew. */
  pattern: RegExp | null;
}

/** Accounts that systems and images make by themselves: they name nobody. */
const NOBODYS = new Set([
  'admin',
  'alpine',
  'bitnami',
  'centos',
  'core',
  'debian',
  'docker',
  'ec2-user',
  'fedora',
  'linuxbrew',
  'nobody',
  'node',
  'pi',
  'postgres',
  'redis',
  'root',
  'rocky',
  'runner',
  'shared',
  'ubuntu',
  'user',
  'vagrant',
  'www-data',
]);
/** Names for a machine that name none. */
const NO_MACHINE = new Set(['localhost', 'host', 'docker', 'linux']);
/** Letters: a shorter name is replaced in the path of a home alone, for it is part of other words. */
const SHORTEST = 3;

const HOME = /(\/(?:home|Users)\/)([^/\s:;,'"]+)/g;

/**
 * @param hostname of the machine: it and, of `a.b.c`, the first part become `host`
 * @param users names that are known beforehand; others are learnt from the paths of their homes
 */
export function namesOf(hostname: string, users: readonly string[]): Names {
  const names: Names = { replacements: new Map(), users: 0, pattern: null };
  for (const name of [hostname, hostname.split('.')[0] ?? '']) {
    const key = name.toLowerCase();
    if (key !== '' && !NO_MACHINE.has(key)) names.replacements.set(key, 'host');
  }
  for (const user of users) learn(user, names);
  return names;
}

/** The text with every name in it replaced; homes in it are learnt from first. */
export function replaceNames(text: string, names: Names): string {
  for (const [, , user = ''] of text.matchAll(HOME)) learn(user, names);
  const homes = text.replace(
    HOME,
    (_path, before: string, user: string) =>
      `${before}${names.replacements.get(user.toLowerCase()) ?? user}`,
  );
  names.pattern ??= patternOf(names);
  return homes.replace(names.pattern, (name) => {
    const key = name.replaceAll(/\\x2d/gi, '-').toLowerCase();
    return names.replacements.get(key) ?? name;
  });
}

function learn(user: string, names: Names): void {
  const key = user.toLowerCase();
  if (key === '' || NOBODYS.has(key) || names.replacements.has(key)) return;
  if (/^user\d+$/.test(key)) return;
  names.users += 1;
  names.replacements.set(key, `user${names.users}`);
  names.pattern = null;
}

/**
 * Longest first, for one name may be the beginning of another. A hyphen also as systemd writes it in the names of its
 * units, and so of their cgroups: `machine-web\x2d01.scope`.
 */
function patternOf({ replacements }: Names): RegExp {
  const words = [...replacements.keys()]
    .filter((name) => name.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('-', String.raw`(?:-|\\x2d)`),
    );
  // Nothing known: what never matches.
  if (words.length === 0) return /(?!)/g;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
