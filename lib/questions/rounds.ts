import equal from 'fast-deep-equal';
import type { Inside } from '../inside/inside';
import { namespaceTypeOf, type NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import type { Asked } from '../protocol/asked';
import { MOST, type InsidesAnswer } from './insides';

/*
 * Asking about many namespaces again and again, for who draws them all: several in one question, each after
 * a while again, and never so often that asking takes more than a small share of the time.
 */

/** What came, and what it took. Times are in milliseconds, by a clock that only runs forward. */
export interface Entry {
  /** Which namespace it is of: another one may get its number. */
  life: string;
  asked: Asked<Inside>;
  /** When it was asked. */
  at: number;
  took: number;
}

export type Entries = ReadonlyMap<NamespaceId, Entry>;

/** Milliseconds until one is asked again, at the least: devices come and go, the rest hardly changes. */
const EVERY = 10_000;
const EVERY_NET = 2000;
/** Asking again takes no more than so much of the time. */
const SHARE = 0.05;

/** What is asked for again, and how often: by key. */
interface Pace<Key extends string> {
  /** False: nothing that is known is asked once more. */
  again: boolean;
  /** What is known for longer is of another moment: it is as if it were not known. */
  since: number;
  /** What is known for longer may be another by now: it need not be known for so long as else. */
  turned?: number;
  /** Milliseconds until one is asked again, at the least. */
  everyOf: (key: Key) => number;
}

/** What to ask now; where that is nothing, in how many milliseconds there will be something: null, never. */
export interface Round<Key extends string = NamespaceId> {
  now: readonly Key[];
  next: number | null;
}

/**
 * What is to be asked next: first what is not known at all, in the order that was given; then what is known
 * for longest.
 *
 * @param wanted those on screen
 * @param again false: nothing that is known is asked once more
 * @param since what is known for longer is of another moment: it is as if it were not known
 * @param turned what is known for longer may be another by now: it is asked as soon as that takes not too much of the time
 */
export function nextRound(
  wanted: readonly NamespaceId[],
  entries: Entries,
  now: number,
  again: boolean,
  since = -Infinity,
  turned = -Infinity,
): Round {
  return roundOf(wanted, entries, now, { again, since, turned, everyOf });
}

/** The same of anything that goes by a key. @param entries when each came, and what it took */
export function roundOf<Key extends string>(
  wanted: readonly Key[],
  entries: ReadonlyMap<Key, Pick<Entry, 'at' | 'took'>>,
  now: number,
  { again, since, turned = -Infinity, everyOf: every }: Pace<Key>,
): Round<Key> {
  const unknown = wanted.filter(
    (id) => (entries.get(id)?.at ?? -Infinity) < since || !entries.has(id),
  );
  if (unknown.length > 0) return { now: unknown.slice(0, MOST), next: null };
  if (!again) return { now: [], next: null };
  const all = wanted.reduce((sum, id) => sum + (entries.get(id)?.took ?? 0), 0) / SHARE;
  const due = wanted
    .map((id) => {
      const at = entries.get(id)?.at ?? 0;
      return { id, at: at + (at < turned ? all : Math.max(every(id), all)) };
    })
    .sort((a, b) => a.at - b.at);
  const late = due.filter(({ at }) => at <= now).slice(0, MOST);
  const [first] = due;
  return {
    now: late.map(({ id }) => id),
    next: late.length > 0 || first === undefined ? null : first.at - now,
  };
}

function everyOf(id: NamespaceId): number {
  return namespaceTypeOf(id) === 'net' ? EVERY_NET : EVERY;
}

/**
 * Which namespaces there are, each with what tells it from others that had or will have its number. What a mount
 * namespace isolates is another matter once a container runs in it: until then it has the mounts of the host.
 *
 * @param type null: of all types
 */
export function livesOf(
  { bootId, namespaces, containers }: Snapshot,
  type: NamespaceType | null,
): ReadonlyMap<NamespaceId, string> {
  const leaders = new Map<NamespaceId, number[]>();
  for (const { pid, namespaces: its } of containers) {
    if (pid !== null && its.mnt !== null)
      leaders.set(
        its.mnt,
        [...(leaders.get(its.mnt) ?? []), pid].sort((a, b) => a - b),
      );
  }
  return new Map(
    namespaces
      .filter((each) => type === null || each.type === type)
      .map(({ id, lifetime }) => [id, `${bootId} ${lifetime} ${leaders.get(id)?.join() ?? ''}`]),
  );
}

/** Without the answers about those of a type (null: of all) that are gone; the very same where none is. */
export function stillThere(
  entries: Entries,
  lives: ReadonlyMap<NamespaceId, string>,
  type: NamespaceType | null,
): Entries {
  const isOther = (id: NamespaceId) => type !== null && namespaceTypeOf(id) !== type;
  const kept = [...entries].filter(([id, { life }]) => isOther(id) || lives.get(id) === life);
  return kept.length === entries.size ? entries : new Map(kept);
}

/**
 * What is known after an answer about several. What tells the same as before stays the very same, so that
 * it is not drawn again.
 *
 * @param about the lives of those that it was asked about: of one whose number is another's by now nothing is kept
 * @param lives those of now
 */
export function answeredAfter(
  before: Entries,
  about: ReadonlyMap<NamespaceId, string>,
  asked: Exclude<Asked<InsidesAnswer>, { is: 'asked' }>,
  lives: ReadonlyMap<NamespaceId, string>,
  { at, took }: { at: number; took: number },
): Entries {
  // Others ask as well: it is still not known, and asked for again.
  if (asked.is === 'refused' && asked.code === 'busy') return before;
  const after = new Map(before);
  const told = new Map(
    asked.is === 'answered'
      ? asked.answer.told.map((each) => [each.namespace, outcomeOf(each)])
      : [...about.keys()].map((id) => [id, asked]),
  );
  for (const [id, life] of about) {
    const [now, known] = [told.get(id), before.get(id)];
    if (lives.get(id) !== life || now === undefined) continue;
    const same = known?.life === life && equal(known.asked, now);
    const each = { life, at, took: took / about.size };
    after.set(id, { ...each, asked: same ? known.asked : now });
  }
  return after;
}

/** Is all that is told of namespaces the very same? When it was told does not count. */
export function tellTheSame(one: Entries, other: Entries): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([id, { life, asked }]) => {
    const beside = other.get(id);
    return beside?.life === life && beside.asked === asked;
  });
}

function outcomeOf(told: InsidesAnswer['told'][number]): Asked<Inside> {
  if ('inside' in told) return { is: 'answered', answer: told.inside };
  return { is: 'refused', code: told.refused.code };
}
