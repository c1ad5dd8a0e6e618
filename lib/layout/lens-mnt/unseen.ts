import type { MountInside } from '../../inside/mnt';

/**
 * Of paths that the host has, those of which no container has anything mounted.
 *
 * @param paths of the host @param mounts of each container
 */
export function unseenPaths(
  paths: readonly string[],
  mounts: readonly (readonly MountInside[])[],
): string[] {
  const given = new Set(
    mounts.flat().flatMap(({ hostPath }) => (hostPath === null ? [] : [hostPath])),
  );
  const isGiven = (path: string) =>
    [...given].some(
      (each) => each === '/' || `${path}/`.startsWith(`${each}/`) || each.startsWith(`${path}/`),
    );
  return paths.filter((path) => !isGiven(path));
}
