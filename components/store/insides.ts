import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Inside } from '@lib/inside/inside';
import type { Insides } from '@lib/inside/insides';
import { namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { ASKED, type Asked } from '@lib/protocol/asked';
import { insides as question, MOST } from '@lib/questions/insides';
import {
  answeredAfter,
  livesOf,
  nextRound,
  stillThere,
  tellTheSame,
  type Entries,
} from '@lib/questions/rounds';
import { sourceOf } from '@lib/view-state/view-state';
import { answerTo, passed, PATIENCE, read, recordedMoment, type Asking } from './asking';
import { useNews } from './news';
import { PAUSE, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** So many questions may follow at once: the server takes no flood. */
const AT_ONCE = 4;

/** When the next question would be put if there was a pause after each, by performance.now(). */
let due = -Infinity;

/** Milliseconds until the next may be put. */
function untilNext(): number {
  return Math.max(0, due - (AT_ONCE - 1) * PAUSE - performance.now());
}

/** What came so far, of all types: another lens and back, and it is there at once. */
let entries: Entries = new Map();

/** The same for who draws it: another one only where something else is told. */
const useTold = create<{ told: Entries }>()(() => ({ told: entries }));

function keep(next: Entries): void {
  entries = next;
  if (!tellTheSame(useTold.getState().told, next)) useTold.setState({ told: next });
}

/** Since when the moment is shown that a recording stands at, by performance.now(). */
let shownSince = -Infinity;

useNsview.subscribe((now, before) => {
  // What was told of a machine, or by a recording, is true of no other.
  if (sourceOf(now.viewState) !== sourceOf(before.viewState)) keep(new Map());
  if (recordedMoment(now) !== recordedMoment(before)) shownSince = performance.now();
});

/** What is known of what namespaces isolate. @param type null: they are of several @param drawn those that are drawn */
export function useInsides(type: NamespaceType | null, drawn: readonly NamespaceId[]): Insides {
  const told = useTold((store) => store.told);
  const lives = useLives(type);
  return useMemo(() => knownOf(drawn, told, lives, type), [drawn, told, lives, type]);
}

/** What one namespace isolates, asked again and again while it is looked at. */
export function useInside(id: NamespaceId): Asked<Inside> {
  const type = namespaceTypeOf(id);
  const wanted = useMemo(() => [id], [id]);
  const insides = useInsides(type, wanted);
  useAsking(type, wanted, insides);
  return insides.get(id) ?? ASKED;
}

/**
 * Asks what those on screen isolate, again and again. While the moment is held, each is asked once at the
 * most.
 *
 * @param insides what is known of them
 * @returns whether something is not known yet, and on its way
 */
export function useAsking(
  type: NamespaceType | null,
  onScreen: readonly NamespaceId[],
  insides: Insides,
): boolean {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const lives = useLives(type);
  const turned = useNews(({ othersRunAt }) => othersRunAt);
  useEffect(() => {
    keep(stillThere(entries, lives, type));
  }, [lives, type]);
  useRepeated(
    onScreen,
    (isHeld) => {
      const now = performance.now();
      const wait = untilNext();
      if (wait > 0) return wait;
      const known = stillThere(entries, lives, type);
      const there = onScreen.filter((id) => lives.has(id));
      const since = isHeld ? shownSince : Math.max(shownSince, useNews.getState().seenAt);
      const round = nextRound(there, known, now, !isHeld, since, turned);
      if (round.now.length === 0) return round.next;
      const { question, taken } = asking(round.now, type);
      return { question, tell: (outcome) => (taken(outcome) === null ? null : 0) };
    },
    'dropped',
    turned,
  );

  const isUnknown = (id: NamespaceId) => lives.has(id) && insides.get(id) === ASKED;
  return isLive && onScreen.some(isUnknown);
}

/** A question about some of a type that is put now, and how its answer is kept. */
function asking(namespaces: readonly NamespaceId[], type: NamespaceType | null): Asking {
  const began = performance.now();
  due = Math.max(due, began) + PAUSE;
  const { snapshot: then, viewState: state } = useNsview.getState();
  const source = sourceOf(state);
  const livesThen = then === null ? new Map<NamespaceId, string>() : livesOf(then, type);
  const about = new Map(
    namespaces.flatMap((id) => {
      const life = livesThen.get(id);
      return life === undefined ? [] : [[id, life] as const];
    }),
  );
  return {
    question: { name: 'insides', namespaces: [...namespaces] },
    taken: (outcome) => {
      const asked = read(outcome, question.answer);
      if (asked === null || asked.is === 'asked') return stopped();
      const cost = { at: began, took: performance.now() - began };
      // Other answers came meanwhile; and what is shown may be another machine by now.
      const { snapshot, viewState } = useNsview.getState();
      if (sourceOf(viewState) === source && snapshot !== null) {
        const lives = livesOf(snapshot, type);
        keep(answeredAfter(stillThere(entries, lives, type), about, asked, lives, cost));
      }
      return asked;
    },
  };
}

function useLives(type: NamespaceType | null): ReadonlyMap<NamespaceId, string> {
  const snapshot = useNsview((store) => store.snapshot);
  return useMemo(
    () => (snapshot === null ? new Map<NamespaceId, string>() : livesOf(snapshot, type)),
    [snapshot, type],
  );
}

/**
 * What all namespaces of a type isolate, for who takes away what is drawn: what was not on screen yet is
 * asked first. What does not come in time is still `asked` then.
 *
 * @param snapshot what is drawn
 * @param tell is told how many are known, of how many, as that grows
 */
export async function insidesOf(
  snapshot: Snapshot,
  type: NamespaceType,
  tell: (known: number, of: number) => void,
): Promise<Insides> {
  const drawn = livesOf(snapshot, type);
  const end = performance.now() + PATIENCE;
  for (;;) {
    // What was told of another moment is not to be taken for this one's.
    const told = new Map([...entries].filter(([, { at }]) => at >= shownSince));
    const known = knownOf([...drawn.keys()], told, drawn, type);
    const missing = [...known].flatMap(([id, { is }]) => (is === 'asked' ? [id] : []));
    tell(drawn.size - missing.length, drawn.size);
    const next = missing.filter((id) => isThere(id, type, drawn)).slice(0, MOST);
    const left = end - performance.now();
    const { connection } = useNsview.getState();
    if (next.length === 0 || left <= 0 || connection !== 'live') return known;
    await passed(untilNext());
    const { question: put, taken } = asking(next, type);
    const outcome = await answerTo(put, end - performance.now());
    if (outcome !== null) taken(outcome);
  }
}

/** Is it still the one that is drawn? Of one that has gone nothing can be told any more. */
function isThere(
  id: NamespaceId,
  type: NamespaceType,
  drawn: ReadonlyMap<NamespaceId, string>,
): boolean {
  const { snapshot } = useNsview.getState();
  return snapshot !== null && livesOf(snapshot, type).get(id) === drawn.get(id);
}

function knownOf(
  drawn: readonly NamespaceId[],
  told: Entries,
  lives: ReadonlyMap<NamespaceId, string>,
  type: NamespaceType | null,
): Insides {
  const known = stillThere(told, lives, type);
  return new Map(drawn.map((id) => [id, known.get(id)?.asked ?? ASKED]));
}
