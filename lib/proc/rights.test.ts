import { describe, expect, it } from 'vitest';
import { parseLabel } from './attr-current';
import { isOf32Bits } from './auxv';
import { parseLimits } from './limits';
import { ProcParseError } from './parse-error';
import { parseRights } from './status';
import { parseSyscall } from './syscall';
import { parseWchan } from './wchan';

const status = (lines: string): string => `Name:\tcat\n${lines}Threads:\t1\n`;
const IDS = 'Uid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\n';
const SETS =
  'CapInh:\t0000000000000000\nCapPrm:\t00000000a80425fb\nCapEff:\t00000000a80425fb\n' +
  'CapBnd:\t000001ffffffffff\n';

describe('what a process may do, in its status', () => {
  it('ids in their order, masks, modes', () => {
    const text = status(
      `${IDS}${SETS}CapAmb:\t0000000000001000\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n`,
    );
    expect(parseRights(text)).toEqual({
      uids: { real: 1, effective: 2, saved: 3, fileSystem: 4 },
      gids: { real: 5, effective: 6, saved: 7, fileSystem: 8 },
      capabilities: {
        inheritable: 0n,
        permitted: 0xa80425fbn,
        effective: 0xa80425fbn,
        bounding: 0x1ffffffffffn,
        ambient: 0x1000n,
      },
      seccomp: 'filter',
      noNewPrivileges: true,
    });
  });

  it('what an older kernel does not tell is null, not off', () => {
    expect(parseRights(status(IDS + SETS))).toMatchObject({
      capabilities: { ambient: null, inheritable: 0n },
      seccomp: null,
      noNewPrivileges: null,
    });
  });

  it.each([
    ['0', 'off'],
    ['1', 'strict'],
    ['2', 'filter'],
  ])('seccomp %s', (number, mode) => {
    expect(parseRights(status(`${IDS}${SETS}Seccomp:\t${number}\n`)).seccomp).toBe(mode);
  });
});

describe('the call that it is in', () => {
  it.each([
    ['waits', '230 0x0 0x0 0x7ffdc87719d0 0x0 0x0 0x0 0x7ffdc87719b8 0x7fbe465de503\n', 230],
    ['number 0, of programs read', '0 0x3 0x7f0 0x20000 0x7f 0x0 0x0 0x7f 0x7f\n', 0],
    ['runs', 'running\n', 'running'],
    ['a zombie, or stopped outside of any', '-1 0x0 0x0\n', 'none'],
  ])('%s', (_, text, call) => {
    expect(parseSyscall(text)).toBe(call);
  });

  it.each([
    ['waits', 'hrtimer_nanosleep', 'hrtimer_nanosleep'],
    ['nowhere, or not for us', '0', null],
    ['nothing', '', null],
  ])('and where: %s', (_, text, name) => {
    expect(parseWchan(text)).toBe(name);
  });
});

it.each([
  ['AppArmor', 'docker-default (enforce)\n', 'docker-default (enforce)'],
  ['AppArmor, not confined', 'unconfined\n', 'unconfined'],
  ['SELinux', 'system_u:system_r:container_t:s0:c1,c2\0', 'system_u:system_r:container_t:s0:c1,c2'],
  ['SELinux without a policy', 'kernel\0', null],
  ['Smack', '_\n', '_'],
  ['none', '', null],
])('label of %s', (_, text, label) => {
  expect(parseLabel(text)).toBe(label);
});

const HEADING = 'Limit                     Soft Limit           Hard Limit           Units     \n';
const row = (text: string) => HEADING + text;

it.each([
  [
    'open files',
    'Max open files            20000                20000                files     \n',
    { name: 'open files', soft: '20000', hard: '20000', unit: 'files' },
  ],
  [
    'one without a unit',
    'Max nice priority         0                    0                    \n',
    { name: 'nice priority', soft: '0', hard: '0', unit: null },
  ],
  [
    'what is not limited',
    'Max cpu time              unlimited            unlimited            seconds   \n',
    { name: 'cpu time', soft: 'unlimited', hard: 'unlimited', unit: 'seconds' },
  ],
  [
    'more than a double can tell',
    'Max file size             9223372036854775806  unlimited            bytes     \n',
    { name: 'file size', soft: '9223372036854775806', hard: 'unlimited', unit: 'bytes' },
  ],
])('limits: %s', (_, text, limit) => {
  expect(parseLimits(row(text))).toEqual([limit]);
});

it.each([
  ['64 bits', BigUint64Array.of(33n, 0x7f83bab78000n), false],
  ['32 bits', Uint32Array.of(32, 0xf7f3a560, 33, 0xf7f3a000), true],
])('a program of %s', (_, words, of32Bits) => {
  expect(isOf32Bits(new Uint8Array(words.buffer))).toBe(of32Bits);
});

it.each<[string, () => unknown]>([
  ['status without ids', () => parseRights(status(SETS))],
  ['status with three ids', () => parseRights(status('Uid:\t1\t2\t3\nGid:\t5\t6\t7\t8\n'))],
  ['a mask that is none', () => parseRights(status(`${IDS}CapEff:\tall\n`))],
  ['a mode that nobody knows', () => parseRights(status(`${IDS}Seccomp:\t3\n`))],
  ['neither yes nor no', () => parseRights(status(`${IDS}NoNewPrivs:\t2\n`))],
  ['a call that is none', () => parseSyscall('read 0x0\n')],
  ['a call cut', () => parseSyscall('23')],
  ['no call', () => parseSyscall('')],
  ['limits without heading', () => parseLimits('')],
  ['a limit without a value', () => parseLimits(row('Max open files            20000\n'))],
  ['auxv of a thread of the kernel', () => isOf32Bits(new Uint8Array())],
])('%s: a ProcParseError', (_, parse) => {
  expect(parse).toThrow(ProcParseError);
});
