import { useMemo } from 'react';
import { useAsking, useInsides } from '@components/store/insides';
import type { ProcessFact } from '@lib/facts/seen';
import { userNames, type UserNames } from '@lib/inside/user-names';
import type { Snapshot } from '@lib/model/snapshot';

/** What is known of the names of users of some processes, asked while one looks at them. */
export function useUserNames(snapshot: Snapshot, rows: readonly ProcessFact[]): UserNames {
  const namespaces = useMemo(
    () => [...new Set(rows.flatMap(({ process }) => process.namespaces.user ?? []))],
    [rows],
  );
  const insides = useInsides('user', namespaces);
  useAsking('user', namespaces, insides);
  return useMemo(() => userNames(insides, snapshot), [insides, snapshot]);
}
