import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { namespaceId, type NamespaceId } from '@lib/model/ids';
import { namespaceIdSchema } from '@lib/model/namespace-id-schema';
import type { Namespace } from '@lib/model/namespace';
import { snapshotOf } from './harness/api';
import { mustRun } from './harness/command';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Namespaces that no process is in: found by a server that runs, which names what holds them. */

const HOLD = new URL('../server/proc/testing/hold.py', import.meta.url).pathname;
const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';
/** What is costly to look for is looked for once in 30 s. */
const SEARCHED_WITHIN = 40_000;

function found(nsview: Nsview, id: NamespaceId): Promise<Namespace> {
  return until(
    `${id} is found`,
    async () => (await snapshotOf(nsview)).namespaces.find((namespace) => namespace.id === id),
    SEARCHED_WITHIN,
    250,
  );
}

/** What ends with its holder is gone at the next tick. */
async function gone(nsview: Nsview, id: NamespaceId): Promise<void> {
  const isGone = async () =>
    !(await snapshotOf(nsview)).namespaces.some((namespace) => namespace.id === id);
  await until(`${id} is gone`, isGone, 5000, 250);
}

test('held by a bind mount only', async ({ ownNsview }) => {
  const name = `nsv-held-${process.pid}`;
  const path = `/run/netns/${name}`;
  await mustRun('ip', ['netns', 'add', name]);
  try {
    const nsview = await ownNsview({ docker: NO_DAEMON });
    const id = namespaceId('net', String(statSync(path, { bigint: true }).ino));
    const namespace = await found(nsview, id);
    expect(namespace).toMatchObject({
      leader: null,
      processes: 0,
      relation: 'kernel',
      owner: linksOf('self').user,
    });
    expect(namespace.heldBy).toContainEqual({ kind: 'mount', pid: expect.any(Number), path });
    expect(new Set(namespace.heldBy.map(({ kind }) => kind))).toEqual(new Set(['mount']));
  } finally {
    await mustRun('ip', ['netns', 'del', name]);
  }
});

for (const [what, how, kind] of [
  ['an open file', 'fd', 'fd'],
  ['a thread', 'thread', 'thread'],
  ['what a process gives its children', 'children', 'thread'],
] as const) {
  test(`held by ${what} only`, async ({ ownNsview }) => {
    const holder = spawn('setpriv', ['--pdeathsig', 'KILL', 'python3', HOLD, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line]: unknown[] = await once(createInterface(holder.stdout), 'line');
      const [link = '', path = ''] = String(line).split(' ');
      const id = namespaceIdSchema.parse(link.replace(/[[\]]/g, ''));
      const nsview = await ownNsview({ docker: NO_DAEMON });
      expect(await found(nsview, id)).toMatchObject({
        leader: null,
        processes: 0,
        relation: 'kernel',
        owner: linksOf('self').user,
        heldBy: [{ kind, pid: holder.pid, path }],
      });
      holder.kill('SIGKILL');
      await gone(nsview, id);
    } finally {
      holder.kill('SIGKILL');
    }
  });
}
