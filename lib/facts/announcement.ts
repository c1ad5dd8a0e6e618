import type { Messages } from '../i18n/messages';
import type { Container } from '../model/container';
import { ENGINE_NAMES } from '../model/engine-name';
import type { Engine } from '../model/host';
import { type NamespaceId, containerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { byStart } from '../model/container-order';
import { nameTold } from '../model/container-ref';
import { containersByKey } from '../model/containers-by-key';
import { runs } from '../model/runs';

/** Of one kind, so many are named; more are counted. */
const NAMED_AT_MOST = 3;

type Change = keyof Messages['announcements']['changed'];
/** The order in which it is told. */
const CHANGES: readonly Change[] = ['started', 'restarted', 'created', 'stopped', 'removed'];

/** Containers that are in namespaces of others since a moment ago. */
interface Joining {
  who: Container;
  whom: readonly Container[];
  types: readonly NamespaceType[];
}

/**
 * What came about between two snapshots of one machine, in sentences to be heard: engines lost and
 * back, containers that came, went and joined the namespaces of others. Few are named, many counted.
 * Nothing of a machine that is another one.
 */
export function announcement(before: Snapshot, after: Snapshot, messages: Messages): string[] {
  const sameMachine =
    before.bootId === after.bootId && before.host.hostname === after.host.hostname;
  if (!sameMachine) return [];
  const { announcements: words } = messages;
  const changes = changesOf(before, after);
  const changed = CHANGES.flatMap((change) => {
    const names = changes[change]
      .toSorted(byStart)
      .map((each) => nameTold(change === 'removed' ? before : after, each));
    if (names.length === 0) return [];
    return names.length > NAMED_AT_MOST
      ? [words.many[change](names.length)]
      : [words.changed[change](names)];
  });
  const joinings = joiningsOf(before, after);
  const joiners = new Set(joinings.map(({ who }) => who.id)).size;
  const joined =
    joinings.length > NAMED_AT_MOST
      ? [words.manyJoined(joiners)]
      : joinings.map(({ who, whom, types }) =>
          words.joined(
            nameTold(after, who),
            types,
            whom.map((each) => nameTold(after, each)),
          ),
        );
  return [...enginesChanged(before, after, words), ...changed, ...joined];
}

/** Only between an engine that answers and one that does not. */
function enginesChanged(
  before: Snapshot,
  after: Snapshot,
  words: Messages['announcements'],
): string[] {
  return after.engines.flatMap((engine) => {
    const known = before.engines.find(({ id }) => id === engine.id);
    if (known === undefined || answers(known) === answers(engine)) return [];
    const kind = ENGINE_NAMES[engine.kind];
    return [answers(engine) ? words.engineBack(kind) : words.engineLost(kind)];
  });
}

function answers({ state }: Engine): boolean {
  return state === 'connected';
}

function changesOf(before: Snapshot, after: Snapshot): Record<Change, Container[]> {
  const known = containersByKey(before.containers);
  const there = containersByKey(after.containers);
  const changes: Record<Change, Container[]> = {
    started: [],
    restarted: [],
    created: [],
    stopped: [],
    removed: before.containers.filter((each) => !there.has(containerKey(each))),
  };
  for (const container of after.containers) {
    const change = changeOf(known.get(containerKey(container)), container);
    if (change !== null) changes[change].push(container);
  }
  return changes;
}

function changeOf(before: Container | undefined, after: Container): Change | null {
  const isRunning = runs(after);
  if (isRunning === null) return null;
  if (before === undefined) return isRunning ? 'started' : 'created';
  const ran = runs(before);
  if (ran === null) return null;
  if (ran !== isRunning) return isRunning ? 'started' : 'stopped';
  // What is told of it for the first time is not another one.
  const bothTold = before.pid > 0 && after.pid > 0;
  return bothTold && before.pid !== after.pid && before.startedAt !== after.startedAt
    ? 'restarted'
    : null;
}

/** Who is in a namespace since now in which an earlier one is: of newcomers the earliest joins nobody. */
function joiningsOf(before: Snapshot, after: Snapshot): Joining[] {
  const wasIn = containersByKey(before.containers);
  const lifetimes = (snapshot: Snapshot) =>
    new Map(snapshot.namespaces.map(({ id, lifetime }) => [id, lifetime]));
  const [lifetimesBefore, lifetimesAfter] = [lifetimes(before), lifetimes(after)];
  const isAnother = (id: NamespaceId) => lifetimesBefore.get(id) !== lifetimesAfter.get(id);
  const members = new Map<NamespaceId, { type: NamespaceType; containers: Container[] }>();
  for (const container of after.containers.toSorted(byStart)) {
    for (const type of NAMESPACE_TYPES) {
      const id = container.namespaces[type];
      if (id === null || container.sharing[type] !== 'shared') continue;
      const there = members.get(id);
      if (there === undefined) members.set(id, { type, containers: [container] });
      else there.containers.push(container);
    }
  }
  const joinings = new Map<string, Joining>();
  for (const [id, { type, containers }] of members) {
    containers.forEach((who, index) => {
      const whom = containers.slice(0, index);
      const wasThere = wasIn.get(containerKey(who))?.namespaces[type] === id && !isAnother(id);
      if (whom.length === 0 || wasThere) return;
      const key = [who, ...whom].map(containerKey).join();
      const types = [...(joinings.get(key)?.types ?? []), type];
      joinings.set(key, { who, whom, types });
    });
  }
  return [...joinings.values()];
}
