import { spawn } from 'node:child_process';
import { type Snapshot, snapshotSchema } from '@lib/model/snapshot';
import type { Nsview } from './nsview';
import { until } from './until';

/** `GET /api/v1/snapshot`, held against the contract's schema. */
export async function snapshotOf(nsview: Nsview): Promise<Snapshot> {
  const response = await fetch(`${nsview.url}/api/v1/snapshot`);
  return snapshotSchema.parse(await response.json());
}

/** A snapshot that tells of everything up to this moment: it knows a process that starts now. */
export async function freshSnapshot(nsview: Nsview): Promise<Snapshot> {
  const marker = spawn('sleep', ['60'], { stdio: 'ignore' });
  try {
    return await until(
      'a snapshot of what is now',
      async () => {
        const snapshot = await snapshotOf(nsview);
        return snapshot.processes.some(({ pid }) => pid === marker.pid) && snapshot;
      },
      10_000,
      100,
    );
  } finally {
    marker.kill();
  }
}

/** Wait until a container of this name runs as far as the server knows. */
export async function untilKnown(nsview: Nsview, name: string): Promise<void> {
  const isKnown = async () => {
    const { containers } = await freshSnapshot(nsview);
    return containers.some((each) => each.name === name && each.pid !== null);
  };
  await until(`the server knows ${name}`, isKnown, 5000);
}
