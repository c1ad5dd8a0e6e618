import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { process as question } from '@lib/questions/process';
import type { Privileges } from '@lib/privileges/privileges';
import { freshSnapshot } from './harness/api';
import { barriers } from './harness/axe';
import { demand, mustRun, run } from './harness/command';
import { PRIVILEGED } from './harness/dockerd';
import { expect, needsDocker, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { ordinaryCommand } from './harness/ordinary-command';
import { openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';

/* What processes may do and do, against what capsh, scmp_sys_resolver and the kernel's files say. */

const SLEEPS = ['ubuntu', 'sleep', '1d'];

async function privilegesOf(nsview: Nsview, pid: number): Promise<Privileges> {
  const response = await fetch(`${nsview.url}/api/v1/processes/${String(pid)}`);
  return question.answer.parse(await response.json());
}

const fileOf = (pid: number, name: string) => readFileSync(`/proc/${String(pid)}/${name}`, 'utf8');

/** A line of status, without its name. */
const statusOf = (pid: number, key: string) =>
  new RegExp(`^${key}:\\s+(.*)$`, 'm').exec(fileOf(pid, 'status'))?.[1] ?? 'no such line';

/** As capsh names them, in its order. */
async function decoded(mask: string): Promise<string[]> {
  const said = await mustRun('capsh', [`--decode=${mask}`]);
  const names = said.replace(/^0x[0-9a-f]+=/, '');
  return names === '' ? [] : names.toUpperCase().replaceAll('CAP_', '').split(',');
}

/** All that files and other programs say of the process, as we tell it. */
async function witnessed(pid: number): Promise<object> {
  const [number = ''] = fileOf(pid, 'syscall').split(' ');
  // The kernel writes columns of 25, 20 and 20 characters, proc_pid_limits(5).
  const limits = fileOf(pid, 'limits').trimEnd().split('\n').slice(1);
  const cell = (line: string, from: number, to?: number) => line.slice(from, to).trim();
  return {
    capabilities: {
      effective: await decoded(statusOf(pid, 'CapEff')),
      permitted: await decoded(statusOf(pid, 'CapPrm')),
      inheritable: await decoded(statusOf(pid, 'CapInh')),
      bounding: await decoded(statusOf(pid, 'CapBnd')),
      ambient: await decoded(statusOf(pid, 'CapAmb')),
    },
    seccomp: ['off', 'strict', 'filter'][Number(statusOf(pid, 'Seccomp'))],
    noNewPrivileges: statusOf(pid, 'NoNewPrivs') === '1',
    call: { number: Number(number), name: await mustRun('scmp_sys_resolver', [number]) },
    wchan: fileOf(pid, 'wchan'),
    limits: limits.map((line) => ({
      name: cell(line, 'Max '.length, 25),
      soft: cell(line, 26, 46),
      hard: cell(line, 47, 67),
      unit: cell(line, 68) || null,
    })),
  };
}

/** The same of what we tell. */
function asWitnessed({ capabilities, ...told }: Privileges): object {
  const { beyondDefault: _beyond, withoutDefault: _without, ...sets } = capabilities;
  const { seccomp, noNewPrivileges, call, wchan, limits } = told;
  return { capabilities: sets, seccomp, noNewPrivileges, call, wchan, limits };
}

const WAYS: readonly { name: string; options: string[]; expected: Record<string, string[]> }[] = [
  { name: 'default', options: [], expected: { beyondDefault: [], withoutDefault: [] } },
  {
    name: 'more',
    options: ['--cap-add', 'NET_ADMIN'],
    expected: { beyondDefault: ['NET_ADMIN'], withoutDefault: [] },
  },
  {
    name: 'less',
    options: ['--cap-drop', 'MKNOD'],
    expected: { beyondDefault: [], withoutDefault: ['MKNOD'] },
  },
  {
    name: 'held',
    options: ['--security-opt', 'no-new-privileges'],
    expected: { beyondDefault: [], withoutDefault: [] },
  },
  {
    name: 'unconfined',
    options: ['--security-opt', 'seccomp=unconfined'],
    expected: { beyondDefault: [], withoutDefault: [] },
  },
  {
    name: 'nobody',
    options: ['--user', '65534', '--ulimit', 'nofile=100:200'],
    expected: { effective: [], beyondDefault: [] },
  },
];

test('what containers may do: as capsh, status and scmp_sys_resolver say', async ({
  dockerd,
  nsview,
}) => {
  needsDocker();
  for (const { name, options } of WAYS) await dockerd.run('--name', name, ...options, ...SLEEPS);
  await freshSnapshot(nsview);
  for (const { name, expected } of WAYS) {
    const pid = await dockerd.leader(name);
    const told = await privilegesOf(nsview, pid);
    expect.soft(asWitnessed(told), name).toEqual(await witnessed(pid));
    expect.soft(told.capabilities, name).toMatchObject(expected);
    expect.soft(told.unreadable, name).toEqual({});
  }
  const held = await privilegesOf(nsview, await dockerd.leader('held'));
  expect(held.noNewPrivileges).toBe(true);
  const unconfined = await privilegesOf(nsview, await dockerd.leader('unconfined'));
  expect(unconfined.seccomp).toBe('off');
});

test('a privileged container may do all that the machine may', async ({ dockerd, nsview }) => {
  needsDocker();
  await dockerd.run('--name', 'all', ...PRIVILEGED, ...SLEEPS);
  // What is asked below is of a container like any other.
  await expect
    .poll(async () => (await freshSnapshot(nsview)).containers.map(({ sharing }) => sharing.pid))
    .toEqual(['own']);
  const pid = await dockerd.leader('all');
  const { capabilities, seccomp } = await privilegesOf(nsview, pid);
  expect(capabilities.effective).toEqual(await decoded(statusOf(pid, 'CapEff')));
  expect(capabilities.beyondDefault).toContain('SYS_ADMIN');
  expect(seccomp).toBe('off');
});

test('who sleeps, pauses and reads is told so, and a thread of the kernel does nothing', async ({
  nsview,
}) => {
  const programs = [
    { call: 'clock_nanosleep', command: ['sleep', '600'] },
    { call: 'pause', command: ['python3', '-c', 'import signal; signal.pause()'] },
    { call: 'read', command: ['cat'] },
  ].map(({ call, command: [program = '', ...args] }) => {
    return { call, child: spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] }) };
  });
  try {
    await freshSnapshot(nsview);
    for (const { call: name, child } of programs) {
      const pid = child.pid ?? 0;
      await expect
        .poll(async () => (await privilegesOf(nsview, pid)).call)
        .toEqual({ number: expect.any(Number), name });
      const [number = ''] = fileOf(pid, 'syscall').split(' ');
      expect(await mustRun('scmp_sys_resolver', [number])).toBe(name);
    }
    // Where PID 2 is such a thread; in a PID namespace it is not.
    if (fileOf(2, 'cmdline') === '') {
      expect(fileOf(2, 'syscall')).toMatch(/^0 /);
      expect((await privilegesOf(nsview, 2)).call).toBe('none');
    }
  } finally {
    for (const { child } of programs) child.kill('SIGKILL');
  }
});

