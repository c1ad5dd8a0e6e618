import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';
import { reason } from './reason';

const list = (names: readonly string[], more: number) => {
  if (more > 0) return `${names.join(', ')} +${more}`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

/** The picture of user namespaces: rulers of ids. */
export const lensUser = {
  /** User 0, by the kernel's own definition. */
  root: 'root',
  noName: 'no name',
  idsInside: 'ids inside',
  idsOnHost: 'ids on the host',
  idsAround: 'ids in this box',
  called: (users: readonly string[]) => `by name: ${users.join(', ')}`,
  leftOut: (n: number) => `${n} ids left out`,
  lastId: (id: number) => `last: ${id}`,
  hostsOwn: 'host’s own',
  noContainer: 'no container',
  names: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join(', ')} +${more}` : names.join(', '),
  lends: (first: number, last: number, outside: number, outsideLast: number) =>
    first === last
      ? `${first} is ${outside} on the host`
      : `${first}–${last} are ${outside}–${outsideLast} on the host`,
  alike: (n: number) => `${n} user namespaces with one and the same map`,
  moreRows: (n: number) => `${n} more ${n === 1 ? 'row' : 'rows'}`,
  lent: (n: number, rows: readonly string[], shown: number) =>
    `${n} ${n === 1 ? 'id' : 'ids'}: ${rows.join(', ')}. Any other id looks like ${shown} in here.`,
  sameGroups: 'Group ids are mapped in the same way.',
  noGroups: 'No group id is mapped.',
  otherGroups: (rows: readonly string[]) => `Group ids: ${rows.join(', ')}.`,
  unknownGroups: (why: string | null) =>
    `How group ids are mapped is not known${why === null ? '' : `: ${reason(why)}`}.`,
  nothingMapped: (shown: number) => `No id is mapped: each looks like ${shown} in here.`,
  unknownMap: (why: string | null) =>
    `How its ids are mapped is not known${why === null ? '' : `: ${reason(why)}`}.`,
  setgroups: {
    allow: 'Its processes may change their groups (setgroups).',
    deny: 'Its processes may not change their groups (setgroups: deny).',
  },
  setgroupsAsked: 'setgroups: being read…',
  setgroupsUnknown: (why: string | null) =>
    `setgroups: not known${why === null ? '' : `: ${reason(why)}`}.`,
  setgroupsRefused: (code: AskErrorCode) => `setgroups: ${noAnswer[code]}.`,
  unmapped: 'not mapped',
  unknown: '? not known',
  more: 'other ids',
  notes: [
    'The kernel checks files and signals against the numbers on this line.',
    'Hatched: each id stands for itself. Pale: it stands for another one. A tick is 10 ids; between two strokes ids are left out.',
  ],
  rootIsRoot: (n: number, names: readonly string[]) =>
    n === 1
      ? `root (0) in ${names.join('')} is root (0) on the host`
      : `root (0) in these ${n} containers is root (0) on the host`,
  rootIs: (names: readonly string[], outside: number, onHost: number | null) => {
    const [only] = names;
    const where =
      only === undefined
        ? 'here'
        : names.length === 1
          ? `in ${only}`
          : `in these ${names.length} containers`;
    if (onHost !== null && onHost !== outside) {
      return `root (0) ${where} is ${outside} in the box around it, ${onHost} on the host`;
    }
    return outside === 0
      ? `root (0) ${where} is root (0) on the host`
      : `root (0) ${where} is ${outside} outside: there it may do what user ${outside} may`;
  },
  answer: {
    is: (id: number, names: readonly string[], more: number, outside: number) =>
      `user ${id} in ${list(names, more)} is ${outside} on the host`,
    nobody: (id: number, names: readonly string[], more: number) =>
      `user ${id} in ${list(names, more)} is nobody on the host`,
    unknown: (id: number, names: readonly string[], more: number) =>
      `whom user ${id} in ${list(names, more)} is on the host is not known`,
    all: (parts: readonly string[]) => {
      const text = `${parts.join('; ')}.`;
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    none: 'No container runs here.',
  },
  bundle: (n: number, user: string, where: string) => `${n} processes of ${where}, ${user}`,
  as: {
    known: (inside: number, onHost: number) =>
      inside === onHost ? `user ${inside}` : `user ${inside} here, ${onHost} on the host`,
    unmapped: (shown: number, onHost: number) =>
      `user ${onHost} on the host, not mapped here: looks like ${shown}`,
    unknown: (onHost: number) =>
      `user ${onHost} on the host, which number that is here is not known`,
    unread: 'its user could not be read',
  },
};
