import { readlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { asleepIn, end, endAll, namespaceOf } from '../inside/testing/places';
import { loadCalls } from './calls';
import { LostWay, Visitor } from './visit';

/* The thread of the test itself goes in. */

const isRoot = process.getuid?.() === 0;
const here = (): string => readlinkSync('/proc/thread-self/ns/net');

afterEach(endAll);

describe.skipIf(!isRoot)('visits (need root)', () => {
  const calls = loadCalls() ?? expect.fail('the C library cannot be called');
  const visitor = new Visitor('/proc', calls);
  const home = here();

  it('goes in, and comes back', async () => {
    const { pid } = await asleepIn('--net');
    const door = { pid, namespace: namespaceOf(pid, 'net') };
    const inside = readlinkSync(`/proc/${String(pid)}/ns/net`);
    expect(inside).not.toBe(home);
    expect(visitor.visit(door, here)).toEqual({ value: inside, errno: null });
    expect(here()).toBe(home);
  });

  it('comes back from work that fails', async () => {
    const { pid } = await asleepIn('--net');
    const door = { pid, namespace: namespaceOf(pid, 'net') };
    const work = () => {
      throw new Error(here());
    };
    expect(() => visitor.visit(door, work)).toThrow(readlinkSync(`/proc/${String(pid)}/ns/net`));
    expect(here()).toBe(home);
  });

  it('says so when there is no way back', async () => {
    const { pid } = await asleepIn('--net');
    const door = { pid, namespace: namespaceOf(pid, 'net') };
    let moves = 0;
    const lost = new Visitor('/proc', {
      ...calls,
      // The second move is the one back: with no file of a namespace the kernel refuses it.
      setns: (fd, type) => calls.setns(++moves === 2 ? -1 : fd, type),
    });
    expect(() => lost.visit(door, () => 'done')).toThrow(LostWay);
    expect(here()).not.toBe(home);
    visitor.visit({ pid: process.pid, namespace: namespaceOf(process.pid, 'net') }, () => null);
    expect(here()).toBe(home);
  });

  it('enters nothing where the process is gone, or its number is another’s', async () => {
    const child = await asleepIn('--net');
    const door = { pid: child.pid, namespace: namespaceOf(child.pid, 'net') };
    const gone = { value: null, errno: 'ESRCH' };
    expect(visitor.visit({ ...door, pid: process.pid }, here)).toEqual(gone);
    await end(child);
    expect(visitor.visit(door, here)).toEqual(gone);
    expect(here()).toBe(home);
  });

  it('enters no type that would take the whole process along', () => {
    const door = { pid: process.pid, namespace: namespaceOf(process.pid, 'mnt') };
    expect(visitor.visit(door, here)).toEqual({ value: null, errno: 'EINVAL' });
  });
});
