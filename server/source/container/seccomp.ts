/** One argument of a system call must be so: `(argument & value) == valueTwo`. */
interface Condition {
  index: number;
  value: number;
  valueTwo: number;
  op: 'SCMP_CMP_MASKED_EQ';
}

interface Rule {
  names: readonly string[];
  action: 'SCMP_ACT_ALLOW' | 'SCMP_ACT_ERRNO';
  errnoRet?: number;
  args?: readonly Condition[];
}

/**
 * Reading files, and finding out about them. Nothing that moves, renames or removes any. The calls that open
 * make and write files as well: where anybody may, for it is nobody.
 */
const FILES = [
  ...['access', 'faccessat', 'faccessat2', 'open', 'openat', 'openat2', 'close', 'close_range'],
  ...['read', 'readv', 'pread64', 'preadv', 'preadv2', 'lseek', 'fcntl', 'dup', 'dup2', 'dup3'],
  ...[
    'stat',
    'fstat',
    'lstat',
    'newfstatat',
    'statx',
    'statfs',
    'fstatfs',
    'getdents',
    'getdents64',
  ],
  ...['readlink', 'readlinkat', 'getcwd', 'chdir', 'fchdir', 'umask', 'fadvise64'],
];
/** What it says goes out by these. */
const SAYING = ['write', 'writev', 'fsync', 'pipe', 'pipe2'];
const MEMORY = [
  ...['brk', 'mmap', 'munmap', 'mprotect', 'mremap', 'mincore', 'membarrier'],
  ...['pkey_alloc', 'pkey_free', 'pkey_mprotect', 'memfd_create'],
];
const THREADS = [
  ...['futex', 'futex_waitv', 'get_robust_list', 'set_robust_list', 'rseq', 'set_tid_address'],
  ...['gettid', 'getpid', 'getppid', 'getpgrp', 'getpgid', 'getsid', 'exit', 'exit_group'],
  ...['sched_yield', 'sched_getaffinity', 'sched_getparam', 'sched_getscheduler', 'getcpu'],
  ...['sched_get_priority_max', 'sched_get_priority_min', 'arch_prctl', 'prctl'],
];
/** To hear of signals; none is sent. */
const SIGNALS = [
  ...['rt_sigaction', 'rt_sigprocmask', 'rt_sigreturn', 'rt_sigpending', 'rt_sigtimedwait'],
  ...['sigaltstack', 'restart_syscall'],
];
const WAITING = [
  ...['epoll_create', 'epoll_create1', 'epoll_ctl', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2'],
  ...['poll', 'ppoll', 'select', 'pselect6', 'eventfd', 'eventfd2'],
  ...[
    'clock_gettime',
    'clock_getres',
    'clock_nanosleep',
    'nanosleep',
    'gettimeofday',
    'time',
    'times',
  ],
];
const ITSELF = [
  ...['getuid', 'geteuid', 'getresuid', 'getgid', 'getegid', 'getresgid', 'getgroups', 'capget'],
  ...['uname', 'sysinfo', 'getrlimit', 'prlimit64', 'getrusage', 'getrandom'],
];
/** To become nobody, and then node. */
const STARTING = ['execve', 'capset', 'setresuid', 'setresgid', 'setgroups'];
/** For sockets that are there; see below for those that can be made. */
const TALKING = ['sendto', 'recvfrom', 'recvmsg', 'getsockname', 'getsockopt', 'shutdown'];
/** To hear of the end of a process of one's own; none is ended, for anybody's of this uid could be. */
const HELPERS = ['wait4', 'waitid'];

/** All 32 bits of a number: the kernel looks at no more of it, and neither may we. */
const WORD = 0xffff_ffff;

/** linux/sched.h: the types of namespaces that a thread may go into. `0`, any type, is not among them. */
const ENTERED = { net: 0x4000_0000, uts: 0x0400_0000, ipc: 0x0800_0000, cgroup: 0x0200_0000 };
/** All types of namespaces that clone(2) can make. */
const NEW_NAMESPACES = 0x7e02_0000;
const AF_UNIX = 1;
const AF_NETLINK = 16;
/** linux/netlink.h: routes and devices, sockets, the firewall. */
const NETLINK_PROTOCOLS = [0, 4, 12];
/** linux/nsfs.h: all requests of its kind ask. */
const NSFS_REQUESTS = 0xb700;
/** asm-generic/ioctls.h: FIONBIO, FIOCLEX, FIONCLEX, FIONREAD, TCGETS, TCGETS2, TIOCGWINSZ. */
const REQUESTS = [0x5421, 0x5451, 0x5450, 0x541b, 0x5401, 0x802c_542a, 0x5413];
/** madvise(2): those below 32 are about one's own memory, those from 100 on take pages from the machine. */
const BELOW_32 = 0xffff_ffe0;
const ENOSYS = 38;

/**
 * What a reader that may enter namespaces can ask of the kernel at all, as Docker takes it: CAP_SYS_ADMIN
 * would let it do far more than enter. Mounting, making namespaces, changing names, tracing, terminals,
 * network connections, and whatever calls are added to the kernel one day are not in the list. Names
 * that a machine does not have are passed over. Source: Docker Engine, "Seccomp security profiles".
 */
export const ENTERING_PROFILE = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    allow([...FILES, ...SAYING, ...MEMORY, ...THREADS, ...SIGNALS, ...WAITING]),
    allow([...ITSELF, ...STARTING, ...TALKING, ...HELPERS]),
    // A pair of ends for a process and its helper: nobody else can come by them.
    allow(['socketpair'], masked(0, WORD, AF_UNIX)),
    ...Object.values(ENTERED).map((type) => allow(['setns'], masked(1, WORD, type))),
    ...NETLINK_PROTOCOLS.map((protocol) =>
      allow(['socket'], masked(0, WORD, AF_NETLINK), masked(2, WORD, protocol)),
    ),
    allow(['clone'], masked(0, NEW_NAMESPACES, 0)),
    // Its arguments cannot be looked at; the C library then makes threads with clone(2).
    { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS },
    allow(['madvise'], masked(2, BELOW_32, 0)),
    allow(['ioctl'], masked(1, 0xff00, NSFS_REQUESTS)),
    ...REQUESTS.map((request) => allow(['ioctl'], masked(1, WORD, request))),
  ] satisfies Rule[],
};

function allow(names: readonly string[], ...args: readonly Condition[]): Rule {
  return { names, action: 'SCMP_ACT_ALLOW', ...(args.length > 0 ? { args } : {}) };
}

function masked(index: number, mask: number, equals: number): Condition {
  return { index, value: mask, valueTwo: equals, op: 'SCMP_CMP_MASKED_EQ' };
}
