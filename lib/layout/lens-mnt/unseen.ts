import type { Inside } from '../../inside/inside';
import type { Insides } from '../../inside/insides';
import type { MountInside } from '../../inside/mnt';
import type { Container } from '../../model/container';
import type { NamespaceId } from '../../model/ids';
import type { Snapshot } from '../../model/snapshot';

/** What of the host no container has. */
export interface Unseen {
  /**
   * Of the host's telling paths those of which no container that could be looked at has anything mounted;
   * null: it is not known which the host has, or no container could be looked at.
   */
  paths: readonly string[] | null;
  /** Running containers that are not looked at yet. */
  asked: number;
  /** Those of which it is not known what of the host they have. */
  unknown: number;
}

/**
 * What of the host no container has mounted: of all that run, whatever is drawn of them.
 *
 * @param whole the snapshot without filters
 */
export function unseenOf(whole: Snapshot, insides: Insides): Unseen {
  const running = whole.containers.filter(({ pid }) => pid > 0);
  const told = running.map((each) => mountsOf(each, whole, insides));
  const known = told.filter((each) => typeof each !== 'string');
  const landmarks = landmarksOf(whole, insides);
  const isBlind = running.length > 0 && known.length === 0;
  return {
    paths: landmarks === null || isBlind ? null : unseenPaths(landmarks, known),
    asked: told.filter((each) => each === 'asked').length,
    unknown: told.filter((each) => each === 'unknown').length,
  };
}

/** The namespaces that have to be looked at for that. */
export function containersNamespaces(whole: Snapshot): NamespaceId[] {
  const all = whole.containers.flatMap(({ namespaces: { mnt } }) => (mnt === null ? [] : [mnt]));
  return [...new Set(all)];
}

function landmarksOf({ host }: Snapshot, insides: Insides): readonly string[] | null {
  const inside = answerOf(host.namespaces.mnt, insides);
  return inside?.type === 'mnt' ? inside.landmarks : null;
}

function answerOf(id: NamespaceId | null, insides: Insides): Inside | null {
  const asked = id === null ? undefined : insides.get(id);
  return asked?.is === 'answered' ? asked.answer : null;
}

/** The mounts of a container, where the host has each being known. */
function mountsOf(
  container: Container,
  { engines, host }: Snapshot,
  insides: Insides,
): readonly MountInside[] | 'asked' | 'unknown' {
  const { mnt } = container.namespaces;
  if (mnt !== null && insides.get(mnt)?.is === 'asked') return 'asked';
  const inside = answerOf(mnt, insides);
  if (inside?.type !== 'mnt' || inside.mounts === null) return 'unknown';
  if (inside.unreadable['mounts.hostPath'] !== undefined) return 'unknown';
  const engine = engines.find(({ id }) => id === container.engine);
  return hasHostsPaths(engine?.namespaces.mnt ?? null, host.namespaces.mnt)
    ? inside.mounts
    : 'unknown';
}

/** An engine may have a mount namespace of its own: then the paths that it gave are no paths of the host. */
export function hasHostsPaths(engine: NamespaceId | null, host: NamespaceId | null): boolean {
  return engine === null || engine === host;
}

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
