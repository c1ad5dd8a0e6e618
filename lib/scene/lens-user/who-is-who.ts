import type { Messages } from '../../i18n/messages';
import type { Container } from '../../model/container';
import { byStart } from '../../model/container-order';
import { namedAmong, type NamedContainer } from '../../model/container-names';
import { containerKey } from '../../model/ids';
import { isStopped } from '../../model/is-stopped';
import type { Snapshot } from '../../model/snapshot';
import { uidOnHost, uidThere, type NumberThere } from '../../select/user-numbers';

/** The same user number in several containers, and whom it is on the host: those alike together. */
export interface UserAnswer {
  id: number;
  groups: readonly { onHost: NumberThere; containers: readonly NamedContainer[] }[];
  /** Is root in some of them root on the host? */
  warns: boolean;
}

/**
 * What the selection asks of users: of one container or two the user that the first runs as, of a namespace
 * and of nothing root; in the containers that are selected, else in all.
 *
 * @param chosen as lib/select/chosen tells it
 */
export function userAnswer(snapshot: Snapshot, chosen: ReadonlySet<string>): UserAnswer {
  const users = new Map(snapshot.namespaces.map((each) => [each.id, each]));
  const namespaceOf = ({ namespaces: { user } }: Container) =>
    user === null ? null : (users.get(user) ?? null);
  const running = namedAmong(
    snapshot.containers.filter((each) => !isStopped(each)).toSorted(byStart),
    snapshot,
  );
  const selected = running.filter(
    (each) =>
      chosen.has(containerKey(each)) ||
      (each.namespaces.user !== null && chosen.has(each.namespaces.user)),
  );
  const [first] = running.filter((each) => chosen.has(containerKey(each)));
  const leader = snapshot.processes.find(({ pid }) => pid === first?.pid);
  const there =
    first === undefined || leader === undefined ? null : uidThere(leader.uid, namespaceOf(first));
  const id = there?.is === 'known' ? there.id : 0;
  const groups = new Map<string, { onHost: NumberThere; containers: NamedContainer[] }>();
  for (const container of selected.length > 0 ? selected : running) {
    const onHost = uidOnHost(id, namespaceOf(container));
    const key = onHost.is === 'known' ? String(onHost.id) : onHost.is;
    const group = groups.get(key) ?? { onHost, containers: [] };
    group.containers.push(container);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const warns = id === 0 && all.some(({ onHost }) => onHost.is === 'known' && onHost.id === 0);
  return { id, groups: all, warns };
}

/** That in a sentence. @param most how many containers alike are named */
export function whoIsWho(
  { id, groups }: UserAnswer,
  most: number,
  { answer }: Messages['lensUser'],
): string {
  if (groups.length === 0) return answer.none;
  return answer.all(
    groups.map(({ onHost, containers }) => {
      const names = containers.slice(0, most).map(({ named }) => named);
      const more = containers.length - names.length;
      if (onHost.is === 'known') return answer.is(id, names, more, onHost.id);
      return onHost.is === 'unmapped'
        ? answer.nobody(id, names, more)
        : answer.unknown(id, names, more);
    }),
  );
}
