import type { Messages } from '../../i18n/messages';
import type { Inside } from '../../inside/inside';
import {
  known,
  none,
  notYet,
  unknown,
  type BoxContent,
  type FactLine,
  type Member,
} from './fact-line';

/** Of so many members it is told where they see themselves. */
const MOST = 4;

/**
 * Which cgroup of the machine a cgroup namespace calls `/`, and where that leaves each container: what it
 * sees as its own path.
 */
export function cgroupLines(
  inside: Inside | null,
  members: readonly Member[],
  messages: Messages,
): BoxContent {
  const label = messages.lensContent.rootIs;
  const root = (): FactLine => {
    if (inside?.type !== 'cgroup') return notYet('root', label);
    const { unreadable } = inside;
    if (inside.root === null) return unknown({ field: 'root', label, unreadable, messages });
    return known('root', label, wordings(inside.root));
  };
  const seen = members.slice(0, MOST).map(({ name, cgroup }): FactLine => {
    const [field, words] = ['path', messages.lensContent.seesItselfAt(name)];
    if (inside?.type !== 'cgroup') return notYet(field, words);
    if (inside.root === null || cgroup === null) {
      return unknown({ field, label: words, unreadable: {}, messages });
    }
    const within = pathWithin(cgroup, inside.root);
    return within === null
      ? none(field, words, messages.lensContent.outsideRoot)
      : known(field, words, wordings(within));
  });
  const more = members.length - seen.length;
  const rest = more === 0 ? [] : [known('path', '', [messages.lensContent.more(more)], false)];
  return { full: [root(), ...seen, ...rest], brief: [root()] };
}

/** A path, and the same with the ids of containers as engines shorten them. */
function wordings(path: string): string[] {
  const short = path.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  return short === path ? [path] : [path, short];
}

/** The path of a cgroup as it is seen from a root; null: it is not below that. */
function pathWithin(path: string, root: string): string | null {
  if (root === '/' || path === root) return path === root ? '/' : path;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : null;
}
