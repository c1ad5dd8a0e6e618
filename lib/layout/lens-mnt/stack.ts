import { isWritable } from '../../inside/danger';
import { lowerDirectories } from '../../inside/layers';
import type { MountInside } from '../../inside/mnt';
import type { Engine } from '../../model/host';

/** What a namespace has for `/`: layers that are only read, and on top of them perhaps one of its own. */
export interface Stack {
  /** The directories of its image, the lowest first: who has the same one reads the same files. */
  layers: readonly string[];
  /** What is written goes into a layer of its own. */
  writable: boolean;
  /** The folder that the engine keeps layers in; null: it is not told. */
  keptIn: string | null;
}

/** As Docker's overlay2 names what a container writes; Podman's folder is called `overlay`. */
const OF_DOCKER = /\/overlay2\/[0-9a-f]{64}\/diff$/;

/** From a directory of a layer to the folder that it is in: `…/l/ABC`, `…/ID/diff`, `…/ID/fs`. */
const IN_FOLDER = /\/(?:l\/[^/]+|[^/]+\/(?:diff|fs))$/;

/**
 * The stack of a namespace; null where its root is no overlay, or does not tell of what it is made.
 *
 * Above the image Docker has a layer for each container with the files that it mounts over (`ID-init`), wherever
 * it keeps layers: it is the engine's, not the image's, and is left out.
 *
 * @param engine whose container it is; null: that is not known, and goes by how its directories are called
 */
export function stackOf(
  mounts: readonly MountInside[],
  engine: Engine['kind'] | null,
): Stack | null {
  const root = mounts.find(({ kind }) => kind === 'root');
  if (root?.fs !== 'overlay') return null;
  const lower = lowerDirectories(root.fsOptions);
  if (lower.length === 0) return null;
  const upper = root.fsOptions.find((option) => option.startsWith('upperdir='))?.slice(9) ?? null;
  const hasInit = upper !== null && (engine === null ? OF_DOCKER.test(upper) : engine === 'docker');
  const ofImage = hasInit ? lower.slice(1) : lower;
  const told = [...lower, ...(upper === null ? [] : [upper])].find((path) => path.startsWith('/'));
  return {
    layers: [...ofImage].reverse(),
    writable: upper !== null && isWritable(root),
    keptIn: told !== undefined && IN_FOLDER.test(told) ? told.replace(IN_FOLDER, '') : null,
  };
}
