import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listensAt } from './listens-at';
import { ProcRoot } from './read';

const proc = new ProcRoot('/proc');
let folder = '';
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-listens-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true });
});

async function listen(at: string | number): Promise<void> {
  const server = createServer().listen(at);
  servers.push(server);
  await once(server, 'listening');
}

it('the files of its sockets that wait for connections, in their order', async () => {
  await listen(join(folder, 'b.sock'));
  await listen(join(folder, 'a.sock'));
  await listen(0);
  await listen(`\0${folder}`);
  const { paths } = listensAt(proc, process.pid);
  expect(paths?.filter((path) => path.includes(folder))).toEqual([
    join(folder, 'a.sock'),
    join(folder, 'b.sock'),
  ]);
});

it('not those that it has besides more descriptors than are looked at', async () => {
  await listen(join(folder, 'a.sock'));
  const paths = (most: number) => listensAt(proc, process.pid, most).paths ?? [];
  expect(paths(Infinity)).toContain(join(folder, 'a.sock'));
  expect(paths(3)).not.toContain(join(folder, 'a.sock'));
});

it('not those of another process', async () => {
  await listen(join(folder, 'a.sock'));
  expect(listensAt(proc, process.ppid).paths ?? []).not.toContain(join(folder, 'a.sock'));
});

it('of a process that is gone, why not', () => {
  expect(listensAt(proc, 4_194_305)).toEqual({ paths: null, reason: 'ENOENT' });
});

it('of one that keeps its descriptors from us, why not', ({ skip }) => {
  if (process.getuid?.() !== 0) skip('only root can become somebody else');
  process.seteuid?.('nobody');
  try {
    expect(listensAt(proc, process.ppid)).toEqual({ paths: null, reason: 'EACCES' });
  } finally {
    process.seteuid?.(0);
  }
});
