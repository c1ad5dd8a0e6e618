import { create } from 'zustand';
import type { Container } from '@lib/model/container';
import { idRef } from '@lib/model/container-names';
import { findContainer } from '@lib/model/container-ref';
import { containerKey } from '@lib/model/ids';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import { isBusy } from '@lib/protocol/asked';
import { use } from '@lib/questions/use';
import { untilAskedAgain } from '@lib/use/asked-again';
import { afterUse, stillLiving, toldOf, type UsesTold, type UseTold } from '@lib/use/uses-told';
import { sourceOf } from '@lib/view-state/view-state';
import { read } from './asking';
import { BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

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

/** Whose use this asks about, in the life that it has now: the answer is about that one. Null: about nobody's. */
export function whoseUse({ name, container }: AskedQuestion): Container | null {
  const { snapshot } = useNsview.getState();
  if (name !== 'use' || typeof container !== 'string' || snapshot === null) return null;
  return findContainer(snapshot, container);
}

/**
 * Keeps what somebody else was told of what a container uses: what is shown of it in two places is the same.
 *
 * @param container as it was when that was asked: the answer is not about the life that it may have by now
 */
export function keepUse(container: Container, outcome: Outcome): void {
  const asked = read(outcome, use.answer);
  if (asked === null || asked.is === 'asked') return;
  keep((told) => afterUse(told, container, asked));
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
    (isHeld) => {
      if (isHeld && toldOf(useTold.getState().told, container).use.is !== 'asked') return null;
      return {
        question: { name: 'use', container: idRef(there(), container) },
        tell: (outcome) => {
          const asked = read(outcome, use.answer);
          if (asked === null || asked.is === 'asked') return stopped();
          const { history } = toldOf(useTold.getState().told, container);
          keep((told) => afterUse(told, container, asked));
          return isBusy(asked) ? BUSY : untilAskedAgain(history, asked);
        },
      };
    },
    'kept',
    processes,
  );
  return useTold(({ told }) => toldOf(told, container));
}
