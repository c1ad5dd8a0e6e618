import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { parseContainer } from '../docker/container';
import { containerFacts } from '../facts/container';
import { hostFacts } from '../facts/host';
import { namespaceFacts } from '../facts/namespace';
import { summarise } from '../facts/summary';
import { commandMessagesFor } from '../i18n/command-messages';
import { layOut } from '../layout/sharing-layout';
import { sharingGraph } from '../sharing/graph';
import { CONTAINER_STATES } from '../model/container';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { snapshotSchema, type Snapshot } from '../model/snapshot';
import type { HostReading, NamespaceReading, ProcessReading } from '../proc/reading';
import { containerColours } from '../select/container-colour';
import { pidVector } from '../select/pid-vector';
import { findVantage, possibleVantages, seenFrom, unplacedAt } from '../select/vantage';
import { namespaceRows } from '../table/namespace-row';
import { namespaceTable } from '../table/namespace-table';
import { assemble } from './assemble';
import type { EngineReading, Readings } from './readings';

/* Whatever could be read and whatever could not: there is a snapshot, and something to show of it. */

const IDS = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
const PIDS = [1, 2, 3, 4, 5];

const idOf = <T extends NamespaceType>(type: T) =>
  fc.option(
    fc.integer({ min: 1, max: 3 }).map((inode) => namespaceId(type, String(inode))),
    { freq: 4 },
  );
const namespaces = fc.record({
  pid: idOf('pid'),
  net: idOf('net'),
  mnt: idOf('mnt'),
  user: idOf('user'),
  ipc: idOf('ipc'),
  uts: idOf('uts'),
  cgroup: idOf('cgroup'),
  time: idOf('time'),
});
const unreadable = fc.dictionary(fc.constantFrom('args', 'uid', 'namespaces.pid'), fc.string());
const pid = fc.constantFrom(...PIDS);
const id32 = fc.integer({ min: 0, max: 4294967295 });

const processReading: fc.Arbitrary<ProcessReading> = fc.record({
  pid,
  startTicks: fc.oneof(
    fc.nat(100_000).map(String),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  ),
  ppid: fc.oneof(pid, fc.constant(0)),
  comm: fc.string(),
  state: fc.constantFrom('R', 'S', 'Z', 'X'),
  threads: fc.nat(),
  rssBytes: fc.nat(),
  cpuTicks: fc.nat(),
  kernelThread: fc.boolean(),
  args: fc.option(fc.array(fc.string())),
  argsTruncated: fc.boolean(),
  nsPids: fc.option(fc.array(fc.nat(9), { minLength: 1, maxLength: 3 })),
  uid: fc.option(id32),
  gid: fc.option(id32),
  cgroup: fc.option(
    fc.oneof(
      fc.string(),
      fc.constantFrom(...IDS).map((id) => `/docker/${id}`),
    ),
  ),
  namespaces,
  unreadable,
});

const hostReading: fc.Arbitrary<HostReading> = fc.record({
  bootId: fc.string(),
  bootTime: fc.option(fc.nat(999_999_999_999).map((seconds) => seconds * 1000)),
  ticksPerSecond: fc.constantFrom(1, 100, 1000),
  hostname: fc.string(),
  kernel: fc.string(),
  cgroups: fc.constantFrom('v1', 'v2', 'hybrid', null),
  namespaces,
  lacks: fc.subarray([...NAMESPACE_TYPES]),
  namespacesFrom: fc.constantFrom('pid1', 'kthreadd', 'initial', 'self'),
  reader: fc.record({ uid: fc.option(id32), namespaces }),
  hidepid: fc.constantFrom('noaccess', 'invisible', 'ptraceable', null),
  unreadable,
});

const idMap = fc.option(fc.array(fc.tuple(id32, id32, id32), { maxLength: 3 }));
const namespaceReading: fc.Arbitrary<NamespaceReading> = fc
  .constantFrom(...NAMESPACE_TYPES)
  .chain((type) =>
    fc.record({
      id: fc.integer({ min: 1, max: 5 }).map((inode) => namespaceId(type, String(inode))),
      lifetime: fc.string(),
      relations: fc.option(
        fc.record({ parent: idOf(type), owner: idOf('user'), ownerUid: fc.option(id32) }),
      ),
      heldBy: fc.array(
        fc.record({
          kind: fc.constantFrom('thread', 'mount', 'fd', 'socket'),
          pid: fc.option(pid),
          path: fc.option(fc.string()),
        }),
        { maxLength: 3 },
      ),
      uidMap: idMap,
      gidMap: idMap,
      unreadable,
    }),
  );

