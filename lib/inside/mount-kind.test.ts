import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../proc/mountinfo';
import { mountKind, type Standing } from './mount-kind';

const ID = 'a'.repeat(64);
const ELSEWHERE = { isRoot: false, bears: false, hostPath: null, hostTree: false };

/** @param row what follows number, parent and device */
function kindOf(row: string, standing: Partial<Standing> = {}) {
  const [mount = expect.fail('no mount')] = parseMountinfo(`9 1 0:9 ${row}`);
  const origin = standing.hostPath ?? mount.root;
  return mountKind(mount, { ...ELSEWHERE, origin, ...standing });
}

describe('a mount in a container is', () => {
  it.each([
    ['root', 'its root', '/ / rw - overlay o rw', { isRoot: true }],
    [
      'root',
      'a root on a disk, as the vfs driver has it',
      `/vfs/dir/${ID} / rw - ext4 a rw`,
      { isRoot: true },
    ],
    ['image', 'an image at another place', '/ /opt rw - overlay o ro', { hostPath: '/v/merged' }],
    [
      'volume',
      'of Docker',
      '/x/volumes/data/_data /d rw - ext4 a rw',
      { hostPath: '/y/volumes/data/_data' },
    ],
    ['volume', 'a folder of one', '/x/volumes/data/_data/sub /d rw - ext4 a rw', {}],
    [
      'volume',
      'where volumes have a disk of their own',
      '/data/_data /d rw - ext4 a rw',
      { hostPath: '/var/lib/docker/volumes/data/_data' },
    ],
    [
      'volume',
      'in memory',
      '/ /d rw - tmpfs t rw',
      { hostPath: '/var/lib/docker/volumes/m/_data' },
    ],
    [
      'bind',
      'a folder called volumes',
      '/srv/volumes/x /d rw - ext4 a rw',
      { hostPath: '/srv/volumes/x' },
    ],
    ['bind', 'a part of its own layers', '/a /b rw - overlay o rw', { origin: null }],
    ['bind', 'of a folder', '/srv /d rw - ext4 a rw', { hostPath: '/srv' }],
    ['bind', 'of a folder whose place is not known', '/srv /d rw - ext4 a rw', {}],
    ['bind', 'of what was removed', '/srv//deleted /d rw - ext4 a rw', {}],
    ['bind', 'of a whole disk at the same path', '/ /home rw - ext4 a rw', { hostPath: '/home' }],
    [
      'bind',
      'of a socket in the host’s memory',
      '/docker.sock /run/docker.sock rw - tmpfs t rw',
      { hostPath: '/run/docker.sock' },
    ],
    ['bind', 'of the host’s memory', '/ /dev/shm rw - tmpfs t rw', { hostPath: '/dev/shm' }],
    ['bind', 'of the host’s /proc', '/ /host/proc rw - proc p rw', { hostPath: '/proc' }],
    [
      'bind',
      'of /dev/null over a file',
      '/null /etc/motd rw - devtmpfs d rw',
      { hostPath: '/dev/null' },
    ],
    ['tmpfs', 'of its own', '/ /tmp rw - tmpfs t rw', {}],
    [
      'tmpfs',
      'that others may join',
      '/ /dev/shm rw - tmpfs t rw',
      { hostPath: `/x/containers/${ID}/mounts/shm` },
    ],
    ['masked', 'a file', '/null /proc/kcore rw - tmpfs t rw', {}],
    [
      'masked',
      'a file, where devices are bound',
      '/null /proc/keys rw - devtmpfs d rw',
      { hostPath: '/dev/null' },
    ],
    ['masked', 'a folder', '/ /sys/firmware ro - tmpfs t ro,size=0k', {}],
    ['tmpfs', 'a folder of cgroups', '/ /sys/fs/cgroup ro - tmpfs t ro,mode=755', { bears: true }],
    ['tmpfs', 'one below /proc that is written to', '/ /proc/x rw - tmpfs t rw', {}],
    ['readonly', 'a part of /proc over itself', '/sys /proc/sys ro - proc p rw', {}],
    ['readonly', 'a part of /sys over itself', '/fs/selinux /sys/fs/selinux ro - sysfs s rw', {}],
    ['kernel', 'the same, writable', '/sys /proc/sys rw - proc p rw', {}],
    ['kernel', '/proc', '/ /proc rw - proc p rw', {}],
    ['kernel', '/sys of the host’s network', '/ /sys ro - sysfs s rw', { hostPath: '/sys' }],
    [
      'kernel',
      'its own cgroup',
      `/docker/${ID} /sys/fs/cgroup ro - cgroup2 c rw`,
      { hostPath: `/sys/fs/cgroup/docker/${ID}` },
    ],
    [
      'bind',
      'all cgroups at another place',
      '/ /host/cgroup rw - cgroup2 c rw',
      { hostPath: '/sys/fs/cgroup' },
    ],
    [
      'kernel',
      'a device, without a user’s right to make one',
      '/null /dev/null rw - devtmpfs d rw',
      { hostPath: '/dev/null' },
    ],
    ['engine', 'of Docker', `/x/containers/${ID}/hosts /etc/hosts rw - ext4 a rw`, {}],
    ['engine', 'of Podman', `/x/${ID}/userdata/resolv.conf /etc/resolv.conf rw - tmpfs t rw`, {}],
    [
      'engine',
      'of Kubernetes',
      '/x/pods/6f1c1f52-6b0e-4f43-8a2c-0f8f3c8d9a11/etc-hosts /etc/hosts rw - ext4 a rw',
      {},
    ],
    [
      'engine',
      'its init',
      '/usr/bin/tini-static /sbin/docker-init ro - ext4 a rw',
      { hostPath: '/usr/bin/tini-static' },
    ],
    [
      'bind',
      'a file of such a name that is not the engine’s',
      '/etc/hosts /etc/hosts rw - ext4 a rw',
      { hostPath: '/etc/hosts' },
    ],
    ['other', 'a disk that was mounted in there', '/ /mnt rw - ext4 a rw', {}],
    ['other', 'a share of another machine', '/ /mnt rw - nfs4 h:/x rw', {}],
  ] as const)('%s: %s', (kind, _, row, standing) => {
    expect(kindOf(row, standing)).toBe(kind);
  });
});

