import { create } from 'zustand';
import type { Container } from '@lib/model/container';
import { idRef } from '@lib/model/container-names';
import { containerKey } from '@lib/model/ids';
import { isBusy } from '@lib/protocol/asked';
import { use } from '@lib/questions/use';
import { afterUse, stillLiving, toldOf, type UsesTold, type UseTold } from '@lib/use/uses-told';
import { sourceOf } from '@lib/view-state/view-state';
import { read } from './asking';
import { PAUSE_BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** Milliseconds until it is asked again. */
const EVERY = 2000;
/** The same after the first: how busy its processors are takes two. */
const EVERY_FIRST = 600;

/** What came so far: to another view and back, and its history is there. */
const useTold = create<{ told: UsesTold }>()(() => ({ told: new Map() }));

useNsview.subscribe((now, before) => {
  // What was told of a machine is true of no other.
  if (sourceOf(now.viewState) !== sourceOf(before.viewState)) useTold.setState({ told: new Map() });
  if (now.snapshot !== before.snapshot && now.snapshot !== null) {
    const { containers } = now.snapshot;
    keep((told) => stillLiving(told, containers));
  }
});

function keep(change: (told: UsesTold) => UsesTold): void {
  useTold.setState(({ told }) => ({ told: change(told) }));
}

/** All containers that there are. */
function there(): readonly Container[] {
  return useNsview.getState().snapshot?.containers ?? [];
}

/**
 * What a container uses in the life that it has, with its last minutes, asked again and again while one looks.
 * While the moment is held, it is asked once. Of one that does not run nothing is asked.
 *
 * @param processes how many it has: where they are others, it is asked ahead of its time
 */
export function useUse(container: Container, processes: number): UseTold {
  const keys = container.pid > 0 ? [containerKey(container)] : [];
  useRepeated(
    keys,
    (isHeld) => ({
      question: { name: 'use', container: idRef(there(), container) },
      tell: (outcome) => {
        const asked = read(outcome, use.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        const isFirst = toldOf(useTold.getState().told, container).history.length === 0;
        keep((told) => afterUse(told, container, asked));
        if (isBusy(asked)) return PAUSE_BUSY;
        if (isHeld) return null;
        return isFirst ? EVERY_FIRST : EVERY;
      },
    }),
    'kept',
    processes,
  );
  return useTold(({ told }) => toldOf(told, container));
}
