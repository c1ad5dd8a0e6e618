import { useEffect, useEffectEvent, useMemo } from 'react';
import { create } from 'zustand';
import {
  imagesAfter,
  NO_LAYERS_TOLD,
  writtenAfter,
  type LayersTold,
} from '@lib/images/layers-told';
import type { Container } from '@lib/model/container';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import { images } from '@lib/questions/images';
import { roundOf } from '@lib/questions/rounds';
import { written } from '@lib/questions/written';
import { ask, read, recordedMoment } from './asking';
import { incompatible } from './connection';
import { useNsview } from './store';

/** Milliseconds until images are asked about again. */
const EVERY = 10_000;
/** The same of what was written: an engine looks at every file for it. */
const EVERY_WRITTEN = 30_000;
/** Milliseconds between two questions at the least. */
const PAUSE = 100;

/** What came so far: another lens and back, and it is there at once. */
const useTold = create<LayersTold>()(() => NO_LAYERS_TOLD);

/** When what each container has written came, by performance.now(), and what its answer took. */
let times: ReadonlyMap<ContainerKey, { at: number; took: number }> = new Map();

/** Since when the moment is shown that a recording stands at, by performance.now(). */
let shownSince = -Infinity;

useNsview.subscribe((now, before) => {
  // What was told of a machine, or by a recording, is true of no other.
  if (now.viewState.recording !== before.viewState.recording) {
    times = new Map();
    useTold.setState(NO_LAYERS_TOLD);
  }
  if (recordedMoment(now) !== recordedMoment(before)) shownSince = performance.now();
});

/** What is known now, for who takes away what is seen. */
export function layersNow(): LayersTold {
  return useTold.getState();
}

/**
 * What is known of the images that containers run from and of what these have written, asked again and
 * again while one looks. While the moment is held, each is asked once.
 *
 * @param containers those on screen; none: nothing is asked
 */
export function useLayers(containers: readonly Container[]): LayersTold {
  const told = useTold();
  const byKey = useMemo(
    () => new Map(containers.flatMap((each) => (each.pid > 0 ? [[containerKey(each), each]] : []))),
    [containers],
  );
  const keys = [...byKey.keys()];
  useRepeated(keys, (isHeld) => ({
    question: { name: 'images' },
    tell: (outcome) => {
      const asked = read(outcome, images.answer);
      if (asked === null || asked.is === 'asked') return incompatible();
      useTold.setState(({ images: before }) => ({ images: imagesAfter(before, asked) }));
    },
    rest: isHeld ? null : EVERY,
  }));
  useRepeated(keys, (isHeld) => {
    const began = performance.now();
    const pace = { again: !isHeld, since: shownSince, everyOf: () => EVERY_WRITTEN };
    const { now: asking, next } = roundOf(keys, times, began, pace);
    if (asking.length === 0) return next;
    return {
      question: { name: 'written', containers: asking.map((key) => byKey.get(key)?.id) },
      tell: (outcome) => {
        const asked = read(outcome, written.answer);
        if (asked === null || asked.is === 'asked') return incompatible();
        const rows =
          asked.is === 'answered' ? { is: asked.is, answer: asked.answer.written } : asked;
        const at = performance.now();
        const took = (at - began) / asking.length;
        times = new Map([...times, ...asking.map((key) => [key, { at, took }] as const)]);
        useTold.setState(({ written: before }) => ({
          written: writtenAfter(before, asking, rows),
        }));
      },
      rest: PAUSE,
    };
  });
  return told;
}

/** What is asked next, and how many milliseconds after its answer something is again; or until then. Null: never. */
type Next =
  | { question: AskedQuestion; tell: (outcome: Outcome) => void; rest: number | null }
  | number
  | null;

/** Asks one thing after another, as long as there is somebody to ask about. */
function useRepeated(keys: readonly ContainerKey[], next: (isHeld: boolean) => Next): void {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const moment = useNsview(recordedMoment);
  const recording = useNsview(({ viewState }) => viewState.recording);
  const wanted = keys.join(' ');
  const nextNow = useEffectEvent(() => next(isHeld));
  useEffect(() => {
    if (!isLive || wanted === '') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: () => void = () => undefined;
    const later = (milliseconds: number) => {
      timer = setTimeout(again, milliseconds);
    };
    const again = () => {
      const each = nextNow();
      if (each === null) return;
      if (typeof each === 'number') return later(each);
      forget = ask(each.question, (outcome) => {
        // What is shown may be another machine by now.
        if (useNsview.getState().viewState.recording !== recording) return;
        each.tell(outcome);
        if (each.rest !== null) later(each.rest);
      });
    };
    again();
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [isLive, isHeld, moment, recording, wanted]);
}
