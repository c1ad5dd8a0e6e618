import { isStopped } from './is-stopped';
import type { Container } from './container';
import { type ContainerKey, containerKey } from './ids';
import { podOf } from './project';
import type { Snapshot } from './snapshot';

/** Those among which a container has its name. */
type Named = Pick<Snapshot, 'containers' | 'engines'>;

/** An id of 64 digits, as engines give them; what containerd has by any name is told after its namespace and a `/`. */
const DIGITS = /^[^/]{64}$/;

/** As much of an id as tells it from others: 12 of 64 digits, and the whole of one that is a name. */
export function shortContainerId(id: string): string {
  return DIGITS.test(id) ? id.slice(0, 12) : id;
}

/**
 * The container with this name or id (of one of 64 digits a prefix of 12 does), running ones first. `POD/NAME`: of that
 * pod, where POD is `namespace/pod`; `NAME@ENGINE`, `ID@ENGINE`: of that engine, by its kind or its id. No name
 * has an `@` in it.
 */
export function findContainer(snapshot: Named, ref: string): Container | null {
  const [called = '', ...engine] = ref.split('@');
  const ofEngine = snapshot.containers.filter(
    (container) =>
      engine.length === 0 || isNamedEngine(snapshot, container.engine, engine.join('@')),
  );
  const named = ofEngine.filter(
    (container) => container.name === called || nameInPod(container) === called,
  );
  return (
    meantOf(named) ??
    ofEngine.find(({ id }) => id === called) ??
    snapshot.containers.find(({ id }) => id === ref) ??
    ofEngine.find(({ id }) => called.length >= 12 && DIGITS.test(id) && id.startsWith(called)) ??
    null
  );
}

/** Which of those that a name may mean it does mean. */
function meantOf(named: readonly Container[]): Container | null {
  return named.find((container) => !isStopped(container)) ?? named[0] ?? null;
}

/**
 * How a link names a container: by name; where others have that name, by its pod as well, or its engine, or
 * both; by its id, of 64 digits 12, where all of these mean another.
 */
export function refOf(snapshot: Named, container: Container): string {
  return refIn(calledAmong(snapshot, namesakesOf(snapshot, container)), container);
}

/** {@link refOf} for each container at once, in one go. */
export function refsOf(snapshot: Named): ReadonlyMap<ContainerKey, string> {
  const called = calledAmong(snapshot, snapshot.containers);
  return new Map(
    snapshot.containers.map((container) => [containerKey(container), refIn(called, container)]),
  );
}

/**
 * What a container is called where its name stands alone: as a link names it, but never by its id, and of a
 * pause container that it is one. One that is gone is told from those that are there.
 */
export function nameTold(snapshot: Named, container: Container): string {
  return toldIn(calledAmong(snapshot, namesakesOf(snapshot, container)), container);
}

/** {@link nameTold} for any number of containers, in one go. */
export function namesTold(snapshot: Named): NameOf {
  const called = calledAmong(snapshot, snapshot.containers);
  return (container) =>
    called.has(containerKey(container)) ? toldIn(called, container) : nameTold(snapshot, container);
}

/** What a container is called, as {@link nameTold} has it. */
export type NameOf = (container: Container) => string;

/** A way to call a container, and whether it means that one and no other of the name. */
interface Called {
  way: string;
  isIt: boolean;
}

function refIn(called: ReadonlyMap<ContainerKey, Called>, container: Container): string {
  const { way, isIt } = called.get(containerKey(container)) ?? { way: '', isIt: false };
  return isIt ? way : shortContainerId(container.id);
}

function toldIn(called: ReadonlyMap<ContainerKey, Called>, container: Container): string {
  const way = called.get(containerKey(container))?.way ?? container.name;
  return container.role === 'pause' ? `${way} (pause)` : way;
}

/** Those that have its name, and itself where it is there no more. */
function namesakesOf({ containers }: Named, container: Container): Container[] {
  const key = containerKey(container);
  const named = containers.filter(({ name }) => name === container.name);
  const at = named.findIndex((each) => containerKey(each) === key);
  return at === -1 ? [...named, container] : named.with(at, container);
}

/** @param among all that have the name of any of these */
function calledAmong(
  snapshot: Named,
  among: readonly Container[],
): ReadonlyMap<ContainerKey, Called> {
  const words = new Map(snapshot.engines.map(({ id }) => [id, engineWord(snapshot, id)]));
  const ways = new Map(
    among.map((each) => [each, waysToCall(each, words.get(each.engine) ?? each.engine)]),
  );
  const called = new Map<string, Container[]>();
  for (const [container, itsWays] of ways) {
    for (const way of itsWays) {
      const others = called.get(way);
      if (others === undefined) called.set(way, [container]);
      else others.push(container);
    }
  }
  return new Map(
    [...ways].map(([container, itsWays]) => {
      const sets = itsWays.map((way) => called.get(way) ?? []);
      // The shortest that calls as few as the longest does: most often nobody else.
      const at = sets.findIndex(({ length }) => length === sets.at(-1)?.length);
      // What follows an @ is taken for an engine.
      const isIt = !container.name.includes('@') && meantOf(sets[at] ?? []) === container;
      return [containerKey(container), { way: itsWays[at] ?? container.name, isIt }];
    }),
  );
}

/** The shortest first. @param word the engine's */
function waysToCall(container: Container, word: string): string[] {
  const inPod = nameInPod(container);
  const names = inPod === null ? [container.name] : [container.name, inPod];
  return [...names, ...names.map((name) => `${name}@${word}`)];
}

/**
 * What it goes by in its engine for as long as it may be made again: its name, in a pod after that's. One of
 * another pod is another, whatever its name.
 */
export function lastingName(container: Pick<Container, 'name' | 'labels' | 'pod'>): string {
  return nameInPod(container) ?? container.name;
}

/** `shop/till-0/till`: it with its pod; null where it is in none. */
export function nameInPod(container: Pick<Container, 'name' | 'labels' | 'pod'>): string | null {
  const pod = podOf(container);
  return pod === null ? null : `${pod}/${container.name}`;
}

/** The shortest that names an engine among those of a machine: its kind, or its id among its like. */
export function engineWord({ engines }: Pick<Snapshot, 'engines'>, id: string): string {
  const kind = engines.find((each) => each.id === id)?.kind;
  return kind !== undefined && engines.filter((each) => each.kind === kind).length === 1
    ? kind
    : id;
}

/** Of which engine a container is, where there are several; null where there is nothing to be told. */
export function engineSaid(
  snapshot: Pick<Snapshot, 'engines'>,
  { engine }: Container,
): string | null {
  return snapshot.engines.length > 1 ? engineWord(snapshot, engine) : null;
}

/** Is an engine of this id meant by this word: by its id, or by its kind where it alone has that? */
export function isNamedEngine(
  snapshot: Pick<Snapshot, 'engines'>,
  id: string,
  word: string,
): boolean {
  return id === word || engineWord(snapshot, id) === word;
}
