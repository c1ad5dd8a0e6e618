import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { perType, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import { decideSharing, type SharingParty } from './decide';

const set = (inode: number | null): NamespaceSet =>
  perType((type) => (inode === null ? null : namespaceId(type, String(inode))));
const HOST = set(1);
const host = (namespaces: NamespaceSet, lacks: NamespaceType[] = []) => ({ namespaces, lacks });
const party = (key: string, pid: number | null, engine = 1): SharingParty => ({
  key,
  namespaces: { ...set(100), pid: pid === null ? null : namespaceId('pid', String(pid)) },
  engineNamespaces: set(engine),
});

describe('decideSharing', () => {
  it.each([
    ['nobody else is in it', [party('a', 7)], HOST, 'own'],
    ['another leader is in it', [party('a', 7), party('b', 7)], HOST, 'shared'],
    ["it is the host's", [party('a', 1), party('b', 1)], HOST, 'host'],
    ["it is the engine's own", [party('a', 9, 9)], HOST, 'host'],
    ['its link could not be read', [party('a', null)], HOST, 'unknown'],
    [
      "fault 7: neither the host's nor the engine's is known",
      [{ ...party('a', 7), engineNamespaces: set(null) }],
      set(null),
      'unknown',
    ],
    [
      "shared, whatever the host's may be",
      [{ ...party('a', 7), engineNamespaces: set(null) }, party('b', 7)],
      set(null),
      'shared',
    ],
  ] as const)('%s', (_name, parties, namespaces, expected) => {
    expect(decideSharing(parties, host(namespaces)).get('a')?.pid).toBe(expected);
  });

  it('says none for a container without a process', () => {
    const stopped = { ...party('a', 7), namespaces: null };
    expect(decideSharing([stopped], host(HOST)).get('a')).toEqual(perType(() => 'none'));
  });

  it('says absent where the kernel has no such type, and all else as ever', () => {
    const old = { ...HOST, cgroup: null };
    const web = { ...party('a', 7), engineNamespaces: old };
    const decided = decideSharing(
      [{ ...web, namespaces: { ...set(1), pid: namespaceId('pid', '7'), cgroup: null } }],
      host(old, ['cgroup']),
    );
    expect(decided.get('a')).toMatchObject({ cgroup: 'absent', pid: 'own', net: 'host' });
  });
});
