import { useEffect, useEffectEvent, useMemo } from 'react';
import { create } from 'zustand';
import type { Inside } from '@lib/inside/inside';
import type { Insides } from '@lib/inside/insides';
import { namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { ASKED, type Asked } from '@lib/protocol/asked';
import { insides as question } from '@lib/questions/insides';
import {
  answeredAfter,
  livesOf,
  nextRound,
  stillThere,
  tellTheSame,
  type Entries,
} from '@lib/questions/rounds';
import { ask, read, recordedMoment } from './asking';
import { incompatible } from './connection';
import { useNsview } from './store';

/** Milliseconds between two questions at the least: the server takes no flood. */
const PAUSE = 100;

/** When the last one was put, by performance.now(). */
let lastAsked = -Infinity;

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
  if (now.viewState.recording !== before.viewState.recording) keep(new Map());
  if (recordedMoment(now) !== recordedMoment(before)) shownSince = performance.now();
});

/** What is known of what the namespaces of a type isolate. @param drawn those that are drawn */
export function useInsides(type: NamespaceType, drawn: readonly NamespaceId[]): Insides {
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
  type: NamespaceType,
  onScreen: readonly NamespaceId[],
  insides: Insides,
): boolean {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const moment = useNsview(recordedMoment);
  const wanted = onScreen.join(' ');
  const lives = useLives(type);
  useEffect(() => {
    keep(stillThere(entries, lives, type));
  }, [lives, type]);

  const next = useEffectEvent((told: () => void): (() => void) => {
    const began = performance.now();
    if (began < lastAsked + PAUSE) return after(lastAsked + PAUSE - began, told);
    const known = stillThere(entries, lives, type);
    const there = onScreen.filter((id) => lives.has(id));
    const { now: namespaces, next: rest } = nextRound(there, known, began, !isHeld, shownSince);
    if (namespaces.length > 0) {
      lastAsked = began;
      const { recording } = useNsview.getState().viewState;
      return ask({ name: 'insides', namespaces }, (outcome) => {
        const asked = read(outcome, question.answer);
        if (asked === null || asked.is === 'asked') return incompatible();
        const at = performance.now();
        const cost = { at, took: at - began };
        // Other answers came meanwhile; and what is shown may be another machine by now.
        const same = useNsview.getState().viewState.recording === recording;
        if (same)
          keep(answeredAfter(stillThere(entries, lives, type), namespaces, asked, lives, cost));
        told();
      });
    }
    return rest === null ? () => undefined : after(rest, told);
  });
  useEffect(() => {
    if (!isLive || wanted === '') return;
    let stop: () => void = () => undefined;
    const again = () => {
      stop = next(again);
    };
    again();
    return () => stop();
  }, [isLive, isHeld, moment, wanted]);

  const isUnknown = (id: NamespaceId) => lives.has(id) && insides.get(id) === ASKED;
  return isLive && onScreen.some(isUnknown);
}

function useLives(type: NamespaceType): ReadonlyMap<NamespaceId, string> {
  const snapshot = useNsview((store) => store.snapshot);
  return useMemo(
    () => (snapshot === null ? new Map<NamespaceId, string>() : livesOf(snapshot, type)),
    [snapshot, type],
  );
}

/** @returns how to have it not happen */
function after(milliseconds: number, happens: () => void): () => void {
  const timer = setTimeout(happens, milliseconds);
  return () => clearTimeout(timer);
}

/** What is known now of a type, for who takes away what is seen. */
export function insidesNow(type: NamespaceType): Insides {
  const { snapshot } = useNsview.getState();
  if (snapshot === null) return new Map();
  const lives = livesOf(snapshot, type);
  // What was told of another moment is not to be taken for this one's.
  const of = new Map([...entries].filter(([, { at }]) => at >= shownSince));
  return knownOf([...lives.keys()], of, lives, type);
}

function knownOf(
  drawn: readonly NamespaceId[],
  told: Entries,
  lives: ReadonlyMap<NamespaceId, string>,
  type: NamespaceType,
): Insides {
  const known = stillThere(told, lives, type);
  return new Map(drawn.map((id) => [id, known.get(id)?.asked ?? ASKED]));
}
