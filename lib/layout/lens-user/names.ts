import type { Insides } from '../../inside/insides';
import { namedUids } from '../../inside/names';
import type { NamespaceId } from '../../model/ids';
import type { Snapshot } from '../../model/snapshot';
import type { Stack } from './stacks';

/** What users are called: a name; null, that there is none; undefined, that it is not known. */
export interface UserNames {
  inside: (stack: Stack, id: number) => string | null | undefined;
  onHost: (id: number) => string | null | undefined;
}

/**
 * What is known of the names of users. Containers in the host's user namespace have files of their own, each
 * with other names: there only who has one number on the host has one name.
 */
export function userNames(insides: Insides, snapshot: Snapshot): UserNames {
  const inside = new Map<NamespaceId, ReadonlyMap<number, string | null>>();
  const onHost = new Map<number, string | null>();
  for (const [id, asked] of insides) {
    if (asked.is !== 'answered' || asked.answer.type !== 'user') continue;
    const { names } = asked.answer;
    // Of other numbers it was not asked whether they have one.
    const wanted = namedUids(id, snapshot);
    const own = new Map<number, string | null>();
    if (names.inside !== null) told(wanted.inside, names.inside, own);
    if (names.outside !== null) told(wanted.outside, names.outside, onHost);
    inside.set(id, own);
  }
  return {
    inside: ({ boxes: [box, ...others], host }, id) =>
      host || box === undefined || others.length > 0 || box.namespace === null
        ? undefined
        : inside.get(box.namespace.id)?.get(id),
    onHost: (id) => onHost.get(id),
  };
}

function told(
  wanted: readonly number[],
  names: Readonly<Record<string, string>>,
  into: Map<number, string | null>,
): void {
  for (const id of wanted) into.set(id, names[String(id)] ?? null);
}
