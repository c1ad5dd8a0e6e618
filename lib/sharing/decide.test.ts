import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/process';
import { decideSharing, type SharingParty } from './decide';

const set = (inode: number | null): NamespaceSet =>
  perType((type) => (inode === null ? null : namespaceId(type, String(inode))));
const HOST = set(1);
const party = (id: string, pid: number | null, engine = 1): SharingParty => ({
  id,
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
  ] as const)('%s', (_name, parties, host, expected) => {
    expect(decideSharing(parties, host).get('a')?.pid).toBe(expected);
  });

  it('says none for a container without a process', () => {
    const stopped = { ...party('a', 7), namespaces: null };
    expect(decideSharing([stopped], HOST).get('a')).toEqual(perType(() => 'none'));
  });
});
