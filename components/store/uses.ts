import { useMemo } from 'react';
import { create } from 'zustand';
import type { Container } from '@lib/model/container';
import { containerKey } from '@lib/model/ids';
import { use } from '@lib/questions/use';
import { isBusy } from '@lib/protocol/asked';
import { MOST, uses } from '@lib/questions/uses';
import {
  afterSamples,
  afterUse,
  stillLiving,
  toldOf,
  type UsesTold,
  type UseTold,
} from '@lib/use/uses-told';
import { read } from './asking';
import { PAUSE_BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** Milliseconds until one is asked about again that is looked at by itself. */
const EVERY = 2000;
/** The same of many: of those a line is drawn that tells of minutes. */
const EVERY_MANY = 5000;

/** What came so far: to another view and back, and its history is there. */
const useTold = create<{ told: UsesTold }>()(() => ({ told: new Map() }));

useNsview.subscribe((now, before) => {
  // What was told of a machine is true of no other.
  if (now.viewState.recording !== before.viewState.recording) useTold.setState({ told: new Map() });
  if (now.snapshot !== before.snapshot && now.snapshot !== null) {
    const { containers } = now.snapshot;
    keep((told) => stillLiving(told, containers));
  }
});

function keep(change: (told: UsesTold) => UsesTold): void {
  useTold.setState(({ told }) => ({ told: change(told) }));
}

/** What is known of what a container uses in the life that it has, with its last minutes. */
export function useToldUse(container: Container): UseTold {
  return useTold(({ told }) => toldOf(told, container));
}

/**
 * Asks again and again what containers use: of one all that there is, of several what a sparkline needs.
 * While the moment is held, it is asked once.
 *
 * @param containers those on screen; none: nothing is asked
 */
export function useAskingUses(containers: readonly Container[]): void {
  const running = useMemo(
    () => containers.filter(({ pid }) => pid > 0).slice(0, MOST),
    [containers],
  );
  const keys = running.map(containerKey);
  const [first] = running;
  useRepeated(keys, (isHeld) => {
    if (first === undefined) return null;
    if (running.length === 1) {
      return {
        question: { name: 'use', container: first.id },
        tell: (outcome) => {
          const asked = read(outcome, use.answer);
          if (asked === null || asked.is === 'asked') return stopped();
          keep((told) => afterUse(told, first, asked));
          return isBusy(asked) ? PAUSE_BUSY : isHeld ? null : EVERY;
        },
      };
    }
    return {
      question: { name: 'uses', containers: running.map(({ id }) => id) },
      tell: (outcome) => {
        const asked = read(outcome, uses.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        if (asked.is === 'answered') {
          const { samples, takenAt } = asked.answer;
          keep((told) => afterSamples(told, running, samples, takenAt));
        }
        return isBusy(asked) ? PAUSE_BUSY : isHeld ? null : EVERY_MANY;
      },
    };
  });
}