test('a process on the page: chosen in a pane, told in full, and gone with its number', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', '--cap-add', 'NET_ADMIN', '--cap-drop', 'MKNOD', ...SLEEPS);
  const pid = await dockerd.leader('c1');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=processes&vantages=c1');
  const row = page.locator(`[data-vantage="c1"] [data-process="${String(pid)}"]`);
  await row.locator('[data-column="command"]').click();
  await expect(page).toHaveURL(new RegExp(`select=process:${String(pid)}(&|$)`));
  await expect(row).toHaveAttribute('aria-selected', 'true');

  const inspector = page.getByRole('complementary');
  const chips = (are: string) =>
    inspector
      .locator(`[data-capability][data-are="${are}"]`)
      .evaluateAll((all) => all.map((chip) => chip.getAttribute('data-capability')));
  await expect(inspector.locator('[data-capability="NET_ADMIN"][data-beyond]')).toBeVisible();
  expect(await chips('effective')).toEqual(await decoded(statusOf(pid, 'CapEff')));
  expect(await chips('missing')).toEqual(['MKNOD']);
  await expect(inspector).toContainText('NET_ADMIN change devices, addresses, routes');
  await expect(inspector.locator('[data-seccomp]')).toHaveAttribute('data-seccomp', 'filter');
  await expect(inspector.locator('[data-no-new-privileges="false"]')).toBeVisible();
  await expect(inspector.locator('[data-call="clock_nanosleep"]')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await expect(inspector.locator('[data-only-in]')).toHaveCount(0);

  // From a link, and as its container's first process.
  await openNsview(page, nsview, `view=processes&select=process:${String(pid)}`);
  await expect(page.locator('[data-vantage="c1"]')).toBeVisible();
  await expect(inspector.locator('[data-beyond]')).toHaveCount(1);
  await dockerd.cli('rm', '-f', 'c1');
  await expect(inspector).toContainText(`PID ${String(pid)} is not there now`);
  await expect(inspector.locator('[data-capability]')).toHaveCount(0);
});

