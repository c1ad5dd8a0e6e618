import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressDigits } from './ip-address';
import { ESTABLISHED, findSocket } from './net-tcp';
import { ProcParseError } from './parse-error';

const HEADING4 =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     ';
const HEADING6 =
  '  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const REST = '17400 1 00000000064bd8c4 20 4 30 10 -1                    ';

const row = (local: string, remote: string, state: string, uid: number | string) =>
  `   3: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${String(uid).padStart(5)}        0 ${REST}`;

const lines = (text: string) => text.split('\n');
const LOOPBACK = '00000000000000000000ffff7f000001';

const at = (address: string, port: number) => ({ address, port });
const CLIENT = at(LOOPBACK, 0x869b);
const SERVER = at(LOOPBACK, 3000);
const find = (text: string) => findSocket(lines(text), CLIENT, SERVER, true);

describe('net/tcp', () => {
  const OURS = row('0100007F:869B', '0100007F:0BB8', '01', 1000);
  it.each<[string, string, object | null]>([
    ['ours', OURS, { state: ESTABLISHED, uid: 1000 }],
    ['root’s', row('0100007F:869B', '0100007F:0BB8', '01', 0), { state: ESTABLISHED, uid: 0 }],
    [
      'a uid of ten digits',
      row('0100007F:869B', '0100007F:0BB8', '01', 4294967294),
      { state: ESTABLISHED, uid: 4294967294 },
    ],
    ['nobody’s any more', row('0100007F:869B', '0100007F:0BB8', '04', 0), { state: 4, uid: 0 }],
    ['waiting', row('0100007F:869B', '0100007F:0BB8', '06', 0), { state: 6, uid: 0 }],
    ['the other end', row('0100007F:0BB8', '0100007F:869B', '01', 7), null],
    ['the port of another address', row('0200007F:869B', '0100007F:0BB8', '01', 7), null],
    ['connected elsewhere', row('0100007F:869B', '0100007F:0BB9', '01', 7), null],
    ['a port that ends alike', row('0100007F:1869', '0100007F:0BB8', '01', 7), null],
    ['behind others', `${row('0100007F:0BB8', '0100007F:869B', '01', 7)}\n${OURS}`, { uid: 1000 }],
  ])('%s', (_, line, expected) => {
    const found = find(`${HEADING4}\n${line}\n`);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it('what is behind it is not read', () => {
    const read: string[] = [];
    const file = function* () {
      for (const line of [HEADING4, OURS, 'not read', 'not read']) {
        read.push(line);
        yield line;
      }
    };
    expect(findSocket(file(), CLIENT, SERVER, true)).toEqual({ state: ESTABLISHED, uid: 1000 });
    expect(read).toEqual([HEADING4, OURS]);
  });

  it.each([
    ['IPv6', '00000000000000000000000001000000', '::1', true],
    ['mapped', '0000000000000000FFFF00000100007F', '127.0.0.1', true],
    ['a whole one', 'B80D01200000000067452301EFCDAB89', '2001:db8::123:4567:89ab:cdef', true],
    [
      'on a machine that counts from the large end',
      '20010DB8000000000000000000000001',
      '2001:db8::1',
      false,
    ],
  ])('%s', (_, printed, address, littleEndian) => {
    const line = row(`${printed}:869B`, `${printed}:0BB8`, '01', 1000);
    const digits = addressDigits(address) ?? '';
    const ends = [at(digits, 0x869b), at(digits, 3000)] as const;
    const found = findSocket(lines(`${HEADING6}\n${line}\n`), ...ends, littleEndian);
    expect(found).toEqual({ state: ESTABLISHED, uid: 1000 });
  });

  it('no socket', () => {
    expect(find(`${HEADING6}\n`)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['without heading', row('0100007F:869B', '0100007F:0BB8', '01', 0)],
    ['a row cut', `${HEADING4}\n   3: 0100007F:869B 0100007F:0BB8 01 0000`],
    ['a word for a uid', `${HEADING4}\n${row('0100007F:869B', '0100007F:0BB8', '01', 'root')}`],
  ])('%s: a ProcParseError', (_, text) => {
    expect(() => find(text)).toThrow(ProcParseError);
  });
});

describe('addresses', () => {
  it.each([
    ['127.0.0.1', LOOPBACK],
    ['::ffff:127.0.0.1', LOOPBACK],
    ['::ffff:7f00:1', LOOPBACK],
    ['::1', '00000000000000000000000000000001'],
    ['::', '00000000000000000000000000000000'],
    ['fe80::1%eth0', 'fe800000000000000000000000000001'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['1::8', '00010000000000000000000000000008'],
    ['', null],
    ['localhost', null],
    ['127.0.0.256', null],
    ['1::2::3', null],
    ['1:2:3:4:5:6:7', null],
    ['1:2:3:4:5:6:7:8:9', null],
    ['1:2:3:4::5:6:7:8', null],
    ['::12345', null],
  ])('%s', (text, digits) => {
    expect(addressDigits(text)).toBe(digits);
  });

  it('every address, as it is written and as the kernel prints it', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), fc.nat(65535), (four, six, port) => {
        expect(addressDigits(four)).toBe(addressDigits(`::ffff:${four}`));
        for (const address of [four, six]) {
          const digits = addressDigits(address) ?? '';
          expect(digits).toMatch(/^[\da-f]{32}$/);
          const end = `${digits.toUpperCase()}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
          const text = `${HEADING6}\n${row(end, end, '01', 7)}\n`;
          const found = findSocket(lines(text), at(digits, port), at(digits, port), false);
          expect(found).toEqual({ state: ESTABLISHED, uid: 7 });
        }
      }),
    );
  });

  it('any text is an address or none, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(addressDigits(text) ?? LOOPBACK).toHaveLength(32);
      }),
    );
  });
});
