import { create } from 'zustand';
import { line } from '#line';
import type { SpokenOf } from '@lib/lessons/spoken-of';
import { FROM_SERVER } from '@lib/protocol/from-server';
import {
  NO_USAGE_TOLD,
  ofRows,
  withStates,
  withUsage,
  type UsageTold,
} from '@lib/select/usage-told';
import { incompatible } from './connection';
import { useNsview } from './store';

interface UsageStore {
  /** As it was last told; what the server does not say again is in it. */
  newest: UsageTold;
  /** While the moment is held, what it was then. */
  shown: UsageTold;
}

/** Of the rows on screen: what changes all the time. What is on screen no more is forgotten, not shown again as it was. */
export const useUsage = create<UsageStore>()(() => ({
  newest: NO_USAGE_TOLD,
  shown: NO_USAGE_TOLD,
}));

/** A step asks for states more often than usage comes: what it was told is not older when it is over. */
export function tellStates(told: readonly SpokenOf[]): void {
  const { newest } = useUsage.getState();
  const now = withStates(newest, told, useNsview.getState().watchedRows);
  if (now !== newest) keep(now);
}

line.on('usage', (message) => {
  const parsed = FROM_SERVER.usage.safeParse(message);
  if (!parsed.success) return incompatible();
  const { watchedRows, received } = useNsview.getState();
  const there = received?.snapshot.processes ?? [];
  keep(withUsage(useUsage.getState().newest, parsed.data, watchedRows, there));
});

useNsview.subscribe((now, before) => {
  const { newest } = useUsage.getState();
  // What was told of a machine, or of now, is true of no other.
  if (now.received?.epoch !== before.received?.epoch) {
    useUsage.setState({ newest: NO_USAGE_TOLD, shown: NO_USAGE_TOLD });
  } else if (now.watchedRows !== before.watchedRows) keep(ofRows(newest, now.watchedRows));
  else if (now.frozenAt === null && before.frozenAt !== null) keep(newest);
});

function keep(newest: UsageTold): void {
  useUsage.setState(
    useNsview.getState().frozenAt === null ? { newest, shown: newest } : { newest },
  );
}
