import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { containerState, readContainer, readSandbox, sandboxState } from './container';
import type { CriListed, CriStatus } from './message';

/** In nanoseconds, of the second after the epoch that the year 2026 begins with. */
const AT = 1_767_225_600_000_000_000;
const STATUS: CriStatus = { image: 'registry/till:1', startedAt: AT, exitCode: 0 };

const listed = (changes: Partial<CriListed> = {}): CriListed => ({
  ...{ id: 'a'.repeat(64), name: 'till', state: 1, createdAt: AT, handler: '' },
  labels: { 'io.kubernetes.pod.name': 'till-0', 'io.kubernetes.pod.namespace': 'shop' },
  ...changes,
});
const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const words = (told: object) => JSON.stringify({ pid: 7, runtimeSpec: {}, ...told });

describe('a container', () => {
  it('of CRI-O, as that writes it', () => {
    const reading = readContainer(listed(), 'runc', STATUS, fixture('crio-container.json'));
    expect(reading).toEqual({
      ...{ id: 'a'.repeat(64), name: 'till', image: 'registry/till:1', state: 'running' },
      labels: listed().labels,
      command: ['sleep', '1d'],
      pid: 4242,
      startedAt: '2026-01-01T00:00:00.000Z',
      cgroup: `/crio-${'a'.repeat(64)}.scope`,
      runtime: 'runc',
      joins: {
        ...{ net: '/var/run/netns/0c', ipc: '/var/run/ipcns/0c', uts: '/var/run/utsns/0c' },
      },
      role: null,
      unreadable: {},
    });
    expect(JSON.stringify(reading)).not.toContain('SECRET');
  });

  it.each<[string, Partial<CriListed>, Partial<CriStatus>, object]>([
    ['created', { state: 0 }, { startedAt: 0 }, { state: 'created', startedAt: null, pid: 7 }],
    ['running', { state: 1 }, {}, { state: 'running', pid: 7 }],
    ['ended', { state: 2 }, { exitCode: 137 }, { state: 'exited', pid: 0, exitCode: 137 }],
    ['not known', { state: 3 }, {}, { state: 'running', unreadable: { state: 'EINVAL' } }],
  ])('%s', (_, changes, status, expected) => {
    const reading = readContainer(listed(changes), '', { ...STATUS, ...status }, words({}));
    expect({ ...reading, unreadable: { state: reading.unreadable['state'] } }).toMatchObject(
      expected,
    );
  });

  it('that runs has not ended with anything', () => {
    expect(readContainer(listed(), '', STATUS, words({}))).not.toHaveProperty('exitCode');
  });

  it.each<[string, string, object, string | null]>([
    [
      'containerd tells it of each',
      '',
      { runtimeType: 'io.containerd.runc.v2' },
      'io.containerd.runc.v2',
    ],
    ['CRI-O by the handler of the pod', 'kata', {}, 'kata'],
    ['the usual one of a CRI-O, which is not told', '', {}, null],
  ])('what runs it: %s', (_, handler, told, runtime) => {
    expect(readContainer(listed(), handler, STATUS, words(told)).runtime).toBe(runtime);
  });

  it.each<[string, string | undefined, string]>([
    ['no words of its own', undefined, 'ENODATA'],
    ['no JSON', 'not JSON', 'ENODATA'],
    ['a PID that is none', words({ pid: 'seven' }), 'EINVAL'],
    ['a PID below zero', words({ pid: -1 }), 'EINVAL'],
  ])('of which a runtime tells %s: its process is unknown, and it is there', (_, text, errno) => {
    const { name, pid, unreadable } = readContainer(listed(), '', STATUS, text);
    expect({ name, pid, why: unreadable['pid'] }).toEqual({ name: 'till', pid: 0, why: errno });
  });
});

describe('what holds a pod', () => {
  const sandbox = (changes: Partial<CriListed> = {}) =>
    listed({ name: 'till-0', state: 0, ...changes });

  it('of containerd is a container, with the role', () => {
    expect(readSandbox(sandbox(), words({ image: 'pause:3' }))).toMatchObject({
      ...{ name: 'till-0', image: 'pause:3', state: 'running', pid: 7, role: 'pause' },
      startedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('of CRI-O is none where it keeps no process for it', () => {
    for (const state of [0, 1]) {
      const text = fixture('crio-sandbox-without-process.json');
      expect(readSandbox(sandbox({ state }), text)).toBeNull();
    }
    expect(readSandbox(sandbox(), fixture('crio-sandbox.json'))).toMatchObject({ pid: 4200 });
  });

  it('is there where that is not known, and where it has ended', () => {
    expect(readSandbox(sandbox(), undefined)).toMatchObject({ unreadable: { pid: 'ENODATA' } });
    expect(readSandbox(sandbox({ state: 1 }), words({ pid: 0 }))).toMatchObject({
      ...{ state: 'exited', pid: 0 },
    });
  });
});

it('states are as each kind numbers them', () => {
  expect([0, 1, 2, 3].map((state) => containerState(listed({ state })))).toEqual([
    ...['created', 'running', 'exited', null],
  ]);
  expect([0, 1, 2].map((state) => sandboxState(listed({ state })))).toEqual([
    ...['running', 'exited', null],
  ]);
});
