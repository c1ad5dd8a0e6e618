import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { diff } from '../../../lib/diff/diff';
import type { Snapshot } from '../../../lib/model/snapshot';
import {
  formatLine,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingLine,
} from '../../../lib/recording/format';
import type { ReadInside } from './networks';

/** Milliseconds from one picture of a generated recording to the next. */
export const STEP = 60_000;

/**
 * Writes pictures of a machine as a recording that `--open` plays: one for each {@link STEP}, so far
 * apart that none comes unasked while something is looked at.
 *
 * @param inside what was read inside namespaces of the first one
 */
export function writeRecording(
  path: string,
  snapshots: readonly Snapshot[],
  inside: readonly ReadInside[] = [],
): void {
  const lines = snapshots.map((snapshot, index): RecordingLine => {
    const at = index * STEP;
    const before = snapshots[index - 1];
    if (before === undefined) return { at, snapshot };
    const delta = diff(before, snapshot, '');
    if (delta === null) throw new Error(`picture ${index} is the one before it`);
    return { at, delta };
  });
  const header = {
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    createdAt: snapshots[0]?.takenAt ?? new Date(0).toISOString(),
    nsview: '0.1.0',
    anonymous: true,
  } as const;
  const readings = inside.map((each): RecordingLine => ({ at: 0, ...each }));
  const [first, ...others] = lines;
  const end: RecordingLine = { at: snapshots.length * STEP, end: true };
  const text = [header, ...(first === undefined ? [] : [first]), ...readings, ...others, end]
    .map(formatLine)
    .join('');
  writeFileSync(path, gzipSync(text));
}