test('a held moment: nothing more is asked of a process, until a person goes on', async ({
  page,
  nsview,
}) => {
  const program = 'import signal as s; n = [s.SIGUSR1]; s.pthread_sigmask(s.SIG_BLOCK, n)';
  const child = spawn('python3', ['-c', `${program}; s.sigwait(n); s.pause()`]);
  try {
    const pid = child.pid ?? 0;
    const call = async () => (await privilegesOf(nsview, pid)).call;
    await freshSnapshot(nsview);
    await expect.poll(call).toMatchObject({ name: 'rt_sigtimedwait' });
    let questions = 0;
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (payload.includes('"name":"process"')) questions += 1;
      }),
    );
    await page.clock.install();
    await openNsview(page, nsview, `view=sharing&select=process:${String(pid)}&freeze=1`);
    const told = page.getByRole('complementary').locator('[data-call]');
    await expect(told).toHaveAttribute('data-call', 'rt_sigtimedwait');
    const before = questions;
    expect(before).toBeGreaterThan(0);

    child.kill('SIGUSR1');
    await expect.poll(call).toMatchObject({ name: 'pause' });
    // Of a process one asks every two seconds.
    await page.clock.runFor(10_000);
    await expect(told).toHaveAttribute('data-call', 'rt_sigtimedwait');
    await page.keyboard.press('z');
    await expect(told).toHaveAttribute('data-call', 'pause');
    expect(questions).toBe(before + 1);
  } finally {
    child.kill('SIGKILL');
  }
});

test('capabilities in a user namespace are said to count in there alone', async ({
  page,
  nsview,
}) => {
  const child = spawn('unshare', ['-U', '--map-root-user', 'sleep', '600'], { stdio: 'ignore' });
  try {
    const pid = child.pid ?? 0;
    await expect.poll(() => fileOf(pid, 'comm')).toBe('sleep\n');
    await freshSnapshot(nsview);
    const link = readlinkSync(`/proc/${String(pid)}/ns/user`);
    await openNsview(page, nsview, `view=sharing&select=process:${String(pid)}`);
    const inspector = page.getByRole('complementary');
    await expect(inspector.locator('[data-only-in]')).toContainText(link);
    // A number that the kernel has not given is another's, or nobody's.
    await openNsview(page, nsview, 'view=sharing&select=process:4194304');
    await expect(inspector).toContainText('PID 4194304 is not there now');
    await expect(inspector.locator('[data-only-in]')).toHaveCount(0);
  } finally {
    child.kill('SIGKILL');
  }
});

test('nsview process: as a table, as JSON, and as an ordinary user', async ({
  dockerd,
  ordinary,
}) => {
  needsDocker();
  await dockerd.run('--name', 'c1', '--cap-add', 'NET_ADMIN', ...SLEEPS);
  const pid = String(await dockerd.leader('c1'));
  const command = [PROGRAM, 'process', '--docker', dockerd.endpoint];
  const text = await mustRun(process.execPath, [...command, pid]);
  expect(text).toMatch(/^Capabilities +15 are in effect, 1 beyond the engine’s default$/m);
  expect(text).toMatch(/^ +beyond the default +NET_ADMIN$/m);
  expect(text).toMatch(/^system call +clock_nanosleep, number \d+$/m);
  const nobody = await run(process.execPath, [...command, '4194304']);
  expect([nobody.code, nobody.stdout]).toEqual([2, '']);

  const as = async (...args: string[]) => {
    const outcome = await ordinaryCommand(ordinary, dockerd, 'process', pid, '--json', ...args);
    return question.answer.parse(JSON.parse(demand(outcome, 'nsview process')));
  };
  const root = question.answer.parse(
    JSON.parse(await mustRun(process.execPath, [...command, pid, '--json'])),
  );
  const alone = await as();
  // What anybody may read is the same; the rest is not known, and nothing of it is taken for none.
  const kept = { call: null, wchan: null, namespaceFiles: null };
  const unreadable = { call: 'EACCES', wchan: 'EACCES', namespaceFiles: 'EACCES' };
  expect(alone).toEqual({ ...root, ...kept, unreadable, takenAt: alone.takenAt });
  const read = await as('--reader', 'container');
  expect(read).toEqual({ ...root, takenAt: read.takenAt });
});
