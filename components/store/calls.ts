import { useRef } from 'react';
import equal from 'fast-deep-equal';
import { create } from 'zustand';
import type { Process } from '@lib/model/process';
import { callTold, type CallsTold, type CallTold } from '@lib/privileges/call-told';
import { isBusy } from '@lib/protocol/asked';
import { process as question } from '@lib/questions/process';
import { sourceOf } from '@lib/view-state/view-state';
import { read, recordedMoment } from './asking';
import { BUSY, stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/** Milliseconds until one is asked again: the call that it is in is another one soon. */
const EVERY = 2000;
/** So many are asked about; more than that nobody reads at once. */
const MOST = 48;

type Asking = Pick<Process, 'pid' | 'startTicks'>;

/** By which a process is known, also where its number is another's later. */
function keyOf({ pid, startTicks }: Asking): string {
  return `${String(pid)}@${startTicks}`;
}

/** What came so far of those on screen. */
const useTold = create<{ told: ReadonlyMap<string, CallTold> }>()(() => ({ told: new Map() }));

useNsview.subscribe((now, before) => {
  // What was told of a machine, or of another moment, is true of no other.
  const isOther =
    sourceOf(now.viewState) !== sourceOf(before.viewState) ||
    recordedMoment(now) !== recordedMoment(before);
  if (isOther) useTold.setState({ told: new Map() });
});

/**
 * The system calls that processes are in, by PID, one asked after another and each again while one looks. While
 * the moment is held, each is asked once.
 *
 * @param processes those on screen
 * @returns what is known of them, and whether something is not known yet, and on its way
 */
export function useCalls(processes: readonly Asking[]): { calls: CallsTold; waiting: boolean } {
  const told = useTold((store) => store.told);
  const wanted = processes.slice(0, MOST);
  const askedAt = useRef<ReadonlyMap<string, number>>(new Map());
  useRepeated(wanted.map(keyOf), (isHeld) => {
    const now = performance.now();
    const { told: known } = useTold.getState();
    const due = wanted
      .filter((each) => !isHeld || !known.has(keyOf(each)))
      .map((each) => {
        const at = known.has(keyOf(each)) ? (askedAt.current.get(keyOf(each)) ?? -EVERY) : -EVERY;
        return { process: each, at };
      })
      .toSorted((a, b) => a.at - b.at)[0];
    if (due === undefined) return null;
    if (now < due.at + EVERY) return due.at + EVERY - now;
    const { process } = due;
    return {
      question: { name: 'process', pid: process.pid },
      tell: (outcome) => {
        const asked = read(outcome, question.answer);
        if (asked === null || asked.is === 'asked') return stopped();
        if (isBusy(asked)) return BUSY;
        const keys = new Set(wanted.map(keyOf));
        askedAt.current = new Map(
          [...askedAt.current, [keyOf(process), performance.now()] as const].filter(([key]) =>
            keys.has(key),
          ),
        );
        keep(keyOf(process), callTold(asked, process), keys);
        return 0;
      },
    };
  });
  const isLive = useNsview(({ connection }) => connection === 'live');
  return {
    calls: callsIn(told, processes),
    waiting: isLive && wanted.some((each) => !told.has(keyOf(each))),
  };
}

/** What is known of the calls that these are in, for who takes away what is drawn: that of those on screen. */
export function callsShown(processes: readonly Asking[]): CallsTold {
  return callsIn(useTold.getState().told, processes);
}

function callsIn(told: ReadonlyMap<string, CallTold>, processes: readonly Asking[]): CallsTold {
  return new Map(
    processes.flatMap((each) => {
      const call = told.get(keyOf(each));
      return call === undefined ? [] : [[each.pid, call] as const];
    }),
  );
}

/** Keeps what was told; where it is the same as before, nothing is drawn anew. */
function keep(key: string, call: CallTold, wanted: ReadonlySet<string>): void {
  useTold.setState(({ told }) => {
    if (equal(told.get(key), call)) return {};
    const others = [...told].filter(([each]) => wanted.has(each));
    return { told: new Map([...others, [key, call]]) };
  });
}
