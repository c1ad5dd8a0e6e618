import { describe, expect, it } from 'vitest';
import { parseCgroup } from '../proc/cgroup';
import { cgroupOf, isWithin, pathsUpTo } from './cgroup-path';

describe('where a container is', () => {
  const id = 'a1'.repeat(32);
  it.each([
    ['v1, cgroupfs', `8:pids:/docker/${id}\n0::/`, 'v1', `/docker/${id}`],
    [
      'v2, systemd',
      `0::/system.slice/docker-${id}.scope`,
      'v2',
      `/system.slice/docker-${id}.scope`,
    ],
    ['in one that it made', `0::/docker/${id}/init.scope`, 'v2', `/docker/${id}`],
    [
      'in one that another engine in it made',
      `0::/docker/${id}/docker/${'b2'.repeat(32)}`,
      'v2',
      `/docker/${id}`,
    ],
    [
      'Podman',
      `0::/machine.slice/libpod-${id}.scope/container`,
      'v2',
      `/machine.slice/libpod-${id}.scope`,
    ],
    [
      'hybrid, on v2 alone',
      `1:name=systemd:/docker/${id}\n0::/y/docker-${id}.scope`,
      'v2',
      `/y/docker-${id}.scope`,
    ],
    ['combined controllers', `4:cpu,pids:/docker/${id}`, 'v1', `/docker/${id}`],
  ])('%s', (_, text, version, path) => {
    const value = { version, path };
    expect(cgroupOf(parseCgroup(text), 'pids', { id })).toEqual({ value, reason: null });
  });

  it.each([
    ['by ctr, with any name', '8:pids:/default/web\n0::/', '/default/web', '/default/web'],
    ['in one that it made', '0::/default/web/own', '/default/web', '/default/web'],
    [
      'its containerd in a cgroup',
      '0::/docker/x/default/web',
      '/default/web',
      '/docker/x/default/web',
    ],
    [
      'a scope of systemd',
      '0::/k.slice/k-a.slice/cri-x.scope',
      '/cri-x.scope',
      '/k.slice/k-a.slice/cri-x.scope',
    ],
    ['a name that ends alike', '0::/default/myweb', '/web', null],
  ])('the path that its engine tells: %s', (_, text, cgroup, path) => {
    const told = cgroupOf(parseCgroup(text), 'pids', { id: 'default/web', cgroup });
    expect(told.value?.path ?? null).toBe(path);
  });

  it.each([
    ['no such controller', `1:name=systemd:/docker/${id}`, 'controller-absent'],
    ['Podman, told to make none', '0::/user.slice/session-1.scope', 'cgroup-not-its-own'],
    ['in the one of all', '0::/', 'cgroup-not-its-own'],
    ['moved out of v1', `8:pids:/\n0::/docker/${id}`, 'cgroup-not-its-own'],
    ['in the monitor of Podman', `0::/libpod-conmon-${id}.scope`, 'cgroup-not-its-own'],
    ['another container', `8:pids:/docker/${'b2'.repeat(32)}`, 'cgroup-not-its-own'],
  ])('nowhere: %s', (_, text, reason) => {
    expect(cgroupOf(parseCgroup(text), 'pids', { id })).toEqual({ value: null, reason });
  });

  it.each([
    ['/a/b', '/', ['/a/b', '/a', '/']],
    ['/a/b/c', '/a', ['/a/b/c', '/a/b', '/a']],
    ['/a', '/a', ['/a']],
    ['/', '/', ['/']],
  ])('up from %s to %s', (path, root, paths) => {
    expect(pathsUpTo(path, root)).toEqual(paths);
    expect(isWithin(path, root)).toBe(true);
  });

  it.each([
    ['a name that only begins alike', '/ab', '/a', false],
    ['a name that begins with two dots', '/..a', '/', true],
    ['one outside the cgroup namespace', '/../docker-x.scope', '/', false],
    ['seen by one who sees the same outside', '/../docker-x.scope', '/..', true],
    ['further outside', '/../../x', '/..', false],
  ])('%s', (_, path, root, is) => {
    expect(isWithin(path, root)).toBe(is);
  });
});
