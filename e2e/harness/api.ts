import { type Snapshot, snapshotSchema } from '@lib/model/snapshot';
import type { Nsview } from './nsview';
import { until } from './until';

/** `GET /api/v1/snapshot`, held against the contract's schema. */
export async function snapshotOf(nsview: Nsview): Promise<Snapshot> {
  const response = await fetch(`${nsview.url}/api/v1/snapshot`);
  return snapshotSchema.parse(await response.json());
}

/** A snapshot that was taken after this moment. */
export function freshSnapshot(nsview: Nsview): Promise<Snapshot> {
  const now = Date.now();
  return until(
    'a snapshot of what is now',
    async () => {
      const snapshot = await snapshotOf(nsview);
      return Date.parse(snapshot.takenAt) > now && snapshot;
    },
    10_000,
    100,
  );
}
