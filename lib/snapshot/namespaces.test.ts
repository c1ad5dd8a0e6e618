import { describe, expect, it } from 'vitest';
import { namespaceId, type NamespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { NamespaceReading } from '../proc/reading';
import { collectNamespaces } from './namespaces';
import { sampleReading } from './sample-reading';

const user = namespaceId('user', '1');
const hostPid = namespaceId('pid', '2');
const middle = namespaceId('pid', '3');
const inner = namespaceId('pid', '4');
const host = { ...perType(() => null), user, pid: hostPid };

function process(pid: number, ppid: number, pidNamespace: NamespaceId, depth: number): Process {
  const { state, rssBytes, cpuTicks, ...lasting } = sampleReading(pid, ppid);
  return {
    ...lasting,
    startedAt: '2026-11-23T15:30:00.000Z',
    zombie: false,
    container: null,
    engine: null,
    nsPids: Array.from({ length: depth }, () => 1),
    namespaces: { ...perType(() => null), user, pid: pidNamespace },
  };
}

function reading(id: NamespaceId, parent: NamespaceId | null): [NamespaceId, NamespaceReading] {
  const relations = { parent, owner: user, ownerUid: null };
  return [
    id,
    { id, relations, lifetime: '1', heldBy: [], uidMap: null, gidMap: null, unreadable: {} },
  ];
}

const chain = [process(1, 0, hostPid, 1), process(20, 1, inner, 3)];

function find(readings: Iterable<[NamespaceId, NamespaceReading]>, id: NamespaceId) {
  return collectNamespaces(chain, host, new Map(readings)).find((each) => each.id === id);
}

describe('parents and owners', () => {
  const told = [reading(hostPid, null), reading(middle, hostPid), reading(inner, middle)];

  it("are the kernel's word where there is one", () => {
    expect(find(told, inner)).toMatchObject({ parent: middle, owner: user, relation: 'kernel' });
    expect(find(told, hostPid)).toMatchObject({ parent: null, owner: user, relation: 'kernel' });
  });

  it('are inferred where there is none, and marked so', () => {
    expect(find([], hostPid)).toMatchObject({ parent: null, owner: user, relation: 'inferred' });
    // The ancestor one level up is not to be seen: nothing is better than what is wrong.
    expect(find([], inner)).toMatchObject({ parent: null, owner: user, relation: 'inferred' });
  });

  it('lead over a namespace that no process is in', () => {
    expect(find(told, middle)).toMatchObject({
      host: false,
      parent: hostPid,
      leader: null,
      processes: 0,
      containers: [],
    });
  });
});
