import { Unreadable } from '../../findings/unreadable';
import type { Sharing } from '../../model/container';
import { hostProcess } from '../../model/host-process';
import { HOST } from '../../model/host-word';
import { kernelName } from '../../model/ids';
import type { NamespaceType } from '../../model/namespace-type';
import { readLinks } from '../../shell/proof';
import type { Decision, Shown } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

/** Both are in the very same one. At one moment a number is one namespace, whatever had it before. */
export const shares: Decision<Arguments['shares']> = {
  holds: (witness, [first, second, type]) => {
    const [one, other] = [first, second].map((place) => witness.namespace(place, type));
    return one !== null && one !== undefined && one === other;
  },
  shown: (witness, [first, second, type]) => links(witness, [first, second], type),
};

/** In one that neither the host nor another running container is in. */
export const own: Decision<Arguments['own']> = {
  holds: (witness, [name, type]) => sharingOf(witness, name, type) === 'own',
  shown: (witness, [name, type]) => links(witness, [name], type),
};

/** In the host's, or in that of its engine, which is the host as a container sees it. */
export const host: Decision<Arguments['host']> = {
  holds: (witness, [name, type]) => sharingOf(witness, name, type) === 'host',
  shown: (witness, [name, type]) => links(witness, [name, HOST], type),
};

/** Null: nobody is there. @throws Unreadable */
function sharingOf(witness: Witness, name: string, type: NamespaceType): Sharing | null {
  const sharing =
    witness.namespace(name, type) === null ? null : witness.alive(name)?.sharing[type];
  if (sharing === 'unknown') throw new Unreadable('host-unknown');
  return sharing ?? null;
}

/** The names of their namespaces, and whether they are the same: `pid:[4026532183] ≠ pid:[4026532184]`. */
export function links(
  witness: Witness,
  places: readonly string[],
  type: NamespaceType,
): Shown | null {
  const ids = places.map((place) => witness.namespace(place, type));
  const pids = places.map((place) =>
    place === HOST ? hostProcess(witness.snapshot.host) : (witness.alive(place)?.pid ?? null),
  );
  if (ids.includes(null)) return null;
  return {
    command: pids.includes(null)
      ? null
      : readLinks(
          pids.flatMap((pid) => pid ?? []),
          type,
        ),
    value: ids
      .flatMap((id) => (id === null ? [] : kernelName(id)))
      .join(ids.every((id) => id === ids[0]) ? ' = ' : ' ≠ '),
  };
}
