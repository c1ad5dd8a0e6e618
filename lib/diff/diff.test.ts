import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { Process } from '../model/process';
import { snapshotSchema, type Snapshot } from '../model/snapshot';
import { byNamespace } from '../model/order';
import { apply } from './apply';
import { diff } from './diff';

const none = perType(() => null);
const word = fc.constantFrom('a', 'b', 'c');

const process = fc
  .record({ pid: fc.integer({ min: 1, max: 12 }), startTicks: word, comm: word })
  .map((part): Process => ({
    ...part,
    startedAt: '2026-11-23T15:30:00.000Z',
    ppid: 1,
    nsPids: [part.pid],
    args: null,
    argsTruncated: false,
    uid: 0,
    gid: 0,
    zombie: false,
    kernelThread: false,
    threads: 1,
    cgroup: '/',
    container: null,
    engine: null,
    namespaces: none,
    unreadable: {},
  }));
const namespace = fc
  .record({
    type: fc.constantFrom(...NAMESPACE_TYPES),
    inode: fc.integer({ min: 8, max: 12 }),
    lifetime: word,
    processes: fc.nat(3),
  })
  .map(({ type, inode, lifetime, processes }): Snapshot['namespaces'][number] => ({
    id: namespaceId(type, String(inode)),
    type,
    host: false,
    parent: null,
    owner: null,
    ownerUid: null,
    relation: 'inferred',
    leader: null,
    processes,
    containers: [],
    lifetime,
    heldBy: [],
    uidMap: null,
    gidMap: null,
    unreadable: {},
  }));
const container = fc
  .record({ id: fc.constantFrom('x', 'y', 'z'), name: word })
  .map((part): Snapshot['containers'][number] => ({
    ...part,
    engine: 'e',
    image: 'ubuntu',
    command: [],
    state: 'running',
    pid: 1,
    startedAt: null,
    namespaces: none,
    sharing: perType(() => 'unknown'),
    joins: {},
    labels: {},
    role: null,
    unreadable: {},
  }));
const engine = fc
  .record({ id: word, message: fc.option(word) })
  .map((part): Snapshot['engines'][number] => ({
    ...part,
    kind: 'docker',
    endpoint: 'unix:///d.sock',
    version: null,
    apiVersion: null,
    minApiVersion: null,
    tried: [],
    state: 'connected',
    pid: null,
    namespaces: none,
  }));
const snapshot = fc
  .record({
    takenAt: word,
    hostname: word,
    engines: fc.uniqueArray(engine, { selector: (each) => each.id }),
    namespaces: fc.uniqueArray(namespace, { selector: (each) => each.id }),
    containers: fc.uniqueArray(container, { selector: (each) => each.id }),
    processes: fc.uniqueArray(process, { selector: (each) => each.pid }),
  })
  .map(({ hostname, ...part }): Snapshot => ({
    schemaVersion: 1,
    bootId: 'boot',
    seq: 1,
    takenAt: part.takenAt,
    host: {
      id: 'local',
      hostname,
      kernel: '6.18',
      cgroups: 'v2',
      namespaces: none,
      lacks: [],
      namespacesFrom: 'pid1',
      reader: 'direct',
      notices: [],
    },
    engines: part.engines.sort((a, b) => (a.id < b.id ? -1 : 1)),
    namespaces: part.namespaces.sort((a, b) => byNamespace(a.id, b.id)),
    containers: part.containers.sort((a, b) => (a.id < b.id ? -1 : 1)),
    processes: part.processes.sort((a, b) => a.pid - b.pid),
  }));
const next = (after: Snapshot): Snapshot => ({ ...after, seq: 2 });

describe('diff and apply', () => {
  it('generates what the contract calls a snapshot', () => {
    fc.assert(
      fc.property(snapshot, (a) => {
        expect(snapshotSchema.parse(a)).toEqual(a);
      }),
    );
  });

  it('SPEC 1: apply(a, diff(a, b)) is b', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        const delta = diff(a, next(b), 'epoch');
        if (delta === null) expect(next(b)).toEqual({ ...a, seq: 2, takenAt: b.takenAt });
        else expect(apply(a, delta)).toEqual(next(b));
      }),
      { numRuns: 500 },
    );
  });

  it('SPEC 2: a snapshot that only is younger makes no delta', () => {
    fc.assert(
      fc.property(snapshot, word, (a, takenAt) => {
        const copy = structuredClone({ ...a, seq: 2, takenAt });
        expect(diff(a, copy, 'epoch')).toBeNull();
      }),
    );
  });

  it('SPEC 4: a PID used again is a put', () => {
    fc.assert(
      fc.property(snapshot, process, (a, old) => {
        const before = { ...a, processes: [old] };
        const after = { ...a, seq: 2, processes: [{ ...old, startTicks: `${old.startTicks}1` }] };
        const delta = diff(before, after, 'epoch');
        expect(delta?.put.processes).toEqual(after.processes);
        expect(delta?.remove.processes).toEqual([]);
      }),
    );
  });

  it('SPEC 5: no key is both put and removed', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        const delta = diff(a, next(b), 'epoch');
        const removed = new Set(delta?.remove.processes);
        expect(delta?.put.processes.some(({ pid }) => removed.has(pid)) ?? false).toBe(false);
      }),
    );
  });

  it('SPEC 6: what did not change keeps its identity', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        const delta = diff(a, structuredClone(next(b)), 'epoch');
        const result = delta && apply(a, delta);
        if (!delta || !result) return;
        const put = new Set(delta.put.processes.map(({ pid }) => pid));
        for (const record of result.processes) {
          if (!put.has(record.pid)) expect(a.processes).toContain(record);
        }
        const { engines } = delta.put;
        if (engines.length + delta.remove.engines.length === 0) {
          expect(result.engines).toBe(a.engines);
        }
      }),
    );
  });

  it('SPEC 7: the order of the lists is kept', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        const delta = diff(a, next(b), 'epoch');
        const pids = delta && apply(a, delta)?.processes.map(({ pid }) => pid);
        expect(pids ?? []).toEqual([...(pids ?? [])].sort((x, y) => x - y));
      }),
    );
  });

  it('SPEC 8: a delta for another snapshot is refused', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        const delta = diff(a, next(b), 'epoch');
        if (delta !== null) expect(apply({ ...a, seq: 7 }, delta)).toBeNull();
      }),
    );
  });

  it('SPEC 9: boots are not compared', () => {
    fc.assert(
      fc.property(snapshot, (a) => {
        expect(() => diff(a, { ...a, bootId: 'other' }, 'epoch')).toThrow(RangeError);
      }),
    );
  });
});
