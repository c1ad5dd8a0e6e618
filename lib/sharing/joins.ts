import type { Container } from '../model/container';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';

/** The name or id of the container whose namespace the configuration says to share; null: of none. */
export function wantedDonor({ joins }: Container, type: NamespaceType): string | null {
  return /^container:(.*)$/s.exec(joins[type] ?? '')?.[1] ?? null;
}

/** That container, if it is (still) there: of the same engine, by its id or, as engines write it too, its name. */
export function donorOf(
  containers: readonly Container[],
  container: Container,
  type: NamespaceType,
): Container | null {
  const wanted = wantedDonor(container, type);
  if (wanted === null) return null;
  const isNear = ({ engine }: Container) => engine === container.engine;
  return (
    containers.find((each) => each.id === wanted && isNear(each)) ??
    containers.find((each) => each.name === wanted && isNear(each)) ??
    null
  );
}

/** What the configuration says is shared, and the kernel says is not. */
export interface BrokenJoin {
  type: NamespaceType;
  donor: Container;
  /** Did the donor start after the one that joined it, so that it has a new namespace since? */
  restarted: boolean;
}

/**
 * The types in which a running container is in another namespace than the running one that it was
 * configured to share with. The engine joins once, when a container starts: when its donor is started
 * again, that has a new namespace, and the other stays behind in the old one.
 */
export function brokenJoins(
  containers: readonly Container[],
  container: Container,
): readonly BrokenJoin[] {
  if (Object.keys(container.joins).length === 0) return NONE;
  return NAMESPACE_TYPES.flatMap((type): BrokenJoin[] => {
    const donor = donorOf(containers, container, type);
    const [own, theirs] = [container.namespaces[type], donor?.namespaces[type] ?? null];
    if (donor === null || own === null || theirs === null || own === theirs) return [];
    const restarted = (donor.startedAt ?? '') > (container.startedAt ?? '');
    return [{ type, donor, restarted }];
  });
}

const NONE: readonly BrokenJoin[] = [];
