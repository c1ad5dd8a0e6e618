import { create } from 'zustand';
import { line } from '#line';
import type { SpokenOf } from '@lib/lessons/spoken-of';
import { FROM_SERVER } from '@lib/protocol/from-server';
import { afterUsage, usageOfRows, type UsageTable } from '@lib/select/usage';
import { incompatible } from './connection';
import { useNsview } from './store';

interface UsageStore {
  /** As it was last told; what the server does not say again is in it. */
  newest: UsageTable;
  /** While the moment is held, what it was then. */
  shown: UsageTable;
  /** States that a step was told after the newest, by PID. */
  states: ReadonlyMap<number, string>;
}

/** Of the rows on screen: what changes all the time. What is on screen no more is forgotten, not shown again as it was. */
export const useUsage = create<UsageStore>()(() => ({
  newest: new Map(),
  shown: new Map(),
  states: new Map(),
}));

/** A step asks for states more often than usage comes: what it was told is not older when it is over. */
export function tellStates(told: readonly SpokenOf[]): void {
  const { states } = useUsage.getState();
  const news = told.flatMap(({ pid, state }): [number, string][] =>
    state === null || states.get(pid) === state ? [] : [[pid, state]],
  );
  if (news.length > 0) useUsage.setState({ states: new Map([...states, ...news]) });
}

line.on('usage', (message) => {
  const parsed = FROM_SERVER.usage.safeParse(message);
  if (!parsed.success) return incompatible();
  const { watchedRows, received } = useNsview.getState();
  const there = received?.snapshot.processes ?? [];
  useUsage.setState({ states: new Map() });
  keep(afterUsage(useUsage.getState().newest, parsed.data, watchedRows, there));
});

useNsview.subscribe((now, before) => {
  const { newest } = useUsage.getState();
  // What was told of a machine, or of now, is true of no other.
  if (now.received?.epoch !== before.received?.epoch) {
    useUsage.setState({ newest: new Map(), shown: new Map(), states: new Map() });
  } else if (now.watchedRows !== before.watchedRows) keep(usageOfRows(newest, now.watchedRows));
  else if (now.frozenAt === null && before.frozenAt !== null) keep(newest);
});

function keep(newest: UsageTable): void {
  useUsage.setState(
    useNsview.getState().frozenAt === null ? { newest, shown: newest } : { newest },
  );
}
