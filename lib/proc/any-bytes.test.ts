import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { parseLabel } from './attr-current';
import { isOf32Bits, parseAuxv } from './auxv';
import { parseDeviceRates, parseServiceBytes } from './blkio-throttle';
import { parseLimit } from './cgroup-amount';
import { tellsOfHypervisor } from './cpuinfo';
import { parseCpuCount } from './cpu-list';
import { parseCpuMax } from './cpu-quota';
import { parseFlatKeyed } from './flat-keyed';
import { parseFreezerState } from './freezer-state';
import { parseMemTotal } from './meminfo';
import { parseNestedKeyed } from './nested-keyed';
import { containerIdsIn, parseCgroup, tellingPath } from './cgroup';
import { parseCmdline } from './cmdline';
import { parseIdMap } from './id-map';
import { parseFibTrie } from './fib-trie';
import { parseIfInet6 } from './if-inet6';
import { parseIgmp } from './igmp';
import { addressDigits } from './ip-address';
import { parseLimits } from './limits';
import { parseLoadavg } from './loadavg';
import { parseMountinfo } from './mountinfo';
import { parseNetDev } from './net-dev';
import { parseListening } from './net-listening';
import { parseForwarding } from './net-snmp';
import { findSocket } from './net-tcp';
import { parseNetUnix } from './net-unix';
import { parseNsLink } from './ns-link';
import { ProcParseError } from './parse-error';
import { parseNames } from './passwd';
import { parseResolvConf } from './resolv-conf';
import { parseStat } from './stat';
import { parseRights, parseStatus } from './status';
import { parseSyscall } from './syscall';
import { parseBootTime } from './system-stat';
import { parseSegments } from './sysvipc';
import { parseUptime } from './uptime';
import { parseWchan } from './wchan';

/* No input of any bytes makes a parser throw anything but its own error. */

const LINES: Record<string, string> = {
  stat: '5186 (cat) R 5183 5183 3706 0 -1 4194304 99 0 0 0 0 0 0 0 20 0 1 0 76754 3133440 362 18\n',
  status: 'Name:\tcat\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nNSpid:\t2652\t1\nThreads:\t1\n',
  rights:
    'Name:\tcat\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb\nNoNewPrivs:\t0\nSeccomp:\t2\n',
  syscall: '230 0x0 0x0 0x7ffdc87719d0 0x7ffdc8771a10 0x0 0x0 0x7ffdc87719b8 0x7fbe465de503\n',
  wchan: 'hrtimer_nanosleep',
  'attr/current': 'docker-default (enforce)\n',
  limits:
    'Limit                     Soft Limit           Hard Limit           Units     \n' +
    'Max open files            20000                20000                files     \n',
  cgroup: '8:pids:/docker/a\n0::/system.slice\n',
  cmdline: 'sh\0-c\0sleep 1d\0',
  'id map': '         0     231072      65536\n',
  loadavg: '0.10 0.24 0.17 1/84 5193\n',
  mountinfo: '39 31 0:36 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids\n',
  'net/unix':
    'Num       RefCount Protocol Flags    Type St Inode Path\n' +
    '00000000c5e4d1f0: 00000002 00000000 00010000 0001 01 23456 /run/docker.sock\n',
  'net/tcp':
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
    '   3: 0100007F:869B 0100007F:0BB8 01 00000000:00000000 00:00000000 00000000  1000        0 17400 1\n',
  'net/dev': 'Inter-|   Receive\n face |bytes    packets\n    lo:       0       0\n',
  'net/if_inet6': 'fd000000000000000000000000000002 04 40 00 82     eth0\n',
  'net/fib_trie': 'Main:\n     |-- 172.17.0.2\n        /32 host LOCAL\n',
  'net/igmp': 'Idx\tDevice    : Count\n1\tlo        :     1      V3\n',
  'net/snmp': 'Ip: Forwarding DefaultTTL\nIp: 2 64\n',
  'net/udp':
    '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
    '  57: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 17400 2\n',
  'sysvipc/shm':
    ' key shmid perms size cpid lpid nattch uid gid\n 42 3 600 4096 5356 5356 1 1000 1000\n',
  'ns link': 'pid:[4026531836]',
  'boot time': 'cpu  51 0 42\nbtime 1795453838\n',
  uptime: '767.54 1445.82\n',
  passwd: 'root:x:0:0:root:/root:/bin/bash\n',
  'resolv.conf': 'nameserver 127.0.0.11\nsearch a.example\n',
  'cgroup amount': '67108864\n',
  'cpu.max': '50000 100000\n',
  'flat keyed': 'nr_periods 38\nnr_throttled 28\n',
  'nested keyed': '8:16 rbytes=1459200 wbytes=314773504 rios=192\n',
  'blkio bytes': '254:0 Read 4096\n254:0 Write 8192\nTotal 12288\n',
  'blkio rates': '254:0 1048576\n',
  'freezer.state': 'FROZEN\n',
  cpuinfo: 'processor\t: 0\nflags\t\t: fpu vme hypervisor lahf_lm\n',
  meminfo: 'MemTotal:        4018140 kB\n',
  'cpu list': '0-3,8\n',
  auxv: '',
};