/** As an engine answers that leaves out or garbles what it likes. */
const containerJson = (id: string) => {
  const odd = <T>(usual: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: usual }, fc.jsonValue(), fc.constant(undefined));
  return fc.record({
    Id: fc.constant(id),
    Name: odd(fc.string()),
    Path: odd(fc.string()),
    Args: odd(fc.array(fc.string())),
    State: odd(
      fc.record({
        Status: odd(fc.constantFrom(...CONTAINER_STATES)),
        Pid: odd(fc.constantFrom(0, ...PIDS)),
        StartedAt: odd(fc.constantFrom('2026-11-23T17:26:52.344537537Z', '')),
      }),
    ),
    Config: odd(fc.record({ Image: odd(fc.string()), Labels: odd(fc.object()) })),
    HostConfig: odd(fc.record({ PidMode: odd(fc.constantFrom('host', `container:${id}`)) })),
  });
};

const engineReading: fc.Arbitrary<EngineReading> = fc.record({
  engine: fc.record({
    id: fc.constantFrom('docker:x', 'podman:y'),
    kind: fc.constantFrom('docker', 'podman', 'containerd'),
    endpoint: fc.string(),
    version: fc.option(fc.string()),
    apiVersion: fc.option(fc.string()),
    minApiVersion: fc.option(fc.string()),
    state: fc.constantFrom('connected', 'connecting', 'disconnected', 'denied', 'absent'),
    message: fc.option(fc.string()),
    tried: fc.constant([]),
    pid: fc.option(pid),
  }),
  delays: fc.record({ list: fc.boolean(), events: fc.boolean() }),
  remote: fc.boolean(),
  info: fc.option(
    fc.record({
      operatingSystem: fc.option(fc.string()),
      kernel: fc.option(fc.string()),
      rootless: fc.option(fc.boolean()),
      usernsRemap: fc.option(fc.boolean()),
      cgroupDriver: fc.option(fc.string()),
      storageDriver: fc.option(fc.string()),
      backingFilesystem: fc.option(fc.string()),
      containerdStore: fc.boolean(),
    }),
  ),
  problem: fc.option(fc.string()),
  containers: fc
    .tuple(...IDS.map((id) => containerJson(id)))
    .map((answers) =>
      answers.map((json, at) => parseContainer(IDS[at] ?? '', json) ?? expect.fail('no object')),
    ),
});

const readings: fc.Arbitrary<Readings> = fc.record({
  host: hostReading,
  reader: fc.constantFrom('direct', 'container', 'recording'),
  processes: fc
    .uniqueArray(processReading, { selector: (reading) => reading.pid })
    .map((all) => new Map(all.map((reading) => [reading.pid, reading]))),
  namespaces: fc
    .array(namespaceReading, { maxLength: 5 })
    .map((all) => new Map(all.map((reading) => [reading.id, reading]))),
  engines: fc.uniqueArray(engineReading, { maxLength: 2, selector: ({ engine }) => engine.id }),
  unreached: fc.array(
    fc.record({
      url: fc.string(),
      from: fc.string(),
      problem: fc.constantFrom('denied' as const, 'hanging' as const, 'unsupported' as const),
      reason: fc.string(),
    }),
  ),
  unasked: fc.nat(),
  hidden: fc.nat(),
});

const snapshot = readings.map((read): Snapshot => ({
  ...assemble(read, '2026-11-23T15:30:00.000Z'),
  seq: 1,
}));

/** Everything that the page and the commands ask of a snapshot before they show it. */
const QUESTIONS: Record<string, (snapshot: Snapshot) => unknown> = {
  'the inspector': (whole) => [
    summarise(whole),
    hostFacts(whole),
    ...whole.containers.map((container) => containerFacts(whole, container)),
    ...whole.namespaces.map(({ id }) => namespaceFacts(whole, id)),
  ],
  processes: (whole) => [
    ...whole.processes.map((process) => pidVector(whole, process)),
    ...possibleVantages(whole, true).map((ref) => {
      const vantage = findVantage(whole, ref) ?? expect.fail(`no vantage ${ref}`);
      return [seenFrom(whole, vantage), unplacedAt(whole, vantage)];
    }),
  ],
  sharing: (whole) => [
    layOut(sharingGraph(whole), { width: 965, height: 672 }, null),
    containerColours(whole),
  ],
  table: (whole) =>
    namespaceTable(namespaceRows(whole, new Set(NAMESPACE_TYPES)), commandMessagesFor('en'), {
      width: 80,
      paint: (text) => text,
    }),
};

describe('fault 16: whatever is missing', () => {
  it('the snapshot is one that the page takes', () => {
    fc.assert(
      fc.property(snapshot, (whole) => {
        expect(snapshotSchema.parse(whole)).toEqual(whole);
      }),
      { numRuns: inject('parserCases') / 10 },
    );
  });

  it.each(Object.entries(QUESTIONS))('there is something to show: %s', (_, ask) => {
    fc.assert(
      fc.property(snapshot, (whole) => {
        expect(ask(whole)).toBeDefined();
      }),
      { numRuns: inject('parserCases') / 20 },
    );
  });
});
