import { useMemo } from 'react';
import { useAsking, useInsides } from '@components/store/insides';
import type { Insides } from '@lib/inside/insides';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { insideHits, type InsideHit } from '@lib/search/inside-hits';

/**
 * What of a machine's addresses, sockets, devices, host names and mounts is meant by a typed text. They are
 * asked for when something was typed, and looked through as they come.
 *
 * @returns also whether some are not known yet
 */
export function useInsideHits(
  snapshot: Snapshot | null,
  typed: string,
): { hits: InsideHit[]; waiting: boolean } {
  const isTyped = typed.trim() !== '';
  const net = useAll('net', snapshot, isTyped);
  const uts = useAll('uts', snapshot, isTyped);
  const mnt = useAll('mnt', snapshot, isTyped);
  const hits = useMemo(() => {
    const all = [net, uts, mnt].flatMap(({ insides }) => [...insides]);
    const told = all.flatMap(([id, asked]) =>
      asked.is === 'answered' ? [[id, asked.answer] as const] : [],
    );
    return insideHits(told, typed);
  }, [net, uts, mnt, typed]);
  return { hits, waiting: isTyped && [net, uts, mnt].some(({ waiting }) => waiting) };
}

/** What all namespaces of a type isolate, those of containers before others. */
function useAll(type: NamespaceType, snapshot: Snapshot | null, isWanted: boolean) {
  const all = useMemo(() => {
    const { containers = [], namespaces = [] } = snapshot ?? {};
    const those = new Set(containers.map((each) => each.namespaces[type]));
    const ids = namespaces.filter((each) => each.type === type).map(({ id }) => id);
    return ids.toSorted((a, b) => Number(those.has(b)) - Number(those.has(a)));
  }, [snapshot, type]);
  const insides: Insides = useInsides(type, all);
  const waiting = useAsking(type, isWanted ? all : NONE, insides);
  return useMemo(() => ({ insides, waiting }), [insides, waiting]);
}

const NONE: readonly NamespaceId[] = [];
