import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { NamespaceId } from '@lib/model/ids';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { NamespaceReading, ProcessReading } from '@lib/proc/reading';
import { readUnits } from './host';
import { KnownNamespaces } from './known-namespaces';
import { createNsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { childrenOf } from './testing/world';

const isRoot = process.getuid?.() === 0;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const WITNESS = fileURLToPath(new URL('../../e2e/harness/kernel-word.py', import.meta.url));

const proc = new ProcRoot('/proc');
const reader = new ProcessReader(proc, readUnits(proc), { args: false });

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
});

/** Starts a program and waits until its innermost descendant sleeps; returns that one's PID. */
async function sleeper(command: string, ...args: string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'ignore' });
  children.push(child);
  const pid = child.pid ?? expect.fail(`${command} did not start`);
  const innermost = (): number => {
    let at = pid;
    for (let below = childrenOf(at); below[0] !== undefined; below = childrenOf(at)) at = below[0];
    return at;
  };
  const comm = () => readFileSync(`/proc/${String(innermost())}/comm`, 'utf8');
  await expect.poll(comm, { timeout: 15_000 }).toBe('sleep\n');
  return innermost();
}

function processOf(pid: number): ProcessReading {
  const outcome = reader.read(pid);
  if (outcome.kind !== 'process') throw new Error(`PID ${String(pid)} is ${outcome.kind}`);
  return outcome.reading;
}

function idOf(pid: number, type: 'pid' | 'user'): NamespaceId {
  return processOf(pid).namespaces[type] ?? expect.fail(`no ${type} namespace`);
}

function relationsOf(pid: number): Map<NamespaceId, NamespaceReading> {
  const news = new KnownNamespaces(proc, createNsIoctl()).readOf(processOf(pid));
  return new Map(news.map((reading) => [reading.id, reading]));
}

/** In place of an id the witness has the errno with which the kernel refused. */
function idOrNull(told: unknown): unknown {
  return String(told).includes(':') ? told : null;
}

function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}

