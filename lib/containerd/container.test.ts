import { describe, expect, it } from 'vitest';
import { containerdId, readContainerd } from './container';
import type { ContainerMessage } from './message';
import { readTask } from './task';

const ID = 'a1'.repeat(32);
const POD = 'b2'.repeat(32);

const message = (changes: Partial<ContainerMessage>): ContainerMessage => ({
  id: 'plain1',
  labels: {},
  image: 'docker.io/library/busybox:1',
  runtime: 'io.containerd.runc.v2',
  spec: {
    process: { args: ['sleep', '1d'], env: ['SECRET=1'] },
    linux: {
      cgroupsPath: '/default/plain1',
      namespaces: ['pid', 'ipc', 'uts', 'mount', 'network'].map((type) => ({ type })),
    },
  },
  ...changes,
});
const linux = (namespaces: unknown, cgroupsPath?: string) => ({
  process: { args: ['sleep'] },
  annotations: { 'io.kubernetes.cri.sandbox-id': POD },
  linux: { namespaces, cgroupsPath },
});
const task = (status: number, exitStatus = 0) => readTask({ pid: 77, status, exitStatus });

describe('what containerd tells of a container', () => {
  it('by ctr: any name, the path of its cgroup, and nothing of its environment', () => {
    const reading = readContainerd('default', message({}), task(2));
    expect(reading).toEqual({
      id: 'default/plain1',
      within: 'default',
      name: 'plain1',
      image: 'docker.io/library/busybox:1',
      command: ['sleep', '1d'],
      state: 'running',
      pid: 77,
      startedAt: null,
      labels: {},
      cgroup: '/default/plain1',
      runtime: 'io.containerd.runc.v2',
      joins: {},
      role: null,
      unreadable: { startedAt: 'ENODATA' },
    });
    expect(JSON.stringify(reading)).not.toContain('SECRET');
  });

  it('by CRI: which one holds the namespaces of its pod', () => {
    const roles = (namespace: string) =>
      ['sandbox', 'container'].map((kind) => {
        const labels = {
          'io.cri-containerd.kind': kind,
          'io.kubernetes.pod.name': 'till-0',
          'io.kubernetes.pod.namespace': 'shop',
        };
        return readContainerd(namespace, message({ labels }), task(2)).role;
      });
    expect(roles('k8s.io')).toEqual(['pause', null]);
    // Whoever may run containers elsewhere can set these labels.
    expect(roles('default')).toEqual([null, null]);
  });

  it('of Docker: a part of its id for a name, and no image, which is said to be unknown', () => {
    const told = (namespace: string) =>
      readContainerd(namespace, message({ id: ID, image: '' }), task(2));
    expect(told('moby')).toMatchObject({ id: ID, name: ID.slice(0, 12), image: '' });
    expect(told('moby').unreadable).toEqual({ startedAt: 'ENODATA', image: 'ENODATA' });
    // Elsewhere an id may be a name that somebody chose.
    expect(told('default').name).toBe(ID);
  });

  it.each([
    ['none', null, { state: 'exited', pid: 0 }],
    ['created', task(1), { state: 'created', pid: 77 }],
    ['running', task(2), { state: 'running', pid: 77 }],
    ['stopped', task(3, 137), { state: 'exited', pid: 0, exitCode: 137 }],
    ['paused', task(4), { state: 'paused', pid: 77 }],
    ['about to be paused', task(5), { state: 'running', pid: 77 }],
  ])('its task: %s', (_, told, expected) => {
    expect(readContainerd('default', message({}), told)).toMatchObject(expected);
  });

  it.each([0, 6])('nothing of a task in the state %i: it may run', (status) => {
    expect(task(status)).toBeNull();
  });

  it.each([
    ['its own name', {}, 'plain1'],
    ['by nerdctl', { 'nerdctl/name': 'web' }, 'web'],
    ['a pause container', { 'io.kubernetes.pod.name': 'shop' }, 'shop'],
    [
      'in a pod',
      { 'io.kubernetes.pod.name': 'shop', 'io.kubernetes.container.name': 'till' },
      'till',
    ],
  ])('what it is called: %s', (_, labels, name) => {
    expect(readContainerd('k8s.io', message({ labels }), null).name).toBe(name);
  });

  it.each<[string, unknown, object]>([
    ['all of its own', ['pid', 'network', 'ipc', 'uts'].map((type) => ({ type })), {}],
    [
      'in a pod: with its sandbox',
      [
        { type: 'pid' },
        ...['network', 'ipc', 'uts'].map((type) => ({ type, path: `/proc/9/ns/${type}` })),
      ],
      { net: `container:${POD}`, ipc: `container:${POD}`, uts: `container:${POD}` },
    ],
    ['the host’s', [{ type: 'mount' }], { pid: 'host', net: 'host', ipc: 'host', uts: 'host' }],
    ['it is not told', undefined, {}],
    ['what is told is none', 'all', {}],
  ])('what it joins: %s', (_, namespaces, joins) => {
    expect(readContainerd('k8s.io', message({ spec: linux(namespaces) }), null).joins).toEqual(
      joins,
    );
  });

  it('what it joins: what holds a pod joins a file, not itself', () => {
    const path = '/run/netns/cni-1';
    const spec = linux([{ type: 'pid' }, { type: 'network', path }]);
    expect(readContainerd('k8s.io', message({ id: POD, spec }), null).joins['net']).toBe(path);
  });

  it('what it joins: the file of a namespace, by ctr', () => {
    const path = '/proc/9/ns/pid';
    const spec = { process: { args: [] }, linux: { namespaces: [{ type: 'pid', path }] } };
    expect(readContainerd('default', message({ spec }), null).joins).toMatchObject({ pid: path });
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['with cgroupfs', `/kubepods/pod1/${ID}`, `/kubepods/pod1/${ID}`],
    ['without a slash', 'default/web', '/default/web'],
    ['with systemd', `kubepods-pod1.slice:cri-containerd:${ID}`, `/cri-containerd-${ID}.scope`],
    ['with systemd, without a prefix', 'system.slice::web', '/web.scope'],
    ['none', undefined, undefined],
    ['an empty one', '', undefined],
  ])('its cgroup: %s', (_, path, cgroup) => {
    expect(readContainerd('default', message({ spec: linux([], path) }), null).cgroup).toBe(cgroup);
  });

  it('what is no specification costs what it would have told alone', () => {
    const { name, command, unreadable } = readContainerd('x', message({ spec: undefined }), null);
    expect({ name, command }).toEqual({ name: 'plain1', command: [] });
    expect(unreadable).toMatchObject({ command: 'ENODATA', joins: 'ENODATA' });
  });
});

it('ids of two namespaces are kept apart, but for those that are one everywhere', () => {
  expect(containerdId('a', 'web')).not.toBe(containerdId('b', 'web'));
  expect(containerdId('a', ID)).toBe(ID);
});
