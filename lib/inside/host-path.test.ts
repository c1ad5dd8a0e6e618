import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../proc/mountinfo';
import { hostPaths } from './host-path';

const mount = (row: string) => parseMountinfo(row)[0] ?? expect.fail('no mount');

/** The path of what is mounted from `root` of the file system `device`. */
function found(host: readonly string[], device: string, root: string): string | null {
  return hostPaths(parseMountinfo(host.join('\n')))(
    mount(`99 98 ${device} ${root} /inside rw - ext4 /dev/a rw`),
  );
}

const DISK = '1 0 8:1 / / rw - ext4 /dev/a rw';

describe('where the host has what a mount shows', () => {
  it.each([
    ['below its root', [DISK], '8:1', '/srv/site', '/srv/site'],
    ['its whole root', [DISK], '8:1', '/', '/'],
    [
      'where the file system is mounted',
      [DISK, '2 1 8:2 / /data rw - ext4 b rw'],
      '8:2',
      '/x',
      '/data/x',
    ],
    ['a whole file system', [DISK, '2 1 8:2 / /data rw - ext4 b rw'], '8:2', '/', '/data'],
    ['below a part of one', [DISK, '2 1 8:2 /v /data rw - ext4 b rw'], '8:2', '/v/x', '/data/x'],
    ['that part itself', [DISK, '2 1 8:2 /v /data rw - ext4 b rw'], '8:2', '/v', '/data'],
    [
      'not below another of such a name',
      [DISK, '2 1 8:2 /v /data rw - ext4 b rw'],
      '8:2',
      '/vx',
      null,
    ],
    ['outside of the part', [DISK, '2 1 8:2 /v /data rw - ext4 b rw'], '8:2', '/', null],
    ['on no file system of the host', [DISK], '0:50', '/', null],
    [
      'nearest: by the longest root',
      [DISK, '2 1 8:1 /srv /mnt rw - ext4 a rw'],
      '8:1',
      '/srv/x',
      '/mnt/x',
    ],
    [
      'by the first of two that are equal',
      [DISK, '2 1 8:1 / /mnt rw - ext4 a rw'],
      '8:1',
      '/x',
      '/x',
    ],
    [
      'not where something lies over it',
      [DISK, '2 1 8:2 / /srv rw - ext4 b rw'],
      '8:1',
      '/srv/x',
      null,
    ],
    [
      'elsewhere, where something lies over one place',
      [DISK, '2 1 8:2 / /srv rw - ext4 b rw', '3 1 8:1 / /all rw - ext4 a rw'],
      ...['8:1', '/srv/x', '/all/srv/x'],
    ],
    [
      'not in what is hidden',
      [DISK, '2 1 8:2 / /d rw - ext4 b rw', '3 2 8:3 / /d rw - ext4 c rw'],
      '8:2',
      '/x',
      null,
    ],
    ['not in what was removed', ['1 0 8:1 /old//deleted / rw - ext4 a rw'], '8:1', '/old/x', null],
    ['a name with a blank', [DISK], '8:1', '/a\\040b', '/a b'],
    ['a cgroup above the reader’s', ['1 0 0:9 / / rw - cgroup2 c rw'], '0:9', '/../x', null],
  ] as const)('%s', (_, host, device, root, expected) => {
    expect(found(host, device, root)).toBe(expected);
  });

  it('what was removed is nowhere', () => {
    expect(found([DISK], '8:1', '/srv/site//deleted')).toBeNull();
  });

  it('5,000 mounts on both sides are found', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, n) => `${n + 2} 1 8:1 /s/${n} /m/${n} rw - ext4 a rw`,
    );
    const mounts = parseMountinfo([DISK, ...rows].join('\n'));
    const hostPath = hostPaths(mounts);
    expect(mounts.slice(1).map(hostPath)).toEqual(rows.map((_, n) => `/m/${n}`));
  });
});
