import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { byText } from '../model/order';
import type { Snapshot } from '../model/snapshot';
import { HAPPENINGS, type Happening, type TimelineEvent } from './event';
import { isOtherRun, isSameSpace, livesIn, type Life, type Membership } from './life';

/** The last namespace of each type in which a container of a name was seen. */
type Spaces = Partial<Record<NamespaceType, Membership>>;

/** What is remembered of a name. */
interface Known {
  spaces: Spaces;
  /** Until when there was a container of it, in milliseconds since the start. */
  until: number;
}

/**
 * Tells what happened, from one moment to the next. Which namespace something is in goes by its lifetime, and what
 * was before by the container's name: one that is made again is in another place than the one before it.
 */
export class EventTeller {
  #lives: ReadonlyMap<string, Life>;
  /** Names that there were, and where their containers were seen last. */
  readonly #known = new Map<string, Known>();

  /** @param first what is there at the beginning did not happen @param at milliseconds since the start */
  constructor(first: Snapshot, at = 0) {
    this.#lives = livesIn(first);
    this.#remember(at);
  }

  /** How many names are remembered. */
  get names(): number {
    return this.#known.size;
  }

  /** Of what was over before a moment nothing is remembered any more. */
  forget(before: number): void {
    const living = new Set([...this.#lives.values()].map(lastingOf));
    for (const [name, { until }] of this.#known) {
      if (until < before && !living.has(name)) this.#known.delete(name);
    }
  }

  /** @param at milliseconds since the start @param now the moment after the last one that was told */
  tell(at: number, now: Snapshot): TimelineEvent[] {
    // What is there no more was there until now.
    this.#remember(at);
    const before = this.#lives;
    this.#lives = new Map(
      [...livesIn(now)].map(([key, life]) => [key, since(before.get(key), life)]),
    );
    const events: TimelineEvent[] = [];
    const happened = (life: Life, what: Happening, more: Partial<TimelineEvent> = {}) => {
      const container = { key: life.key, name: life.name };
      events.push({ at, what, container, types: [], others: [], ...more });
    };
    for (const [key, life] of before) if (!this.#lives.has(key)) happened(life, 'removed');
    for (const [key, life] of this.#lives) {
      const then = before.get(key);
      const known = this.#known.get(lastingOf(life));
      if (then === undefined) happened(life, known === undefined ? 'created' : 'recreated');
      const isNew = then === undefined || then.isRunning === false || isOtherRun(then, life);
      if (life.isRunning === true && isNew) happened(life, 'started');
      if (then?.isRunning === true && life.isRunning === false) happened(life, 'stopped');
      for (const moved of movesOf(life, known?.spaces ?? {})) happened(life, moved.what, moved);
    }
    this.#remember(at);
    return events.sort(
      (one, other) =>
        byText(one.container.name, other.container.name) ||
        HAPPENINGS.indexOf(one.what) - HAPPENINGS.indexOf(other.what),
    );
  }

  #remember(until: number): void {
    for (const life of this.#lives.values()) {
      const name = lastingOf(life);
      const spaces = { ...this.#known.get(name)?.spaces, ...life.spaces };
      this.#known.set(name, { spaces, until });
    }
  }
}

/** What happens to one of which it is not known whether it runs is told when that is. */
function since(then: Life | undefined, life: Life): Life {
  if (then === undefined || life.isRunning !== null) return life;
  return { ...life, isRunning: then.isRunning, run: then.run };
}

type Move = Pick<TimelineEvent, 'what' | 'types' | 'others'>;

/** Where it is now that it was not in before: what it left, what it joined, and what only looks the same. */
function movesOf(life: Life, known: Spaces): Move[] {
  const moves = new Map<string, Move>();
  const moved = (what: Happening, type: NamespaceType, others: readonly string[]) => {
    const key = JSON.stringify([what, others]);
    const types = [...(moves.get(key)?.types ?? []), type];
    moves.set(key, { what, types, others: [...others] });
  };
  for (const type of NAMESPACE_TYPES) {
    const [then, now] = [known[type], life.spaces[type]];
    if (now === undefined) continue;
    const isSame = then !== undefined && isSameSpace(then, now);
    const joined = now.others.slice(0, now.earlier).map(({ name }) => name);
    const wasWith = then?.others.map(({ name }) => name) ?? [];
    if (!isSame && then?.id === now.id) moved('renewed', type, []);
    if (!isSame && then?.how === 'host') moved('left', type, []);
    if (!isSame && wasWith.length > 0) moved('left', type, wasWith);
    if (!isSame && then !== undefined && now.how === 'host') moved('joined', type, []);
    if (joined.length > 0 && (!isSame || then.earlier === 0)) moved('joined', type, joined);
  }
  return [...moves.values()];
}

/** A name is one in its engine alone. */
function lastingOf({ container, lasting }: Life): string {
  return JSON.stringify([container.engine, lasting]);
}
