import type { ContainerId, ContainerKey } from '../model/ids';
import type { ProcessReading } from '../proc/reading';
import { CgroupNames, type CgroupNamed } from './cgroup-names';
import { findLeaders } from './leaders';

/** What an engine of this machine tells of a container. */
export interface Claim extends CgroupNamed {
  engine: string;
  pid: number;
  /** Its engine answers now: what it tells is of now. */
  isNew: boolean;
}

/**
 * One daemon can be reached in two ways that no file of a socket tells to be one: by a port as well, or through another
 * daemon that passes on what it tells (cri-dockerd). Then both tell of the same containers.
 *
 * An id alone makes none the same, for two engines can have one each. Those of one id are one container where the same
 * process leads both. Two engines that have one so are of one daemon: any other id that both tell is one container as
 * well, though a leader is not found, unless it is another one.
 *
 * @param claims in the order of the engines @returns those that an earlier engine tells of
 */
export function twinsAmong(
  claims: readonly Claim[],
  processes: ReadonlyMap<number, ProcessReading>,
): ReadonlySet<ContainerKey> {
  const pairs = pairsOfOneId(claims);
  if (pairs.length === 0) return new Set();
  const leaders = findLeaders(claims, processes, new CgroupNames(claims));
  const isSame = ([a, b]: Pair) => {
    const leader = leaders.get(a.key);
    return leader !== undefined && leader === leaders.get(b.key);
  };
  const ofOneDaemon = new Set(pairs.filter(isSame).map(enginesOf));
  const isTold = (pair: Pair) => {
    const [a, b] = pair;
    const maybeSame = !leaders.has(a.key) || !leaders.has(b.key);
    return isSame(pair) || (maybeSame && a.isNew && ofOneDaemon.has(enginesOf(pair)));
  };
  return new Set(pairs.filter(isTold).map(([, { key }]) => key));
}

type Pair = readonly [earlier: Claim, later: Claim];

const enginesOf = ([a, b]: Pair): string => JSON.stringify([a.engine, b.engine]);

function pairsOfOneId(claims: readonly Claim[]): Pair[] {
  const byId = new Map<ContainerId, Claim[]>();
  const pairs: Pair[] = [];
  for (const claim of claims) {
    const earlier = byId.get(claim.id) ?? [];
    pairs.push(...earlier.map((each) => [each, claim] as const));
    byId.set(claim.id, [...earlier, claim]);
  }
  return pairs;
}
