import { useEffect } from 'react';
import { withoutReader } from '@lib/select/without-reader';
import { useNsview } from '../store/store';

/** As many as the protocol takes; more than that is not looked at in detail anyway. */
const MOST = 64;

/** Reports the running containers that are on screen, whenever they become others. */
export function useWatchedContainers(report: (containers: string[]) => void): void {
  const live = useNsview((store) => store.connection === 'live');
  const ids = useNsview(({ snapshot }) =>
    snapshot === null
      ? ''
      : withoutReader(snapshot)
          .snapshot.containers.filter((container) => container.pid > 0)
          .slice(0, MOST)
          .map((container) => container.id)
          .join(','),
  );
  useEffect(() => {
    if (live) report(ids === '' ? [] : ids.split(','));
  }, [live, ids, report]);
}
