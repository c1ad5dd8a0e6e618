import type { NamespaceType } from '../../model/namespace-type';
import { typeNames } from './type-names';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What is said to those who listen, when something changes. */
export const announcements = {
  engineLost: (kind: string) => `${kind} no longer answers.`,
  engineBack: (kind: string) => `${kind} answers again.`,
  changed: {
    started: (names: string[]) => `${list(names)} started.`,
    restarted: (names: string[]) => `${list(names)} started again.`,
    created: (names: string[]) => `${list(names)} ${names.length === 1 ? 'was' : 'were'} created.`,
    stopped: (names: string[]) => `${list(names)} stopped.`,
    removed: (names: string[]) => `${list(names)} ${names.length === 1 ? 'was' : 'were'} removed.`,
  },
  many: {
    started: (n: number) => `${n} containers started.`,
    restarted: (n: number) => `${n} containers started again.`,
    created: (n: number) => `${n} containers were created.`,
    stopped: (n: number) => `${n} containers stopped.`,
    removed: (n: number) => `${n} containers were removed.`,
  },
  joined: (who: string, types: readonly NamespaceType[], whom: readonly string[]) =>
    `${who} joined the ${list(types.map((type) => typeNames[type]))} ${types.length === 1 ? 'namespace' : 'namespaces'} of ${list(whom)}.`,
  manyJoined: (n: number) => `${n} containers joined namespaces of others.`,
};