const LOOPBACK = addressDigits('127.0.0.1') ?? '';
const CLIENT = { address: LOOPBACK, port: 0x869b };
const SERVER = { address: LOOPBACK, port: 3000 };

const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const PARSERS: Record<string, (bytes: Uint8Array) => unknown> = {
  stat: parseStat,
  status: (bytes) => parseStatus(text(bytes)),
  rights: (bytes) => parseRights(text(bytes)),
  syscall: (bytes) => parseSyscall(text(bytes)),
  wchan: (bytes) => parseWchan(text(bytes)),
  'attr/current': (bytes) => parseLabel(text(bytes)),
  limits: (bytes) => parseLimits(text(bytes)),
  'auxv of 32 bits': (bytes) => isOf32Bits(bytes),
  cgroup: (bytes) => tellingPath(parseCgroup(text(bytes))),
  'container ids': (bytes) => containerIdsIn(text(bytes)),
  cmdline: (bytes) => parseCmdline(bytes, true),
  'id map': (bytes) => parseIdMap(text(bytes)),
  loadavg: (bytes) => parseLoadavg(text(bytes)),
  mountinfo: (bytes) => parseMountinfo(text(bytes)),
  'net/unix': (bytes) => parseNetUnix(text(bytes)),
  'net/tcp': (bytes) => findSocket(text(bytes).split('\n'), CLIENT, SERVER, true),
  'net/dev': (bytes) => parseNetDev(text(bytes)),
  'net/if_inet6': (bytes) => parseIfInet6(text(bytes)),
  'net/fib_trie': (bytes) => parseFibTrie(text(bytes)),
  'net/igmp': (bytes) => parseIgmp(text(bytes)),
  'net/snmp': (bytes) => parseForwarding(text(bytes)),
  'net/udp': (bytes) => parseListening(text(bytes), 'udp', true),
  'sysvipc/shm': (bytes) => parseSegments(text(bytes)),
  'ns link': (bytes) => parseNsLink(text(bytes), 'pid'),
  'boot time': (bytes) => parseBootTime(text(bytes)),
  uptime: (bytes) => parseUptime(text(bytes)),
  passwd: (bytes) => parseNames(text(bytes)),
  'resolv.conf': (bytes) => parseResolvConf(text(bytes)),
  'cgroup amount': (bytes) => parseLimit(text(bytes)),
  'cpu.max': (bytes) => parseCpuMax(text(bytes)),
  'flat keyed': (bytes) => parseFlatKeyed(text(bytes)),
  'nested keyed': (bytes) => parseNestedKeyed(text(bytes)),
  'blkio bytes': (bytes) => parseServiceBytes(text(bytes)),
  'blkio rates': (bytes) => parseDeviceRates(text(bytes)),
  'freezer.state': (bytes) => parseFreezerState(text(bytes)),
  meminfo: (bytes) => parseMemTotal(text(bytes)),
  cpuinfo: (bytes) => tellsOfHypervisor(text(bytes)),
  'cpu list': (bytes) => parseCpuCount(text(bytes)),
  auxv: (bytes) => parseAuxv(bytes, 8),
};

/** Any bytes, and real lines with a stretch of them replaced. */
function inputs(line: string): fc.Arbitrary<Uint8Array> {
  const real = new TextEncoder().encode(line);
  const spoilt = fc
    .tuple(fc.nat(real.length), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
    .map(([at, cut, bytes]) =>
      Uint8Array.of(...real.subarray(0, at), ...bytes, ...real.subarray(at + cut)),
    );
  return fc.oneof(fc.uint8Array({ maxLength: 300 }), spoilt);
}

function outcomeOf(parse: () => unknown): string {
  try {
    return parse() === undefined ? 'nothing' : 'a value';
  } catch (error) {
    return error instanceof ProcParseError ? error.name : String(error);
  }
}

describe('fault 18: any bytes', () => {
  it.each(Object.entries(PARSERS))('%s', (name, parse) => {
    fc.assert(
      fc.property(inputs(LINES[name] ?? ''), (bytes) => {
        expect(outcomeOf(() => parse(bytes))).toMatch(/^(?:a value|ProcParseError)$/);
      }),
      { numRuns: inject('parserCases') },
    );
  });
});

it('fault 4: whatever a process calls itself, the other fields stay true', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 15 }), (comm) => {
      const line = new TextEncoder().encode(LINES.stat ?? '');
      const open = line.indexOf(0x28) + 1;
      const close = line.lastIndexOf(0x29);
      const stat = parseStat(
        Uint8Array.of(...line.subarray(0, open), ...comm, ...line.subarray(close)),
      );
      expect(stat).toMatchObject({ pid: 5186, state: 'R', ppid: 5183, startTicks: '76754' });
      expect(stat.comm).toBe(new TextDecoder().decode(comm));
    }),
  );
});
