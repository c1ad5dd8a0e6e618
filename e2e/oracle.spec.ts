import type { TestInfo } from '@playwright/test';
import type { NamespaceId } from '@lib/model/ids';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { type Snapshot, snapshotSchema } from '@lib/model/snapshot';
import { snapshotOf } from './harness/api';
import { demand, mustRun, run } from './harness/command';
import { compareLinks, type Comparison } from './harness/compare-links';
import { relationsOf } from './harness/compare-relations';
import { Crowd } from './harness/crowd';
import { expect, needsDocker, test as base } from './harness/fixtures';
import { type KernelWord, kernelWord } from './harness/kernel-word';
import { countsOf } from './harness/lsns';
import { makeOrdinaryUser, type OrdinaryUser } from './harness/ordinary-user';
import { PROGRAM } from './harness/program';
import { linksOf } from './harness/witness';

/* What nsview tells, held against readlink, lsns and ioctl: for everything on the machine. */

needsDocker();

/** Both stay for the whole file, so that nothing but the machine's own life changes meanwhile. */
const test = base.extend<object, { user: OrdinaryUser; crowd: Crowd }>({
  user: [
    async ({}, use) => {
      const user = await makeOrdinaryUser();
      await use(user);
      await user.remove();
    },
    { scope: 'worker' },
  ],
  crowd: [
    async ({ sharedDockerd, user }, use) => {
      user.admit(sharedDockerd);
      const crowd = new Crowd(user);
      await crowd.gather(sharedDockerd);
      await use(crowd);
      await crowd.disperse();
      await sharedDockerd.clear();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

/** `nsview snapshot`, run by root or by somebody else. */
async function look(docker: string, as: OrdinaryUser | null): Promise<Snapshot> {
  const args = [PROGRAM, 'snapshot', '--docker', docker];
  const outcome = await (as ?? { run }).run(process.execPath, args);
  return snapshotSchema.parse(JSON.parse(demand(outcome, 'nsview snapshot')));
}

/** As many of the machine's links as make the comparison one of the machine. */
function expectWhole(
  { read, refused, differences }: Comparison,
  { processes }: KernelWord,
  crowd: Crowd,
  testInfo: TestInfo,
): void {
  expect(differences).toEqual([]);
  const links = processes.size * NAMESPACE_TYPES.length;
  testInfo.annotations.push({
    type: 'compared',
    description: `${read} links read and ${refused} refused, of ${links}`,
  });
  expect(read + refused).toBeGreaterThan(links * 0.8);
  for (const pid of [...crowd.pids, ...crowd.leaders.values()]) {
    expect(processes.has(pid), `process ${pid}`).toBe(true);
  }
}

for (const who of ['root', 'an ordinary user'] as const) {
  test(`as ${who}: every link is what readlink gives`, async ({
    sharedDockerd,
    crowd,
    user,
  }, testInfo) => {
    const as = who === 'root' ? null : user;
    const before = await kernelWord(as);
    const snapshot = await look(sharedDockerd.endpoint, as);
    const after = await kernelWord(as);
    const comparison = compareLinks(before, snapshot, after);
    expectWhole(comparison, before, crowd, testInfo);
    expect(comparison.read).toBeGreaterThan(as === null ? 300 : 7 * 4);
    // Where root is refused, that is by a sandbox around all this; a user is refused what is root's.
    if (as !== null) expect(comparison.refused).toBeGreaterThan(100);
  });
}

test('in a server that runs: every link is what readlink gives', async ({
  nsview,
  crowd,
}, testInfo) => {
  // What forks tell nothing about is found within 30 s.
  await expect(async () => {
    const before = await kernelWord();
    const snapshot = await snapshotOf(nsview);
    const after = await kernelWord();
    expectWhole(compareLinks(before, snapshot, after), before, crowd, testInfo);
  }).toPass({ timeout: 35_000 });
});

test('fault 6: an ordinary user is told that links are refused, and never that a namespace is own', async ({
  sharedDockerd,
  crowd,
  user,
}) => {
  const { host, containers } = await look(sharedDockerd.endpoint, user);
  expect(containers.map(({ name }) => name).sort()).toEqual([...crowd.leaders.keys()].sort());
  expect(host.namespacesFrom).toBe('initial');
  const facts = new Map((await kernelWord(user)).processes);
  const known: string[] = [];
  for (const { name, pid, namespaces, sharing, unreadable } of containers) {
    expect(pid).toBe(crowd.leaders.get(name));
    for (const type of NAMESPACE_TYPES) {
      const fact = facts.get(pid)?.links[type];
      if (fact === 'EACCES') {
        expect([name, type, namespaces[type], sharing[type]]).toEqual([
          name,
          type,
          null,
          'unknown',
        ]);
        expect(unreadable[`namespaces.${type}`]).toBe('EACCES');
      } else {
        known.push(name);
        expect(namespaces[type]).toBe(fact);
        // Whose it is cannot be told while the host's is not known.
        if (host.namespaces[type] === null) expect(sharing[type]).toBe('unknown');
      }
    }
  }
  // Its own container, which runs as this very user.
  expect(new Set(known)).toEqual(new Set(['own']));
});

/** What lsns lists, without lsns itself: it is in the namespaces that we are in. */
async function lsns(as: OrdinaryUser | null): Promise<Map<NamespaceId, number>> {
  const args = ['-J', '-o', 'NS,TYPE,NPROCS,PID,COMMAND'];
  const printed = await (as === null ? mustRun('lsns', args) : as.mustRun('lsns', args));
  const own = new Set<string>(Object.values(linksOf('self')));
  return new Map(
    [...countsOf(printed)].map(([id, nprocs]) => [id, own.has(id) ? nprocs - 1 : nprocs]),
  );
}

/** The PIDs and start times of the processes in each namespace, as text: equal when the same. */
function membersOf(
  processes: Iterable<readonly [pid: number, start: string, namespaces: Iterable<string | null>]>,
): Map<string, string> {
  const members = new Map<string, string[]>();
  for (const [pid, start, namespaces] of processes) {
    for (const id of namespaces) {
      if (id?.includes(':') !== true) continue;
      members.set(id, [...(members.get(id) ?? []), `${pid} ${start}`]);
    }
  }
  return new Map([...members].map(([id, those]) => [id, those.sort().join(', ')]));
}

const membersByKernel = ({ processes }: KernelWord) =>
  membersOf([...processes].map(([pid, { start, links }]) => [pid, start, Object.values(links)]));
const membersByNsview = ({ processes }: Snapshot) =>
  membersOf(
    processes.map(({ pid, startTicks, namespaces }) => [
      pid,
      startTicks,
      Object.values(namespaces),
    ]),
  );

for (const who of ['root', 'an ordinary user'] as const) {
  test(`as ${who}: every namespace that lsns lists, with as many processes`, async ({
    crowd,
    user,
    ownNsview,
    sharedDockerd,
  }, testInfo) => {
    test.setTimeout(150_000);
    expect(crowd.leaders.size).toBeGreaterThan(12);
    const as = who === 'root' ? null : user;
    const nsview = await ownNsview({ docker: sharedDockerd.endpoint, as });
    const agreed = new Set<NamespaceId>();
    // A namespace is compared when nothing in it has changed from before lsns until after nsview.
    await expect(async () => {
      const before = await kernelWord(as);
      const listed = await lsns(as);
      const snapshot = await snapshotOf(nsview);
      const after = await kernelWord(as);
      const [earlier, later, told] = [
        membersByKernel(before),
        membersByKernel(after),
        membersByNsview(snapshot),
      ];
      const namespaces = new Map(snapshot.namespaces.map((each) => [each.id, each]));
      for (const [id, nprocs] of listed) {
        if (earlier.get(id) !== later.get(id) || told.get(id) !== earlier.get(id)) continue;
        const namespace = namespaces.get(id);
        expect([id, namespace?.type, namespace?.processes]).toEqual([id, id.split(':')[0], nprocs]);
        agreed.add(id);
      }
      expect([...listed.keys()].filter((id) => !agreed.has(id))).toEqual([]);
    }).toPass({ timeout: 120_000, intervals: [50] });
    testInfo.annotations.push({ type: 'compared', description: `${agreed.size} namespaces` });
    expect(agreed.size).toBeGreaterThan(as === null ? 60 : 12);
  });
}

/** Where the namespaces can be opened that no process is in. */
function holdersOf({ namespaces }: Snapshot): string[] {
  return namespaces.flatMap(({ heldBy }) =>
    heldBy.map(({ kind, pid, path }) =>
      kind === 'mount' ? `/proc/${pid}/root${path}` : `${path}`,
    ),
  );
}

for (const who of ['root', 'an ordinary user'] as const) {
  test(`as ${who}: parents, owners and their uids are what ioctl answers`, async ({
    sharedDockerd,
    crowd,
    user,
  }, testInfo) => {
    const as = who === 'root' ? null : user;
    const snapshot = await look(sharedDockerd.endpoint, as);
    const word = await kernelWord(as, holdersOf(snapshot));
    const { nsview, kernel } = relationsOf(snapshot, word);
    expect(nsview).toEqual(kernel);
    const parents = nsview.filter(({ parent }) => parent !== null).length;
    const owners = nsview.filter(({ owner }) => owner !== null).length;
    const uids = nsview.filter(({ ownerUid }) => ownerUid === user.uid).length;
    const asked = new Set(nsview.map(({ id }) => id));
    testInfo.annotations.push({
      type: 'compared',
      description: `${word.namespaces.size} namespaces, ${parents} parents, ${owners} owners`,
    });
    // Of no other does nsview say that it knows it from the kernel, but for those gone since.
    const gone = snapshot.namespaces.filter(
      ({ id, relation }) => relation === 'kernel' && !asked.has(id),
    );
    expect(gone.length).toBeLessThan(10);
    expect(crowd.pids.length).toBeGreaterThan(5);
    expect(uids).toBe(1);
    expect(parents).toBeGreaterThan(as === null ? 15 : 0);
    expect(owners).toBeGreaterThan(as === null ? 60 : 0);
  });
}
