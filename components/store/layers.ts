import { useMemo } from 'react';
import { create } from 'zustand';
import {
  imagesAfter,
  isBusy,
  NO_LAYERS_TOLD,
  withoutGone,
  writtenAfter,
  type LayersTold,
} from '@lib/images/layers-told';
import type { Container } from '@lib/model/container';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import { images } from '@lib/questions/images';
import { roundOf } from '@lib/questions/rounds';
import { written } from '@lib/questions/written';
import { read, recordedMoment } from './asking';
import { PAUSE, PAUSE_BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** Milliseconds until images are asked about again. */
const EVERY = 10_000;
/** The same of what was written: an engine looks at every file for it. */
const EVERY_WRITTEN = 30_000;

/** What came so far: another lens and back, and it is there at once. */
const useTold = create<LayersTold>()(() => NO_LAYERS_TOLD);

/** Another one only where something else is told: it is drawn again for it. */
function keep(change: (told: LayersTold) => Partial<LayersTold>): void {
  useTold.setState((before) => {
    const now = { ...before, ...change(before) };
    return now.images === before.images && now.written === before.written ? before : now;
  });
}

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
  if (now.snapshot !== before.snapshot && now.snapshot !== null) {
    const { containers } = now.snapshot;
    times = withoutGone(times, containers);
    keep(({ written }) => ({ written: withoutGone(written, containers) }));
  }
  if (recordedMoment(now) !== recordedMoment(before)) shownSince = performance.now();
});

/** What is known now, for who takes away what is seen. */
export function layersNow(): LayersTold {
  return useTold.getState();
}

/** The same for who draws it. */
export function useToldLayers(): LayersTold {
  return useTold();
}

/**
 * Asks again and again about the images that containers run from and about what these have written. While
 * the moment is held, each is asked once.
 *
 * @param containers those on screen; none: nothing is asked
 */
export function useAskingLayers(containers: readonly Container[]): void {
  const byKey = useMemo(
    () => new Map(containers.flatMap((each) => (each.pid > 0 ? [[containerKey(each), each]] : []))),
    [containers],
  );
  const keys = [...byKey.keys()];
  useRepeated(keys, (isHeld) => {
    const about = runningNow();
    return {
      question: { name: 'images' },
      tell: (outcome) => {
        const asked = read(outcome, images.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        keep(({ images: before }) => ({ images: imagesAfter(before, asked, about) }));
        if (isBusy(asked)) return PAUSE_BUSY;
        return isHeld ? null : EVERY;
      },
    };
  });
  useRepeated(keys, (isHeld) => {
    const began = performance.now();
    const pace = { again: !isHeld, since: shownSince, everyOf: () => EVERY_WRITTEN };
    const { now: asking, next } = roundOf(keys, times, began, pace);
    if (asking.length === 0) return next;
    return {
      question: { name: 'written', containers: asking.map((key) => byKey.get(key)?.id) },
      tell: (outcome) => {
        const asked = read(outcome, written.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        const rows =
          asked.is === 'answered' ? { is: asked.is, answer: asked.answer.written } : asked;
        keep(({ written: before }) => ({
          written: writtenAfter(before, asking, rows),
        }));
        if (isBusy(asked)) return PAUSE_BUSY;
        const at = performance.now();
        const took = (at - began) / asking.length;
        times = new Map([...times, ...asking.map((key) => [key, { at, took }] as const)]);
        return PAUSE;
      },
    };
  });
}

/** The containers that the server certainly has: the page has been told of them. */
function runningNow(): ContainerKey[] {
  const { snapshot } = useNsview.getState();
  return (snapshot?.containers ?? []).flatMap((each) => (each.pid > 0 ? containerKey(each) : []));
}