describe('what was named in the container is not taken for the engine’s', () => {
  it.each([
    ['a file', `/${ID}/hosts /etc/hosts rw - tmpfs t rw`],
    ['a folder', '/volumes/data/_data /data rw - tmpfs t rw'],
    ['an init', '/init /sbin/docker-init rw - tmpfs t rw'],
  ])('%s', (_, row) => {
    expect(kindOf(row, { origin: null })).toBe('bind');
  });
});

describe('a mount in the host’s own tree is', () => {
  it.each([
    ['other', 'a disk', '/ /home rw - ext4 a rw', '/home'],
    ['other', 'a subvolume', '/@home /home rw - btrfs a rw', '/home'],
    ['bind', 'a folder at another place', '/srv /mnt rw - ext4 a rw', '/srv'],
    ['bind', 'a folder over itself', '/run/netns /run/netns rw - ext4 a rw', '/run/netns'],
    ['tmpfs', 'memory', '/ /run rw - tmpfs t rw', '/run'],
    ['bind', 'memory that is at another place as well', '/ /mnt rw - tmpfs t rw', '/run'],
    ['kernel', '/proc', '/ /proc rw - proc p rw', '/proc'],
    ['other', 'a disk of this namespace alone', '/ /mnt rw - ext4 a rw', null],
    ['tmpfs', 'memory of this namespace alone', '/ /tmp rw - tmpfs t rw', null],
  ] as const)('%s: %s', (kind, _, row, hostPath) => {
    expect(kindOf(row, { hostPath, hostTree: true })).toBe(kind);
  });
});
