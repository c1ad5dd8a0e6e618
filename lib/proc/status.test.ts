import { expect, it } from 'vitest';
import { ProcParseError } from './parse-error';
import { parseStatus } from './status';

const status = (lines: string): string =>
  `Name:\tcat\nUmask:\t0022\nTgid:\t9\n${lines}\nThreads:\t1\n`;

it.each([
  ['effective ids, not real ones', 'Uid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\nNSpid:\t9', 2, 6, [9]],
  ['nested', 'Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nNSpid:\t2652\t30\t1', 0, 0, [2652, 30, 1]],
  ['before Linux 4.1', 'Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0', 0, 0, null],
  ['an unmapped id', `Uid:${'\t4294967295'.repeat(4)}\nGid:\t0\t0\t0\t0`, 4294967295, 0, null],
])('%s', (_, lines, uid, gid, nsPids) => {
  expect(parseStatus(status(lines))).toEqual({ tgid: 9, uid, gid, nsPids });
});

it('a name cannot forge a line', () => {
  const text = 'Name:\tx\\nUid:\\t7\nTgid:\t9\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n';
  expect(parseStatus(text)).toMatchObject({ uid: 0 });
});

it.each([
  ['nothing', ''],
  ['no ids', status('Gid:\t0\t0\t0\t0')],
  ['no thread group', 'Name:\tcat\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n'],
  ['one id', status('Uid:\t0\nGid:\t0\t0\t0\t0')],
  ['pids that are none', status('Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nNSpid:\t1\tx')],
])('%s: a ProcParseError', (_, text) => {
  expect(() => parseStatus(text)).toThrow(ProcParseError);
});
