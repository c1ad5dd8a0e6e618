import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findListener, socketFile } from './find-listener';
import { ProcRoot } from './read';
import { canBeSilent, silentMount } from './testing/silent-mount';

const proc = new ProcRoot('/proc');
const find = (path: string) => findListener(proc, socketFile(path) ?? expect.fail('no such file'));
const isRoot = process.getuid?.() === 0;
let folder = '';
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-listen-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Runs a program that listens at `path`, perhaps by way of another. */
async function listen(path: string, ...by: string[]): Promise<ChildProcess> {
  const program = `require('net').createServer().listen(process.argv[1], () => console.log('ready'))`;
  const [command = '', ...args] = [...by, process.execPath, '-e', program, path];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  await once(child.stdout, 'data');
  return child;
}

it('the process that listens', async () => {
  const path = join(folder, 'd.sock');
  const { pid } = await listen(path);
  expect(find(path)).toMatchObject({ listener: { pid }, reason: null });
});

it('by another path to the same socket', async () => {
  const path = join(folder, 'd.sock');
  const { pid } = await listen(path);
  symlinkSync(path, join(folder, 'link.sock'));
  symlinkSync(folder, join(folder, 'here'));
  expect(find(join(folder, 'link.sock'))).toMatchObject({ listener: { pid } });
  expect(find(join(folder, 'here/d.sock'))).toMatchObject({ listener: { pid } });
});

it('bound by another path to the same folder', async () => {
  symlinkSync(folder, join(folder, 'here'));
  const { pid } = await listen(join(folder, 'here/d.sock'));
  expect(find(join(folder, 'd.sock'))).toMatchObject({ listener: { pid } });
});

it('not one of the same name in another folder', async () => {
  mkdirSync(join(folder, 'there'));
  await listen(join(folder, 'there/d.sock'));
  writeFileSync(join(folder, 'd.sock'), '');
  expect(find(join(folder, 'd.sock')).listener).toBeNull();
});

it('in another network namespace', async ({ skip }) => {
  if (!isRoot) skip('only root can make a network namespace');
  const path = join(folder, 'd.sock');
  const { pid } = await listen(path, 'unshare', '--net');
  expect(find(path)).toMatchObject({ listener: { pid } });
});

it('not one that listens at the same path of another root', async ({ skip }) => {
  if (!isRoot) skip('only root can make a mount namespace');
  const path = join(folder, 'd.sock');
  await listen(
    path,
    'unshare',
    '--mount',
    'sh',
    '-c',
    `mount -t tmpfs x ${folder}; exec "$@"`,
    'sh',
  );
  expect(socketFile(path)).toBeNull();
  writeFileSync(path, '');
  expect(find(path).listener).toBeNull();
  rmSync(path);
  const { pid } = await listen(path);
  expect(find(path)).toMatchObject({ listener: { pid } });
});

it('in another root, by that', async ({ skip }) => {
  if (!isRoot) skip('only root can make a mount namespace');
  const path = join(folder, 'd.sock');
  const script = `mount -t tmpfs x ${folder}; exec "$@"`;
  const { pid } = await listen(path, 'unshare', '--mount', 'sh', '-c', script, 'sh');
  const root = `/proc/${String(pid)}/root`;
  expect(find(`${root}${path}`)).toMatchObject({ listener: { pid }, reason: null });
  expect(socketFile(path, root)).toEqual(socketFile(`${root}${path}`));
});

it('not one in a root whose file system never answers, and nobody waits for that', async ({
  skip,
}) => {
  if (!canBeSilent()) skip('needs root and /dev/fuse');
  const path = join(folder, 'd.sock');
  const script = `mount -t tmpfs x ${folder}; exec "$@"`;
  const other = await listen(path, 'unshare', '--mount', 'sh', '-c', script, 'sh');
  started.push(await silentMount(other.pid ?? 0, folder));
  const { pid } = await listen(path);
  const at = performance.now();
  expect(find(path)).toMatchObject({ listener: { pid } });
  expect(performance.now() - at).toBeLessThan(2000);
});

describe('with socket activation, where who bound the socket holds it as well', () => {
  /** Binds the socket by one program and hands it to another, which says who serves. @returns the PIDs of both */
  async function handOn(path: string, by: string, ...program: string[]): Promise<number[]> {
    const script = `const server = require('net').createServer().listen(process.argv[1], () => {
      const [command, ...args] = process.argv.slice(2);
      const stdio = ['ignore', 'inherit', 'inherit', server._handle.fd];
      require('child_process').spawn(command, args, { stdio });
    })`;
    const manager = spawn(by, ['-e', script, path, ...program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(manager);
    const [said] = await once(manager.stdout, 'data');
    const server = Number(String(said));
    servers.push(server);
    return [manager.pid ?? 0, server];
  }
  /** Numbers of processes that others started. */
  const servers: number[] = [];
  afterEach(() => {
    // By its parent's end it has not ended.
    for (const pid of servers.splice(0)) process.kill(pid, 'SIGKILL');
  });
  /** Node, called as a service manager is. */
  const manager = () => {
    const program = join(folder, 'systemd');
    symlinkSync(process.execPath, program);
    return program;
  };
  const SERVES = ['sh', '-c', 'echo $$; exec sleep 1000'];

  it('the one that it was handed to, whatever the two are called', async () => {
    const path = join(folder, 'd.sock');
    const [by, pid] = await handOn(path, process.execPath, ...SERVES);
    expect(by).toBeLessThan(pid ?? 0);
    expect(find(path)).toMatchObject({ listener: { pid }, reason: null });
  });

  it('by way of one that does not hold it itself', async () => {
    const path = join(folder, 'd.sock');
    const passes = 'sleep 1000 & echo $!; exec 3<&-; wait';
    const [, pid] = await handOn(path, process.execPath, 'sh', '-c', passes);
    expect(find(path)).toMatchObject({ listener: { pid }, reason: null });
  });

  it('one that has left the service manager', async () => {
    const path = join(folder, 'd.sock');
    const [, pid] = await handOn(path, manager(), 'sh', '-c', 'sleep 1000 & echo $!');
    expect(find(path)).toMatchObject({ listener: { pid }, reason: null });
  });

  it('nobody, as long as the service manager alone holds it', async () => {
    const path = join(folder, 'd.sock');
    await handOn(path, manager(), 'sh', '-c', 'exec 3<&-; echo $$; exec sleep 1000');
    expect(find(path)).toEqual({ listener: null, reason: 'ENOENT' });
  });
});

it('nobody listens', async () => {
  const path = join(folder, 'd.sock');
  expect(socketFile(path)).toBeNull();
  const child = await listen(path);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(find(path)).toEqual({ listener: null, reason: 'not-listening' });
});

it('who listens is kept from an ordinary user', async ({ skip }) => {
  if (!isRoot || process.seteuid === undefined) skip('only root can become somebody else');
  const path = join(folder, 'd.sock');
  await listen(path);
  process.seteuid?.('nobody');
  try {
    expect(find(path)).toEqual({ listener: null, reason: 'EACCES' });
  } finally {
    process.seteuid?.(0);
  }
});
