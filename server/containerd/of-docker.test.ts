import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TestRuntime } from '../grpc/test-runtime';
import { CALLS, type Call } from './calls';
import { createContainerdFacade } from './facade';
import { CONTAINERD } from './protos';

/* What containerd tells of Docker’s own containers: where a Docker is asked, nothing. */

const ID = 'd'.repeat(64);
const CONTAINER = { id: ID, labels: {}, image: '' };

it.each([
  [true, [{ id: ID, name: 'd'.repeat(12), within: 'moby' }], [ID]],
  [false, [], []],
])('asked for these as well: %s', async (tellsDockers, containers, happened) => {
  const folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  const path = join(folder, 'c.sock');
  const event = (namespace: string, id: string) => ({
    ...{ namespace, topic: '/tasks/start', timestamp: { seconds: 5, nanos: 7 } },
    event: { value: CONTAINERD.encode('Subject', { id }) },
  });
  const runtime = new TestRuntime<Call>(
    CALLS,
    CONTAINERD,
    {
      version: { version: '1.7.0' },
      namespaces: { namespaces: [{ name: 'moby' }] },
      containers: { containers: [CONTAINER] },
      container: { container: CONTAINER },
      tasks: { tasks: [{ id: ID, pid: 7, status: 2, exit_status: 0 }] },
      task: { process: { id: ID, pid: 7, status: 2, exit_status: 0 } },
      events: event('moby', ID),
    },
    { streamed: 'events' },
  );
  await runtime.listen(path);
  const facade = createContainerdFacade({ kind: 'unix', path }, { deadline: 10_000, tellsDockers });
  const told: string[] = [];
  const listening = async () => {
    const unread = () => expect.fail('it could not be read');
    const { close, closed } = await facade.events(({ id }) => told.push(id), unread);
    return async () => {
      close();
      await closed;
    };
  };
  try {
    const end = await listening();
    expect(await facade.list()).toMatchObject(containers);
    expect(await facade.list()).toHaveLength(containers.length);
    // By one of another namespace it is known that the first one has been heard.
    runtime.answers.events = event('x', 'last');
    const endOther = await listening();
    await expect.poll(() => told).toEqual([...happened, 'x/last']);
    await Promise.all([end(), endOther()]);
  } finally {
    facade.close();
    runtime.close();
    rmSync(folder, { recursive: true });
  }
});
