import { describe, expect, it } from 'vitest';
import { containerIdsIn, parseCgroup, tellingPath } from './cgroup';
import { ProcParseError } from './parse-error';

const A = 'a1'.repeat(32);
const B = 'b2'.repeat(32);

describe('fault 10: the path that tells most', () => {
  it.each([
    ['v2, systemd driver', `0::/system.slice/docker-${A}.scope`, `/system.slice/docker-${A}.scope`],
    ['v2, cgroupfs driver', `0::/docker/${A}`, `/docker/${A}`],
    ['v2, private cgroup namespace', '0::/', '/'],
    ['v2, seen from another cgroup namespace', '0::/../../other', '/../../other'],
    ['v1', `8:pids:/docker/${A}\n1:name=systemd:/`, `/docker/${A}`],
    ['v1, pids before memory', '4:memory:/m\n8:pids:/p', '/p'],
    ['v1, combined controllers', '4:cpu,cpuacct:/user.slice\n3:cpuset:/', '/user.slice'],
    ['v1, only another controller', '4:freezer:/f\n3:cpuset:/', '/f'],
    ['hybrid: v2 is not used', `8:pids:/docker/${A}\n0::/system.slice`, `/docker/${A}`],
    [
      'hybrid: v2 tells more',
      '8:pids:/\n0::/system.slice/cron.service',
      '/system.slice/cron.service',
    ],
    [
      'hybrid: Docker in Docker, in v1 alone',
      `8:pids:/docker/${A}/docker/${B}\n0::/docker/${A}`,
      `/docker/${A}/docker/${B}`,
    ],
    ['of those that name as many the most telling', `8:pids:/p/${A}\n4:memory:/m/${A}`, `/p/${A}`],
    ['a path containing colons', '0::/a:b:c', '/a:b:c'],
    ['a path containing spaces', '0::/my group', '/my group'],
    ['a path containing a carriage return', '0::/a\rb', '/a\rb'],
    ['a path containing a line separator', '0::/a\u2028b', '/a\u2028b'],
    ['a line that is odd costs itself alone', `what?\n0::/docker/${A}`, `/docker/${A}`],
    ['a deleted cgroup', '0::/gone (deleted)', '/gone (deleted)'],
  ])('%s', (_, text, path) => {
    expect(tellingPath(parseCgroup(`${text}\n`))).toBe(path);
  });

  it('no cgroups at all', () => {
    expect(tellingPath(parseCgroup(''))).toBeNull();
  });
});

describe('fault 10: container ids', () => {
  it.each([
    ['cgroupfs', `/docker/${A}`, [A]],
    ['systemd', `/system.slice/docker-${A}.scope`, [A]],
    ['podman', `/machine.slice/libpod-${A}.scope/container`, [A]],
    ['podman, cgroupfs', `/libpod_parent/libpod-${A}`, [A]],
    ['podman monitor', `/libpod_parent/libpod-conmon-${A}`, []],
    ['CRI-O’s monitor', `/system.slice/crio-conmon-${A}.scope`, []],
    ['CRI-O’s monitor, in the pod', `/kubepods.slice/pod12.slice/crio-conmon-${A}.scope`, []],
    ['kubernetes', `/kubepods.slice/kubepods-pod12.slice/cri-containerd-${A}.scope`, [A]],
    ['Docker in Docker, outermost first', `/docker/${A}/docker/${B}`, [A, B]],
    ['rootless', `/user.slice/user-1000.slice/user@1000.service/user.slice/docker-${A}.scope`, [A]],
    ['too short', `/docker/${A.slice(1)}`, []],
    ['a longer run of digits', `/docker/${A}0`, []],
    ['not hexadecimal', `/docker/${'z'.repeat(64)}`, []],
    ['upper case', `/docker/${A.toUpperCase()}`, []],
    ['root', '/', []],
  ])('%s', (_, path, ids) => {
    expect(containerIdsIn(path)).toEqual(ids);
  });
});

it.each([
  ['no path', '0:'],
  ['a relative path', '0::docker'],
  ['no number', 'x::/'],
])('%s: a ProcParseError', (_, text) => {
  expect(() => parseCgroup(text)).toThrow(ProcParseError);
});
