import { describe, expect, it } from 'vitest';
import { parseAuxv } from './auxv';
import { parseIdMap } from './id-map';
import { parseLoadavg } from './loadavg';
import { parseNetUnix } from './net-unix';
import { parseNsfsName, parseNsLink } from './ns-link';
import { ProcParseError } from './parse-error';
import { parseBootTime } from './system-stat';
import { parseUptime } from './uptime';

describe('id map', () => {
  it.each([
    ['not written yet', '', []],
    ['the host', '         0          0 4294967295\n', [[0, 0, 4294967295]]],
    ['remapped', '         0     231072      65536\n', [[0, 231072, 65536]]],
    [
      'two rows',
      '0 1000 1\n1 100000 65536\n',
      [
        [0, 1000, 1],
        [1, 100000, 65536],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(parseIdMap(text)).toEqual(rows);
  });
});

describe('net/unix', () => {
  const HEADING = 'Num       RefCount Protocol Flags    Type St Inode Path\n';
  const LISTENS = '00000000c5e4d1f0: 00000002 00000000 00010000';
  it.each([
    ['no socket', '', []],
    ['listens', `${LISTENS} 0001 01 23456 /run/d.sock\n`, [['/run/d.sock', '23456']]],
    ['a short inode, padded', `${LISTENS} 0001 01    12 /run/d.sock\n`, [['/run/d.sock', '12']]],
    ['connected', `${LISTENS.replace('0001', '0000')} 0001 03 23456 /run/d.sock\n`, []],
    ['without a name', `${LISTENS} 0001 01 23456\n`, []],
    ['spaces in its name', `${LISTENS} 0001 01 23456 /a b\n`, [['/a b', '23456']]],
    ['a newline in its name', `${LISTENS} 0001 01 23456 /a\nb\n`, [['/a\nb', '23456']]],
    ['abstract', `${LISTENS} 0001 01 23456 @x\n`, [['@x', '23456']]],
    ['a carriage return', `${LISTENS} 0001 01 23456 /a\rb\n`, [['/a\rb', '23456']]],
    ['a line separator', `${LISTENS} 0001 01 23456 /a\u2028b\n`, [['/a\u2028b', '23456']]],
    ['blanks at its end', `${LISTENS} 0001 01 23456 /a \r\n`, [['/a \r', '23456']]],
  ])('%s', (_, rows, sockets) => {
    expect(parseNetUnix(HEADING + rows).map(({ path, inode }) => [path, inode])).toEqual(sockets);
  });
});

it.each([
  ['net:[4026532290]', 'net:4026532290'],
  ['time:[4026531834]', 'time:4026531834'],
  ['socket:[57]', null],
  ['pipe:[4026532290]', null],
  ['/tmp/net:[4026532290]', null],
  ['net:[4026532290] (deleted)', null],
  ['', null],
])('nsfs name: %s', (text, id) => {
  expect(parseNsfsName(text)).toBe(id);
});

it('ns links of every length of inode', () => {
  expect(parseNsLink('pid:[4026531836]', 'pid')).toBe('pid:4026531836');
  expect(parseNsLink('net:[18446744073709551615]', 'net')).toBe('net:18446744073709551615');
});

it.each([
  ['of a machine', '767.54 1445.82\n', 767.54],
  ['of lxcfs', '41.0 41.0\n', 41],
  ['of lxcfs just begun', '0.0 0.0\n', 0],
  ['in whole seconds', '16186 0\n', 16186],
  ['alone', '5.25', 5.25],
])('uptime %s', (_, text, seconds) => {
  expect(parseUptime(text)).toBe(seconds);
});

it('auxv of a 32-bit machine', () => {
  const words = Uint32Array.of(6, 65536, 17, 100, 0, 0, 6, 1);
  expect(parseAuxv(new Uint8Array(words.buffer), 4)).toEqual({
    pageSize: 65536,
    ticksPerSecond: 100,
  });
});

it('auxv that lies in the middle of a larger buffer', () => {
  const pool = Buffer.alloc(100, 255);
  Buffer.from(BigUint64Array.of(6n, 4096n, 17n, 100n, 0n, 0n).buffer).copy(pool, 12);
  const expected = { pageSize: 4096, ticksPerSecond: 100 };
  expect(parseAuxv(pool.subarray(12, 60), 8)).toEqual(expected);
});

it.each<[string, () => unknown]>([
  ['id map with a word', () => parseIdMap('0 0 all')],
  ['id map cut', () => parseIdMap('0 0')],
  ['loadavg without pid', () => parseLoadavg('0.10 0.24 0.17 1/84')],
  ['loadavg empty', () => parseLoadavg('')],
  ['stat without btime', () => parseBootTime('cpu 1 2 3\n')],
  ['uptime empty', () => parseUptime('')],
  ['uptime with a word', () => parseUptime('41.0s 41')],
  ['uptime of no number', () => parseUptime('. 41')],
  ['btime of another line', () => parseBootTime('xbtime 5\nbtime 5x\n')],
  ['net/unix without heading', () => parseNetUnix('')],
  ['link of another type', () => parseNsLink('pid:[1]', 'net')],
  ['link without inode', () => parseNsLink('pid:[]', 'pid')],
  ['link to a file', () => parseNsLink('/etc/passwd', 'pid')],
  ['auxv empty', () => parseAuxv(new Uint8Array(), 8)],
  ['auxv cut', () => parseAuxv(new Uint8Array(9).fill(6), 8)],
])('%s: a ProcParseError', (_, parse) => {
  expect(parse).toThrow(ProcParseError);
});
