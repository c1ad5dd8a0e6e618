import type { Container } from '../model/container';
import { lifeOfContainer } from '../model/container-life';
import { containerKey, type ContainerKey } from '../model/ids';
import { ASKED, isForNow, type Asked } from '../protocol/asked';
import { withMoment, type History } from './history';
import type { Use } from './use';

/** What is known of what one container uses. */
export interface UseTold {
  use: Asked<Use>;
  /** What it used in the last minutes. */
  history: History;
}

/** What is known of each, and of which life of it: after a restart it has other processes. */
export type UsesTold = ReadonlyMap<ContainerKey, UseTold & { life: string }>;

/** Nothing came yet. */
export const NOTHING_TOLD: UseTold = { use: ASKED, history: [] };

/** What a container is known by, and one life of it. */
type Living = Pick<Container, 'engine' | 'id' | 'pid' | 'startedAt'>;

/** What was told of a container in the life that it has now: an answer may come when it has another already. */
export function toldOf(uses: UsesTold, container: Living): UseTold {
  const known = uses.get(containerKey(container));
  return known?.life === lifeOfContainer(container) ? known : NOTHING_TOLD;
}

/** With all that was told of one container, or why nothing was. That there was too much to do changes nothing. */
export function afterUse(
  before: UsesTold,
  container: Living,
  outcome: Exclude<Asked<Use & { takenAt: string }>, { is: 'asked' }>,
): UsesTold {
  const { history } = toldOf(before, container);
  if (outcome.is === 'answered') {
    const { takenAt, cpu } = outcome.answer;
    const now = withMoment(history, { at: Date.parse(takenAt), usedMs: cpu.usedMs });
    return put(before, container, { use: outcome, history: now });
  }
  return isForNow(outcome) ? before : put(before, container, { use: outcome, history });
}

/** Without those that are gone, or live again; the very same where none is. */
export function stillLiving(before: UsesTold, containers: readonly Living[]): UsesTold {
  const lives = new Map(containers.map((each) => [containerKey(each), lifeOfContainer(each)]));
  const kept = [...before].filter(([key, { life }]) => lives.get(key) === life);
  return kept.length === before.size ? before : new Map(kept);
}

function put(uses: UsesTold, container: Living, told: UseTold): UsesTold {
  return new Map(uses).set(containerKey(container), { ...told, life: lifeOfContainer(container) });
}
