import { isWritable } from '../../inside/danger';
import { lowerDirectories } from '../../inside/layers';
import type { MountInside } from '../../inside/mnt';

/** What a namespace has for `/`: layers that are only read, and on top of them perhaps one of its own. */
export interface Stack {
  /** The directories of its image, the lowest first: who has the same one reads the same files. */
  layers: readonly string[];
  /** What is written goes into a layer of its own. */
  writable: boolean;
  /** The folder that the engine keeps layers in; null: it is not told. */
  keptIn: string | null;
}

/** As Docker's overlay2 names what a container writes: by an id that layers of images have as well. */
const OF_DOCKER = /\/[0-9a-f]{64}\/diff$/;

/** From a directory of a layer to the folder that it is in: `…/l/ABC`, `…/ID/diff`, `…/ID/fs`. */
const IN_FOLDER = /\/(?:l\/[^/]+|[^/]+\/(?:diff|fs))$/;

/**
 * The stack of a namespace; null where its root is no overlay, or does not tell of what it is made.
 *
 * Above the image Docker has a layer for each container with the files that it mounts over (`ID-init`): it is
 * the engine's, not the image's, and is left out.
 */
export function stackOf(mounts: readonly MountInside[]): Stack | null {
  const root = mounts.find(({ kind }) => kind === 'root');
  if (root?.fs !== 'overlay') return null;
  const lower = lowerDirectories(root.fsOptions);
  if (lower.length === 0) return null;
  const upper = root.fsOptions.find((option) => option.startsWith('upperdir='))?.slice(9) ?? null;
  const ofImage = upper !== null && OF_DOCKER.test(upper) ? lower.slice(1) : lower;
  const told = [...lower, ...(upper === null ? [] : [upper])].find((path) => path.startsWith('/'));
  return {
    layers: [...ofImage].reverse(),
    writable: upper !== null && isWritable(root),
    keptIn: told !== undefined && IN_FOLDER.test(told) ? told.replace(IN_FOLDER, '') : null,
  };
}
