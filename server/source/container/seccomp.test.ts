import { describe, expect, it } from 'vitest';
import { ENTERING_PROFILE } from './seccomp';

/** Would the profile let this call through? As libseccomp takes it: one rule that fits is enough. */
function lets(name: string, ...args: number[]): boolean {
  const rules = ENTERING_PROFILE.syscalls.filter(
    ({ names, action }) => names.includes(name) && action === 'SCMP_ACT_ALLOW',
  );
  return rules.some(({ args: conditions = [] }) =>
    conditions.every(
      ({ index, value, valueTwo }) =>
        (BigInt(args[index] ?? 0) & BigInt(value)) === BigInt(valueTwo),
    ),
  );
}

const CLONE_NEWNS = 0x0002_0000;
const THREAD = 0x003d_0f00;

describe('the calls of a reader that enters', () => {
  it.each<[string, number[]]>([
    ['openat', []],
    ['write', []],
    ['setns', [3, 0x4000_0000]],
    ['setns', [3, 0x0200_0000]],
    ['socket', [16, 3, 12]],
    ['clone', [THREAD]],
    ['madvise', [0, 0, 4]],
    ['ioctl', [3, 0xb701]],
    ['ioctl', [3, 0x8008_b70d]],
    ['ioctl', [3, 0x5421]],
    // Its helper.
    ['socketpair', [1, 1, 0]],
    ['recvmsg', []],
    ['wait4', []],
  ])('%s%j is what it does', (name, args) => {
    expect(lets(name, ...args)).toBe(true);
  });

  it.each<[string, number[]]>([
    ...['mount', 'umount2', 'move_mount', 'open_tree', 'open_tree_attr', 'fsopen', 'fsmount'].map(
      (name): [string, number[]] => [name, []],
    ),
    ...['mount_setattr', 'pivot_root', 'chroot', 'unshare', 'sethostname', 'setdomainname'].map(
      (name): [string, number[]] => [name, []],
    ),
    ...['bpf', 'perf_event_open', 'ptrace', 'process_vm_writev', 'kill', 'tgkill', 'keyctl'].map(
      (name): [string, number[]] => [name, []],
    ),
    ...['unlink', 'unlinkat', 'mkdirat', 'renameat2', 'fchmodat', 'fchownat', 'mknodat'].map(
      (name): [string, number[]] => [name, []],
    ),
    ...['connect', 'bind', 'sendmsg', 'shmctl', 'msgctl', 'semctl', 'quotactl', 'clone3'].map(
      (name): [string, number[]] => [name, []],
    ),
    // Into mounts, users and PIDs, and into any.
    ['setns', [3, CLONE_NEWNS]],
    ['setns', [3, 0x1000_0000]],
    ['setns', [3, 0x2000_0000]],
    ['setns', [3, 0]],
    ['setns', [3, 0x4002_0000]],
    // What the kernel does not look at must not change the answer.
    ['setns', [3, 0x1_0002_0000]],
    ['clone', [THREAD | CLONE_NEWNS]],
    ['clone', [0x1000_0011]],
    // A network connection, a Unix socket, what tells of devices that come and go.
    ['socket', [2, 1, 0]],
    ['socket', [1, 1, 0]],
    ['socketpair', [40, 1, 0]],
    ['socket', [16, 3, 15]],
    // Takes memory from the machine.
    ['madvise', [0, 0, 100]],
    ['madvise', [0, 0, 101]],
    // Types for who sits at a terminal (TIOCSTI); freezes a file system (FIFREEZE).
    ['ioctl', [0, 0x5412]],
    ['ioctl', [0, 0x1_0000_5412]],
    ['ioctl', [3, 0xc004_5877]],
  ])('%s%j is not', (name, args) => {
    expect(lets(name, ...args)).toBe(false);
  });

  it('leaves what it does not name out', () => {
    expect(ENTERING_PROFILE.defaultAction).toBe('SCMP_ACT_ERRNO');
  });
});
