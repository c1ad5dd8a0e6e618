import equal from 'fast-deep-equal';
import { namesTold } from '../model/container-ref';
import { containersByKey } from '../model/containers-by-key';
import { knownState } from '../model/known-state';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { byText } from '../model/order';
import type { Snapshot } from '../model/snapshot';
import { compareSandboxes } from './compare-sandboxes';
import {
  DIFFERENCES,
  type Comparison,
  type Different,
  type Fact,
  type SpaceThen,
} from './difference';
import { isOtherRun, isSameSpace, livesIn, type Life, type Membership, type Mention } from './life';

/** What is different at moment `b` from what it was at `a`. Backwards it tells the same, mirrored. */
export function compare(a: Snapshot, b: Snapshot): Comparison {
  const nameOf = namesInBoth(a, b);
  const [then, now] = [livesIn(a, nameOf), livesIn(b, nameOf)];
  const named = (lives: typeof then) => new Set([...lives.values()].map(lastingOf));
  const [namedThen, namedNow] = [named(then), named(now)];

  const different: Different[] = [];
  for (const life of now.values()) {
    const { key, container, name } = life;
    const was = then.get(key);
    const facts =
      was === undefined ? spacesOf(life).map(appearing) : factsOf(was, life, seenBy(a), seenBy(b));
    const difference = was === undefined ? 'appeared' : 'changed';
    const again = was === undefined && namedThen.has(lastingOf(life));
    if (was === undefined || facts.length > 0) {
      different.push({ difference, container, name, again, facts });
    }
  }
  for (const life of then.values()) {
    if (now.has(life.key)) continue;
    const again = namedNow.has(lastingOf(life));
    const facts = spacesOf(life).map(going);
    const { container, name } = life;
    different.push({ difference: 'went', container, name, again, facts });
  }
  different.sort(
    (one, other) =>
      DIFFERENCES.indexOf(one.difference) - DIFFERENCES.indexOf(other.difference) ||
      byText(one.name, other.name),
  );
  const changed = different.filter(({ difference }) => difference !== 'went').length;
  return { different, sandboxes: compareSandboxes(a, b), asBefore: now.size - changed };
}

/** What is called alike at both moments is so in what is said of them. */
function namesInBoth(a: Snapshot, b: Snapshot) {
  const engines = new Map([...a.engines, ...b.engines].map((each) => [each.id, each]));
  const containers = containersByKey([...a.containers, ...b.containers]);
  return namesTold({ engines: [...engines.values()], containers: [...containers.values()] });
}

/** A name is one in its engine alone. */
function lastingOf({ container, lasting }: Life): string {
  return `${container.engine} ${lasting}`;
}

type SpaceFact = Extract<Fact, { is: 'space' }>;

/** Of what came or went, where it is with others. That it has namespaces of its own goes without saying. */
function spacesOf({ spaces }: Life): [NamespaceType, SpaceThen][] {
  return NAMESPACE_TYPES.flatMap((type): [NamespaceType, SpaceThen][] => {
    const space = spaces[type];
    return space?.how === 'shared' ? [[type, told(space)]] : [];
  });
}

function appearing([type, to]: [NamespaceType, SpaceThen]): SpaceFact {
  return { is: 'space', type, from: null, to, isSameNumber: false };
}

function going([type, from]: [NamespaceType, SpaceThen]): SpaceFact {
  return { is: 'space', type, from, to: null, isSameNumber: false };
}

function told({ id, how, others }: Membership): SpaceThen {
  return { id, how, others: others.map(({ name }) => name) };
}

/** How many processes are seen from a container: those of its PID namespace. */
type Seen = (life: Life) => number | null;

function seenBy({ namespaces }: Snapshot): Seen {
  const counts = new Map(namespaces.map(({ id, processes }) => [id, processes]));
  return ({ spaces }) => (spaces.pid === undefined ? null : (counts.get(spaces.pid.id) ?? null));
}

function factsOf(was: Life, is: Life, sawThen: Seen, seesNow: Seen): Fact[] {
  const [from, to] = [knownState(was.container), knownState(is.container)];
  const bothRun = was.isRunning === true && is.isRunning === true;
  const facts: Fact[] = [];
  // A state that was not known is no other one than there was.
  if (from !== to && from !== 'unknown' && to !== 'unknown') facts.push({ is: 'state', from, to });
  if (bothRun && isOtherRun(was, is)) facts.push({ is: 'run' });
  for (const type of bothRun ? NAMESPACE_TYPES : []) {
    facts.push(...spaceFacts(type, was.spaces[type], is.spaces[type]));
  }
  const isOtherCompany = facts.some((each) => each.is === 'company' && each.type === 'pid');
  const [saw, sees] = [sawThen(was), seesNow(is)];
  if (isOtherCompany && saw !== null && sees !== null && saw !== sees) {
    facts.push({ is: 'sees', from: saw, to: sees });
  }
  return facts;
}

function spaceFacts(
  type: NamespaceType,
  was: Membership | undefined,
  is: Membership | undefined,
): Fact[] {
  if (was === undefined && is === undefined) return [];
  if (was !== undefined && is !== undefined && isSameSpace(was, is)) {
    const came = without(is.others, was.others);
    const went = without(was.others, is.others);
    return came.length + went.length === 0 ? [] : [{ is: 'company', type, came, went }];
  }
  const [from, to] = [was, is].map((each) => (each === undefined ? null : told(each)));
  const isSameNumber = was?.id === is?.id;
  return [{ is: 'space', type, from: from ?? null, to: to ?? null, isSameNumber }];
}

function without(all: readonly Mention[], others: readonly Mention[]): string[] {
  return all.filter((each) => !others.some((other) => equal(each, other))).map(({ name }) => name);
}
