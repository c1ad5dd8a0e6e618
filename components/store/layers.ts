import { useMemo } from 'react';
import { create } from 'zustand';
import {
  imageOfContainer,
  imagesAfter,
  isOnItsWay,
  NO_LAYERS_TOLD,
  withoutGone,
  writtenAfter,
  type LayersTold,
} from '@lib/images/layers-told';
import type { Container } from '@lib/model/container';
import { idRefs } from '@lib/model/container-names';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { ASKED, isBusy } from '@lib/protocol/asked';
import { images } from '@lib/questions/images';
import { MOST } from '@lib/questions/insides';
import { roundOf } from '@lib/questions/rounds';
import { written } from '@lib/questions/written';
import { sourceOf } from '@lib/view-state/view-state';
import { answerTo, passed, PATIENCE, read, recordedMoment, type Asking } from './asking';
import { useNews } from './news';
import { BUSY, PAUSE, PAUSE_BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** Milliseconds until images are asked about again. */
const EVERY = 10_000;
/** The same of what was written: an engine looks at every file for it. */
const EVERY_WRITTEN = 30_000;
/** The same beside a lesson: what its commands have just written is what it is about, and no news tells of that. */
const EVERY_WRITTEN_TAUGHT = 2000;

/** What came so far: another lens and back, and it is there at once. */
const useTold = create<LayersTold>()(() => NO_LAYERS_TOLD);

/** Another one only where something else is told: it is drawn again for it. */
function keep(change: (told: LayersTold) => Partial<LayersTold>): void {
  useTold.setState((before) => {
    const now = { ...before, ...change(before) };
    return now.images === before.images && now.written === before.written ? before : now;
  });
}

/** When it was asked what each container has written, by performance.now(), and what its answer took. */
let times: ReadonlyMap<ContainerKey, { at: number; took: number }> = new Map();

/** When what is known of images came, by performance.now(). */
let imagesAt = -Infinity;

/** Since when the moment is shown that a recording stands at, by performance.now(). */
let shownSince = -Infinity;

useNsview.subscribe((now, before) => {
  // What was told of a machine, or by a recording, is true of no other.
  if (sourceOf(now.viewState) !== sourceOf(before.viewState)) {
    times = new Map();
    imagesAt = -Infinity;
    useTold.setState(NO_LAYERS_TOLD);
  }
  if (now.snapshot !== before.snapshot && now.snapshot !== null) {
    const { containers } = now.snapshot;
    times = withoutGone(times, containers);
    keep(({ written }) => ({ written: withoutGone(written, containers) }));
  }
  if (recordedMoment(now) !== recordedMoment(before)) shownSince = performance.now();
});

/** What is known now, for who draws it. */
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
    const { question, taken } = askingImages();
    return {
      question,
      tell: (outcome) => {
        const asked = taken(outcome);
        if (asked === null) return null;
        if (isBusy(asked)) return BUSY;
        return isHeld ? null : EVERY;
      },
    };
  });
  const isTaught = useNsview(({ viewState }) => viewState.lesson !== null);
  useRepeated(keys, (isHeld) => {
    const { now, next } = roundOf(keys, times, performance.now(), {
      ...{ again: !isHeld, since: shownSince },
      // What looking at every file may take of the time holds for what was seen elsewhere, too.
      turned: useNews.getState().seenAt,
      everyOf: () => (isTaught ? EVERY_WRITTEN_TAUGHT : EVERY_WRITTEN),
    });
    const wanted = now.flatMap((key) => byKey.get(key) ?? []);
    if (wanted.length === 0) return next;
    const { question, taken } = askingWritten(wanted);
    return {
      question,
      tell: (outcome) => {
        const asked = taken(outcome);
        if (asked === null) return null;
        return isBusy(asked) ? BUSY : PAUSE;
      },
    };
  });
}

/**
 * What is known of the layers of all that run, for who takes away what is drawn: what is not known yet is
 * asked first. What does not come in time is still on its way then.
 *
 * @param snapshot what is drawn
 * @param tell is told of how many all is known, of how many, as that grows
 * @returns and of how many it is not
 */
export async function layersOf(
  snapshot: Snapshot,
  tell: (known: number, of: number) => void,
): Promise<{ layers: LayersTold; missing: number }> {
  const running = snapshot.containers.filter(({ pid, namespaces }) => pid > 0 && namespaces.mnt);
  const end = performance.now() + PATIENCE;
  for (;;) {
    const layers = toldOfMoment();
    const missing = running.filter((each) => isOnItsWay([each], layers));
    tell(running.length - missing.length, running.length);
    const there = new Set(runningNow());
    // Of one that has gone nothing can be told any more.
    const next = missing.filter((each) => there.has(containerKey(each)));
    const left = end - performance.now();
    const isLive = useNsview.getState().connection === 'live';
    if (next.length === 0 || left <= 0 || !isLive) return { layers, missing: missing.length };
    const noImage = next.some((each) => imageOfContainer(each, layers).is === 'asked');
    const { question, taken } = noImage ? askingImages() : askingWritten(next.slice(0, MOST));
    const outcome = await answerTo(question, left);
    const asked = outcome === null ? null : taken(outcome);
    if (asked !== null) await passed(isBusy(asked) ? PAUSE_BUSY : PAUSE);
  }
}

/** What was told of another moment of a recording is not to be taken for this one's. */
function toldOfMoment(): LayersTold {
  const { images: known, written: all } = useTold.getState();
  const isOfNow = (key: ContainerKey) => (times.get(key)?.at ?? -Infinity) >= shownSince;
  return {
    images: imagesAt >= shownSince ? known : ASKED,
    written: new Map([...all].filter(([key]) => isOfNow(key))),
  };
}

function askingImages(): Asking {
  const about = runningNow();
  return {
    question: { name: 'images', used: true },
    taken: (outcome) => {
      const asked = read(outcome, images.answer);
      if (asked === null || asked.is === 'asked') return stopped();
      keep(({ images: before }) => ({ images: imagesAfter(before, asked, about) }));
      if (!isBusy(asked)) imagesAt = performance.now();
      return asked;
    },
  };
}

function askingWritten(containers: readonly Container[]): Asking {
  const began = performance.now();
  const keys = containers.map(containerKey);
  const there = useNsview.getState().snapshot?.containers ?? [];
  return {
    question: { name: 'written', containers: containers.map(idRefs(there)) },
    taken: (outcome) => {
      const asked = read(outcome, written.answer);
      if (asked === null || asked.is === 'asked') return stopped();
      const rows = asked.is === 'answered' ? { is: asked.is, answer: asked.answer.written } : asked;
      keep(({ written: before }) => ({ written: writtenAfter(before, keys, rows) }));
      if (isBusy(asked)) return asked;
      const took = (performance.now() - began) / keys.length;
      times = new Map([...times, ...keys.map((key) => [key, { at: began, took }] as const)]);
      return asked;
    },
  };
}

/** The containers that the server certainly has: the page has been told of them. */
function runningNow(): ContainerKey[] {
  const { snapshot } = useNsview.getState();
  return (snapshot?.containers ?? []).flatMap((each) => (each.pid > 0 ? containerKey(each) : []));
}
