import type { Container } from '../model/container';
import { type ContainerKey, containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';

/**
 * The container with this name or id (a prefix of 12 digits does), running ones first. `NAME@ENGINE`: of
 * that engine, by its kind or its id. No name has an `@` in it.
 */
export function findContainer(snapshot: Snapshot, ref: string): Container | null {
  const [name = '', ...engine] = ref.split('@');
  const named = snapshot.containers.filter(
    (container) =>
      container.name === name &&
      (engine.length === 0 || isNamed(snapshot, container.engine, engine.join('@'))),
  );
  return (
    meantOf(named) ??
    snapshot.containers.find((container) => ref.length >= 12 && container.id.startsWith(ref)) ??
    null
  );
}

/** Which of those that a name may mean it does mean. */
function meantOf(named: readonly Container[]): Container | null {
  return named.find((container) => container.pid > 0) ?? named[0] ?? null;
}

/**
 * How a link names a container: by name; by name and engine where two engines have one of that name;
 * by 12 digits of its id where the name means another.
 */
export function refOf(snapshot: Snapshot, container: Container): string {
  const namesakes = snapshot.containers.filter(({ name }) => name === container.name);
  return refAmong(namesakes, snapshot, container);
}

/** {@link refOf} for each container at once, in one go. */
export function refsOf(snapshot: Snapshot): ReadonlyMap<ContainerKey, string> {
  const byName = new Map<string, Container[]>();
  for (const container of snapshot.containers) {
    const namesakes = byName.get(container.name);
    if (namesakes === undefined) byName.set(container.name, [container]);
    else namesakes.push(container);
  }
  return new Map(
    snapshot.containers.map((container) => {
      const namesakes = byName.get(container.name) ?? [];
      return [containerKey(container), refAmong(namesakes, snapshot, container)];
    }),
  );
}

/** @param namesakes all of its name, itself as well */
function refAmong(
  namesakes: readonly Container[],
  snapshot: Snapshot,
  container: Container,
): string {
  const { name, engine } = container;
  const word = engineWord(snapshot, engine);
  const elsewhere = namesakes.some((each) => each.engine !== engine);
  const named = elsewhere
    ? namesakes.filter((each) => isNamed(snapshot, each.engine, word))
    : namesakes;
  // What follows an @ is taken for an engine.
  if (name.includes('@') || meantOf(named) !== container) return container.id.slice(0, 12);
  return elsewhere ? `${name}@${word}` : name;
}

/** The shortest that names an engine among those of a machine: its kind, or its id among its like. */
function engineWord({ engines }: Snapshot, id: string): string {
  const kind = engines.find((each) => each.id === id)?.kind;
  return kind !== undefined && engines.filter((each) => each.kind === kind).length === 1
    ? kind
    : id;
}

/** Of which engine a container is, where there are several; null where there is nothing to be told. */
export function engineSaid(snapshot: Snapshot, { engine }: Container): string | null {
  return snapshot.engines.length > 1 ? engineWord(snapshot, engine) : null;
}

function isNamed(snapshot: Snapshot, id: string, word: string): boolean {
  return id === word || engineWord(snapshot, id) === word;
}
