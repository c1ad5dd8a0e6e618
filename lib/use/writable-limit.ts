import type { EngineInfo } from '../docker/reading';
import type { Told } from '../inside/told';

/**
 * Those that keep layers in overlays of directories: they have the file system hold what is written, by a
 * quota for each project, and ask XFS alone for it. On others they take no limit, neither of one container nor of all.
 * Source: `Init` of moby's daemon/graphdriver/overlay2; of Podman, containers/storage's drivers/overlay.
 */
const HELD_BY_XFS: readonly string[] = ['overlay2', 'overlay'];

const NOTHING = { storageDriver: null, backingFilesystem: null };

/**
 * Whether anything limits what a container writes into its own layer, by what its engine says of itself.
 *
 * @returns null without a reason: its engine can set no limit there; else why it is not known
 */
export function writableLimit(
  info: Pick<EngineInfo, 'storageDriver' | 'backingFilesystem'> | null,
): Told<null> {
  const { storageDriver, backingFilesystem } = info ?? NOTHING;
  const isImpossible =
    HELD_BY_XFS.includes(storageDriver ?? '') &&
    backingFilesystem !== null &&
    backingFilesystem !== 'xfs';
  // Where one can be, no engine tells that it is set for all, and the file system is not asked.
  return { value: null, reason: isImpossible ? null : 'quota-unseen' };
}