describe('relations by ioctl', () => {
  it.skipIf(!hasPython)('are what another program gets (needs python3)', async () => {
    if (isRoot)
      await sleeper(
        'unshare',
        '-Urp',
        '--kill-child',
        'unshare',
        '-Up',
        '--kill-child',
        'sleep',
        '9',
      );
    const known = new KnownNamespaces(proc, createNsIoctl());
    const readings = new Map<NamespaceId, NamespaceReading>();
    const before = openFiles();
    for (const pid of proc.numbers('.')) {
      const outcome = reader.read(pid);
      if (outcome.kind !== 'process') continue;
      for (const reading of known.readOf(outcome.reading)) readings.set(reading.id, reading);
    }
    expect(openFiles()).toBe(before);
    const { namespaces } = z
      .object({ namespaces: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(JSON.parse(execFileSync('python3', [WITNESS], { encoding: 'utf8' })));
    let compared = 0;
    for (const [id, fact] of Object.entries(namespaces)) {
      const reading = [...readings.values()].find((each) => each.id === id);
      // It has been made since.
      if (reading === undefined) continue;
      const isUser = reading.id.startsWith('user:');
      expect([id, reading.relations]).toEqual([
        id,
        {
          parent: idOrNull(fact.parent),
          owner: isUser ? null : idOrNull(fact.owner),
          ownerUid: isUser ? fact.ownerUid : null,
        },
      ]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(NAMESPACE_TYPES.length);
  });

  describe.skipIf(!isRoot)('as root (only root may make these)', () => {
    it('two levels of pid and user namespaces', async () => {
      const pid = await sleeper(
        ...([
          'unshare',
          '-Urp',
          '--kill-child',
          'unshare',
          '-Urp',
          '--kill-child',
          'sleep',
          '600',
        ] as const),
      );
      const relations = relationsOf(pid);
      for (const type of ['pid', 'user'] as const) {
        const middle =
          relations.get(idOf(pid, type))?.relations?.parent ?? expect.fail('no parent');
        const outer = relations.get(middle)?.relations?.parent;
        expect(outer).toBe(idOf(process.pid, type));
        expect(relations.get(middle)?.relations?.parent).not.toBe(middle);
      }
      const pidNamespace = relations.get(idOf(pid, 'pid'));
      expect(pidNamespace?.relations).toMatchObject({ owner: idOf(pid, 'user'), ownerUid: null });
    });

    it('a level that no process is in is told of as well, until what is below it is gone', async () => {
      const pid = await sleeper('unshare', '-Ur', 'unshare', '-U', 'sleep', '600');
      const known = new KnownNamespaces(proc, createNsIoctl());
      known.readOf(processOf(process.pid));
      const news = new Map(known.readOf(processOf(pid)).map((reading) => [reading.id, reading]));
      const own = idOf(pid, 'user');
      const middle = news.get(own)?.relations?.parent ?? expect.fail('no parent');
      expect(news.get(middle)).toEqual({
        id: middle,
        relations: { parent: idOf(process.pid, 'user'), owner: null, ownerUid: 0 },
        lifetime: expect.stringMatching(/^\d+$/),
        heldBy: [],
        uidMap: null,
        gidMap: null,
        unreadable: { uidMap: 'ESRCH', gidMap: 'ESRCH' },
      });
      expect(known.keepOnly([processOf(process.pid), processOf(pid)]).forgotten).toEqual([]);
      expect(known.keepOnly([processOf(process.pid)]).forgotten.sort()).toEqual(
        [middle, own].sort(),
      );
    });

    it('the uid of who made a user namespace', async () => {
      const pid = await sleeper(
        ...(['setpriv', '--reuid=1234', '--regid=1234', '--clear-groups'] as const),
        ...['unshare', '-U', 'sleep', '600'],
      );
      const user = relationsOf(pid).get(idOf(pid, 'user'));
      expect(user?.relations).toEqual({
        parent: idOf(process.pid, 'user'),
        owner: null,
        ownerUid: 1234,
      });
    });
  });

  it('says EPERM at the root, EINVAL for a type without parents, ENOTTY for another file', () => {
    const ioctl = createNsIoctl() ?? expect.fail('koffi does not load');
    const ask = (path: string) => {
      const fd = openSync(path, 'r');
      const answers = [ioctl.parent(fd), ioctl.ownerUid(fd)].map(({ errno }) => errno);
      closeSync(fd);
      return answers;
    };
    if (readlinkSync('/proc/self/ns/user') === 'user:[4026531837]') {
      expect(ask('/proc/self/ns/user')).toEqual(['EPERM', null]);
    }
    expect(ask('/proc/self/ns/net')).toEqual(['EINVAL', 'EINVAL']);
    expect(ask('/proc/self/stat')).toEqual(['ENOTTY', 'ENOTTY']);
  });
});

describe('without ioctl', () => {
  it('koffi is missing: nothing breaks, relations are not told', () => {
    const ioctl = createNsIoctl(() => {
      throw new Error("Cannot find module 'koffi'");
    });
    expect(ioctl).toBeNull();
    const news = new KnownNamespaces(proc, ioctl).readOf(processOf(process.pid));
    expect(news.map(({ relations }) => relations)).toEqual(NAMESPACE_TYPES.map(() => null));
    expect(news.find(({ uidMap }) => uidMap !== null)?.id).toBe(idOf(process.pid, 'user'));
  });

  it('the kernel does not know the question: relations are not told', () => {
    const refused = () => ({ value: null, errno: 'ENOTTY' });
    const ioctl = {
      parent: refused,
      owner: refused,
      ownerUid: refused,
      id: refused,
      close: vi.fn(),
    };
    const news = new KnownNamespaces(proc, ioctl).readOf(processOf(process.pid));
    expect(news.map(({ relations }) => relations)).toEqual(NAMESPACE_TYPES.map(() => null));
  });
});
