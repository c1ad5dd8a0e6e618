import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Snapshot, snapshotSchema } from '@lib/model/snapshot';
import { demand, run } from './harness/command';
import { freshSnapshot } from './harness/api';
import { expect, needsDocker, test, type Ordinary } from './harness/fixtures';
import { makeUbuntu } from './harness/images';
import { containerNode, openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';
import { startRootlessDockerd } from './harness/rootless';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Environments in which less is to be seen than there is, or something else than it seems. */

const NOWHERE = 'unix:///nonexistent/d.sock';

/** `nsview snapshot` within what `script` makes: it ends in `exec "$@"`. */
async function snapshotWithin(
  script: string,
  unshare: string[],
  { docker = NOWHERE, program = PROGRAM } = {},
) {
  const nsview = [process.execPath, program, 'snapshot', '--docker', docker];
  const outcome = await run('unshare', [...unshare, 'sh', '-euc', script, 'sh', ...nsview]);
  return snapshotSchema.parse(JSON.parse(demand(outcome, script)));
}

const codes = ({ host }: Snapshot) => host.notices.map(({ code }) => code);
const noticeOf = ({ host }: Snapshot, code: string) =>
  host.notices.find((notice) => notice.code === code)?.params;

test.describe('as an ordinary user', () => {
  const seenBy = ({ user, project }: Ordinary, mount: string) =>
    snapshotWithin(`${mount}; exec setpriv ${user.credentials.join(' ')} "$@"`, ['--mount'], {
      program: project.program,
    });

  test('it says what is kept from it, and what helps', async ({ ordinary }) => {
    const snapshot = await seenBy(ordinary, ':');
    const { count, total, uid } = noticeOf(snapshot, 'not-root') ?? {};
    expect(uid).toBe(String(ordinary.user.uid));
    expect(total).toBe(String(snapshot.processes.length));
    // All but its own processes, and PID 1, of which another notice speaks.
    const blind = snapshot.processes.filter(({ pid, namespaces }) => pid !== 1 && !namespaces.pid);
    expect(count).toBe(String(blind.length));
    expect(blind.length).toBeGreaterThan(1);
  });

  test('fault 8: hidepid=1, it counts what is listed and hidden', async ({ ordinary }) => {
    const snapshot = await seenBy(ordinary, 'mount -t proc -o hidepid=1 proc /proc');
    const params = noticeOf(snapshot, 'hidepid');
    expect(params).toMatchObject({ hidepid: 'noaccess' });
    expect(Number(params?.count)).toBeGreaterThan(2);
    expect(new Set(snapshot.processes.map(({ uid }) => uid))).toEqual(new Set([ordinary.user.uid]));
  });

  for (const [option, mode] of [
    ['2', 'invisible'],
    ['4', 'ptraceable'],
  ] as const) {
    test(`fault 8: hidepid=${option}, it says that others are not even listed`, async ({
      ordinary,
    }) => {
      const snapshot = await seenBy(ordinary, `mount -t proc -o hidepid=${option} proc /proc`);
      expect(noticeOf(snapshot, 'hidepid')).toEqual({ hidepid: mode });
      expect(new Set(snapshot.processes.map(({ uid }) => uid))).toEqual(
        new Set([ordinary.user.uid]),
      );
    });
  }

  test('hidepid=2 and a group that is excepted: nothing to say of it', async ({ ordinary }) => {
    const mount = `mount -t proc -o hidepid=2,gid=${ordinary.user.gid} proc /proc`;
    const snapshot = await seenBy(ordinary, mount);
    expect(codes(snapshot)).not.toContain('hidepid');
    expect(codes(snapshot)).toContain('not-root');
  });
});

test('root is told of no hidepid', async () => {
  const mount = 'mount -t proc -o hidepid=2 proc /proc; exec "$@"';
  const snapshot = await snapshotWithin(mount, ['--mount']);
  expect(codes(snapshot)).not.toContain('hidepid');
  expect(snapshot.processes.some(({ uid }) => uid === 65534 || uid === 0)).toBe(true);
});

test('in a PID namespace, a container’s number is not taken for a process inside', async ({
  dockerd,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  // A process inside has the very number that the leader has outside.
  const twin = `echo ${leader - 1} > /proc/sys/kernel/ns_last_pid; sleep 60 & test $! = ${leader}`;
  const inside = ['--pid', '--fork', '--mount-proc', '--kill-child'];
  const snapshot = await snapshotWithin(`${twin}; "$@"`, inside, {
    docker: dockerd.endpoint,
  });
  expect(snapshot.processes.find(({ pid }) => pid === leader)).toMatchObject({
    args: ['sleep', '60'],
    container: null,
  });
  const [c1] = snapshot.containers;
  expect(c1).toMatchObject({ name: 'c1', state: 'running' });
  expect(new Set(Object.values(c1?.sharing ?? {}))).toEqual(new Set(['unknown']));
  expect(c1?.unreadable['namespaces.pid']).toBe('ESRCH');
  expect(noticeOf(snapshot, 'own-pid-namespace')?.namespace).toMatch(/^pid:\[\d+\]$/);
});

test('a daemon in a PID namespace: its containers are found by their numbers in there', async ({
  ownDockerd,
  ownNsview,
}) => {
  const dockerd = await ownDockerd({ pidNamespace: true });
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8001');
  await dockerd.run('--name', 'c2', '--pid=container:c1', 'ubuntu', 'sleep', '8002');
  const snapshot = await until(
    'both are known',
    async () => {
      const seen = await freshSnapshot(nsview);
      return seen.containers.filter(({ namespaces }) => namespaces.pid).length === 2 && seen;
    },
    10_000,
  );
  for (const [name, seconds] of [
    ['c1', '8001'],
    ['c2', '8002'],
  ]) {
    const container = snapshot.containers.find((each) => each.name === name);
    const leader = snapshot.processes.find(({ args }) => args?.[1] === seconds);
    expect(container?.pid).toBe(leader?.pid);
    expect(container?.pid).not.toBe(await dockerd.leader(name ?? ''));
    expect(container?.namespaces).toEqual(linksOf(container?.pid ?? 0));
    expect(container?.sharing.pid).toBe('shared');
  }
  expect(noticeOf(snapshot, 'engine-namespaces')?.types).toContain('pid');
});

test('userns-remap: it says that users are mapped', async ({ remapped: { dockerd, nsview } }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const snapshot = await until(
    'the container is known',
    async () => {
      const seen = await freshSnapshot(nsview);
      return typeof seen.containers[0]?.namespaces.user === 'string' && seen;
    },
    10_000,
  );
  expect(codes(snapshot)).toContain('userns-remap');
  expect(snapshot.containers[0]?.sharing.user).toBe('own');
});

test('rootless: it says so, and finds containers that have no cgroup of their own', async ({
  ownNsview,
}) => {
  needsDocker();
  const dockerd = await startRootlessDockerd();
  try {
    await makeUbuntu(dockerd);
    const command = ['--net=none', 'ubuntu', 'sh', '-c', 'sleep 8003; :'];
    demand(await dockerd.cli('run', '-d', '--name', 'c1', ...command), 'docker run');
    const nsview = await ownNsview({ docker: dockerd.endpoint });
    const snapshot = await until(
      'the container is known',
      async () => {
        const seen = await freshSnapshot(nsview);
        return typeof seen.containers[0]?.namespaces.pid === 'string' && seen;
      },
      10_000,
    );
    expect(noticeOf(snapshot, 'rootless')?.types).toBe('net, mnt, user');
    const [c1] = snapshot.containers;
    expect(c1?.namespaces).toEqual(linksOf(c1?.pid ?? 0));
    expect(c1?.sharing).toMatchObject({ pid: 'own', mnt: 'own', user: 'host' });
    const inside = snapshot.processes.filter(({ container }) => container === c1?.id);
    expect(inside.map(({ args }) => args?.[0]).sort()).toEqual(['sh', 'sleep']);
  } finally {
    await dockerd.close();
  }
});

test('a runtime with a kernel of its own: what it sees is unknown, and the page says why', async ({
  page,
  ownDockerd,
  ownNsview,
}) => {
  const { code } = await run('which', ['runsc']);
  test.skip(code !== 0, 'runsc is not installed: no container can be run on a kernel of its own');
  const runsc = join(import.meta.dirname, 'harness/runsc.sh');
  const dockerd = await ownDockerd({ runtimes: { runsc } });
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'boxed', '--runtime=runsc', 'ubuntu', 'sleep', '1d');
  const kernels = ['plain', 'boxed'].map(async (name) =>
    demand(await dockerd.cli('exec', name, 'uname', '-r'), 'uname'),
  );
  expect(new Set(await Promise.all(kernels)).size, 'a kernel of its own').toBe(2);

  const nsview = await ownNsview({ docker: dockerd.endpoint });
  const { containers, host } = await until(
    'both are known',
    async () => {
      const seen = await freshSnapshot(nsview);
      const plain = seen.containers.find(({ name }) => name === 'plain');
      return typeof plain?.namespaces.pid === 'string' && seen.containers.length === 2 && seen;
    },
    10_000,
  );
  const boxed = containers.find(({ name }) => name === 'boxed');
  expect(boxed?.pid).toBe(await dockerd.leader('boxed'));
  // The process of that number is this kernel's, and in namespaces that can be read.
  expect(Object.values(linksOf(boxed?.pid ?? 0))).not.toContain(null);
  expect(new Set(Object.values(boxed?.namespaces ?? {}))).toEqual(new Set([null]));
  expect(new Set(Object.values(boxed?.sharing ?? {}))).toEqual(new Set(['unknown']));
  expect(new Set(Object.values(boxed?.unreadable ?? {}))).toEqual(new Set(['sandbox']));
  const notice = host.notices.find(({ code: each }) => each === 'sandboxed');
  expect(notice?.params).toEqual({ count: '1', containers: 'boxed', runtimes: 'runsc' });

  await openNsview(page, nsview);
  await expect(page.locator('[data-notice="sandboxed"]')).toContainText(
    'boxed runs on a kernel of its own',
  );
  await containerNode(page, 'boxed').click();
  const inspector = page.getByRole('complementary');
  await expect(inspector).toContainText('it runs on a kernel of its own');
});

test('a daemon at an address elsewhere: nothing here is taken for its own, and the page says so', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  const address = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  test.skip(address === undefined, 'this machine has no address but loopback');
  // The daemon is here: so nothing but its address can keep nsview from joining its containers.
  const relay = createServer((client) => {
    const daemon = connect(dockerd.socket);
    client.pipe(daemon).pipe(client);
    for (const end of [client, daemon])
      end.on('error', () => [client, daemon].map((each) => each.destroy()));
  });
  relay.listen(0, address);
  await once(relay, 'listening');
  try {
    const at = relay.address();
    if (at === null || typeof at === 'string') throw new Error('the relay has no port');
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    const nsview = await ownNsview({ docker: `tcp://${at.address}:${at.port}` });
    const snapshot = await until(
      'the container is known',
      async () => {
        const seen = await freshSnapshot(nsview);
        return seen.containers.length === 1 && seen;
      },
      10_000,
    );
    expect(codes(snapshot)).toContain('engine-remote');
    expect(snapshot.engines[0]).toMatchObject({ pid: null, state: 'connected' });
    expect(snapshot.containers[0]?.unreadable['namespaces.net']).toBe('EREMOTE');
    expect(new Set(Object.values(snapshot.containers[0]?.sharing ?? {}))).toEqual(
      new Set(['unknown']),
    );
    expect(snapshot.processes.filter(({ container }) => container !== null)).toEqual([]);
    expect(snapshot.namespaces.flatMap(({ containers }) => containers)).toEqual([]);

    await openNsview(page, nsview);
    await expect(page.locator('[data-notice="engine-remote"]')).toContainText(`${at.port}`);
    await expect(page.getByText('One limit to what is shown here')).toBeAttached();
  } finally {
    relay.close();
  }
});
