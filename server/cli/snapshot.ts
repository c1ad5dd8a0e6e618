import { printableJson } from '@lib/table/printable';
import type { SnapshotConfig } from '../config/snapshot';
import { lookOnce } from './look';

/** `nsview snapshot`: what `GET /api/v1/snapshot` answers, without a server. */
export async function printSnapshot(config: SnapshotConfig): Promise<void> {
  const snapshot = await lookOnce(config);
  process.stdout.write(`${printableJson(snapshot)}\n`);
}
