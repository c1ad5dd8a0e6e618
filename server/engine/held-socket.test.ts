import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canBeSilent, silentMount } from '../proc/testing/silent-mount';
import { holdSocket } from './held-socket';
import { socketIdentity } from './socket-identity';

/* Sockets in the root of another process. */

const isRoot = process.getuid?.() === 0;
const SERVER = `require('http').createServer((_, answer) => answer.end('from inside'))
  .listen(process.argv[1], () => console.log('ready'))`;
let folder = '';
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-held-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Something that answers HTTP at a socket which its own mount namespace alone has. */
async function elsewhere() {
  const path = join(folder, 'd.sock');
  const script = `mount -t tmpfs x ${folder}; exec "$@"`;
  const child = spawn(
    'unshare',
    ['--mount', 'sh', '-c', script, 'sh', process.execPath, '-e', SERVER, path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  started.push(child);
  await once(child.stdout, 'data');
  return { kind: 'unix', path, root: `/proc/${String(child.pid)}/root` } as const;
}

async function answerAt(socketPath: string): Promise<string> {
  const [response] = await once(get({ socketPath, path: '/', agent: false }), 'response');
  let text = '';
  for await (const part of response) text += String(part);
  return text;
}

/** How often we have that very file. */
function open(path: string): number {
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return ''; // The listing's own is closed again.
    }
  });
  return targets.filter((target) => target === path).length;
}

it('are reached by their root, and nothing stays open afterwards', async ({ skip }) => {
  if (!isRoot) skip('only root can make a mount namespace');
  const address = await elsewhere();
  expect(existsSync(address.path)).toBe(false);
  const held = holdSocket(address);
  expect(open(address.path)).toBe(1);
  expect(await answerAt(held.path)).toBe('from inside');
  held.close();
  held.close();
  expect(open(address.path)).toBe(0);
});

it('are told apart, and from none', async ({ skip }) => {
  if (!isRoot) skip('only root can make a mount namespace');
  const address = await elsewhere();
  const identity = socketIdentity(address);
  expect(identity).toMatch(/^\d+:\d+:\d+$/);
  expect(socketIdentity({ kind: 'unix', path: address.path })).toBeNull();
  expect(socketIdentity({ kind: 'unix', path: `${address.root}${address.path}` })).toBe(identity);
  started[0]?.kill('SIGKILL');
  await once(started[0] ?? expect.fail(), 'exit');
  expect(socketIdentity(address)).toBeNull();
  expect(() => holdSocket(address)).toThrow('ENOENT');
});

it('in a file system that never answers are not waited for', async ({ skip }) => {
  if (!canBeSilent()) skip('needs root and /dev/fuse');
  const address = await elsewhere();
  const pid = Number(/\d+/.exec(address.root)?.[0]);
  started.push(await silentMount(pid, folder));
  expect(() => holdSocket(address)).toThrow('EAGAIN');
  expect(socketIdentity(address)).toBe(`${address.root}${address.path}`);
});
