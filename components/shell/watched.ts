import { useEffect } from 'react';
import type { Watch } from '@lib/protocol/from-viewer';
import { useNsview } from '../store/store';

/** As many as the protocol takes; more than that is not looked at in detail anyway. */
const MOST_CONTAINERS = 64;
/** From more rows than these on, it is all. */
const MOST_ROWS = 512;
/** Milliseconds of rest after which what is on screen is told: while one scrolls it is not. */
const REST = 150;

/** Reports the running containers and the rows that are on screen, whenever they become others. */
export function useWatched(report: (onScreen: Watch) => void): void {
  const live = useNsview((store) => store.connection === 'live');
  // Each hub has to be told: on the way to the past and back it is another.
  const epoch = useNsview(({ received }) => received?.epoch);
  const containers = useNsview(({ snapshot }) =>
    snapshot === null
      ? ''
      : snapshot.containers
          .filter(({ pid, role }) => pid > 0 && role !== 'reader')
          .slice(0, MOST_CONTAINERS)
          .map((container) => container.id)
          .join(','),
  );
  const rows = useNsview(({ rowsOnScreen }) => {
    const wanted = new Set([...rowsOnScreen.values()].flat());
    return wanted.size > MOST_ROWS ? 'all' : [...wanted].join(',');
  });
  useEffect(() => {
    if (!live) return;
    const tell = () =>
      report({
        containers: listed(containers),
        rows: rows === 'all' ? rows : listed(rows).map(Number),
      });
    const timer = setTimeout(tell, REST);
    return () => clearTimeout(timer);
  }, [live, epoch, containers, rows, report]);
}

function listed(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
