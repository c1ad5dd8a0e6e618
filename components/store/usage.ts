import { create } from 'zustand';
import { line } from '#line';
import { FROM_SERVER } from '@lib/protocol/from-server';
import { afterUsage, usageOfRows, type UsageTable } from '@lib/select/usage';
import { incompatible } from './connection';
import { useNsview } from './store';

interface UsageStore {
  /** As it was last told; what the server does not say again is in it. */
  newest: UsageTable;
  /** While the moment is held, what it was then. */
  shown: UsageTable;
}

/** Of the rows on screen: what changes all the time. What is on screen no more is forgotten, not shown again as it was. */
export const useUsage = create<UsageStore>()(() => ({ newest: new Map(), shown: new Map() }));

line.on('usage', (message) => {
  const parsed = FROM_SERVER.usage.safeParse(message);
  if (!parsed.success) return incompatible();
  const { watchedRows, received } = useNsview.getState();
  const there = received?.snapshot.processes ?? [];
  keep(afterUsage(useUsage.getState().newest, parsed.data, watchedRows, there));
});

useNsview.subscribe((now, before) => {
  const { newest } = useUsage.getState();
  // What was told of a machine, or of now, is true of no other.
  if (now.received?.epoch !== before.received?.epoch) {
    useUsage.setState({ newest: new Map(), shown: new Map() });
  } else if (now.watchedRows !== before.watchedRows) keep(usageOfRows(newest, now.watchedRows));
  else if (now.frozenAt === null && before.frozenAt !== null) keep(newest);
});

function keep(newest: UsageTable): void {
  useUsage.setState(
    useNsview.getState().frozenAt === null ? { newest, shown: newest } : { newest },
  );
}
