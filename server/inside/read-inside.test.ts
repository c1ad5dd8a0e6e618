import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { InsideRequest } from '@lib/inside/reading';
import { parseNsLink } from '@lib/proc/ns-link';
import { ProcRoot } from '../proc/read';
import { Below } from '../below/below';
import { createEnter } from '../enter/enter';
import { readInside } from './read-inside';

/* Namespaces that the test makes, read through the process that is in them. */

const proc = new ProcRoot('/proc');
const enter = createEnter('/proc');
const below = new Below(proc);
const NO_UIDS = { inside: [], outside: [] };
afterAll(() => Promise.all([below.close(), enter.close()]));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started.splice(0)) each.kill('SIGKILL');
});

/** @returns the PID of a process that runs `sleep` in what `unshare` was told to make */
async function asleepIn(...namespaces: string[]): Promise<number> {
  const child = spawn('unshare', [...namespaces, 'sleep', '600'], { stdio: 'ignore' });
  started.push(child);
  await vi.waitFor(() => {
    expect(readFileSync(`/proc/${child.pid}/comm`, 'utf8')).toBe('sleep\n');
  });
  return child.pid ?? 0;
}

function asked(type: InsideRequest['type'], pid: number, ...pids: number[]): InsideRequest {
  const namespace = parseNsLink(readlinkSync(`/proc/${pid}/ns/${type}`), type);
  return { type, namespace, pids: [...pids, pid], others: [], host: null, uids: NO_UIDS };
}

it('tells whether groups may be changed', async () => {
  const pid = await asleepIn('--user', '--setgroups', 'deny');
  expect(await readInside({ enter, proc, below }, asked('user', pid))).toEqual({
    type: 'user',
    setgroups: 'deny',
    names: { inside: {}, outside: null },
    through: pid,
    unreadable: { 'names.outside': 'ESRCH' },
  });
});

it('tells how far clocks are ahead, as the process sees it', async () => {
  const pid = await asleepIn('--time', '--boottime', '86400', '--monotonic', '7');
  expect(await readInside({ enter, proc, below }, asked('time', pid))).toMatchObject({
    monotonicNs: '7000000000',
    boottimeNs: '86400000000000',
    through: pid,
  });
});

it('tells which cgroup is the root: the one that the process was in', async () => {
  const pid = await asleepIn('--cgroup');
  const paths = (text: string) => text.match(/(?<=:)\/.*$/gm) ?? [];
  const outside = paths(readFileSync(`/proc/${pid}/cgroup`, 'utf8'));
  const inside = paths(
    execFileSync('nsenter', ['-t', String(pid), '-C', 'cat', `/proc/${pid}/cgroup`], {
      encoding: 'utf8',
    }),
  );
  expect(inside).toEqual(outside.map(() => '/'));
  const reading = await readInside({ enter, proc, below }, asked('cgroup', pid));
  expect(reading).toMatchObject({ through: pid, unreadable: {} });
  expect(outside).toContain(reading.type === 'cgroup' ? reading.root : null);
});

it('passes over who is in another namespace, or gone', async () => {
  const pid = await asleepIn('--user');
  const reading = await readInside(
    { enter, proc, below },
    asked('user', pid, 2 ** 22 + 1, process.pid),
  );
  expect(reading).toMatchObject({ setgroups: 'allow', through: pid });
});

it('says why nothing is told where nobody is left', async () => {
  const { namespace } = asked('time', process.pid);
  expect(
    await readInside(
      { enter, proc, below },
      { type: 'time', namespace, pids: [], others: [], host: null, uids: NO_UIDS },
    ),
  ).toEqual({
    type: 'time',
    monotonicNs: null,
    boottimeNs: null,
    through: null,
    unreadable: { monotonicNs: 'ESRCH', boottimeNs: 'ESRCH' },
  });
  expect(
    await readInside(
      { enter, proc, below },
      {
        type: 'time',
        namespace,
        pids: [2 ** 22 + 1],
        others: [],
        host: null,
        uids: NO_UIDS,
      },
    ),
  ).toMatchObject({
    unreadable: { monotonicNs: 'ESRCH' },
  });
});

it('goes in through the first that is still there', async () => {
  const pid = await asleepIn('--uts');
  const request = asked('uts', pid, 2 ** 22 + 1, process.pid);
  expect(await readInside({ enter, proc, below }, request)).toMatchObject({
    through: pid,
    unreadable: {},
  });
  expect(await readInside({ enter, proc, below }, { ...request, pids: [] })).toEqual({
    type: 'uts',
    hostname: null,
    domainname: null,
    through: null,
    unreadable: { hostname: 'ESRCH', domainname: 'ESRCH' },
  });
});
