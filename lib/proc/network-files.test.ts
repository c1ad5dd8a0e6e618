import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFibTrie } from './fib-trie';
import { parseIfInet6 } from './if-inet6';
import { parseIgmp } from './igmp';
import { addressDigits, addressText } from './ip-address';
import { parseNetDev } from './net-dev';
import { parseListening } from './net-listening';
import { parseForwarding } from './net-snmp';
import { ProcParseError } from './parse-error';

/* The small files of /proc/PID/net that tell of a network without a right to enter it. */

describe('net/dev', () => {
  const HEADINGS =
    'Inter-|   Receive                                                |  Transmit\n' +
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets\n';
  it.each([
    ['none', '', []],
    ['padded', '    lo:       0       0    0\n  eth0:     656       8    0\n', ['lo', 'eth0']],
    ['as long as can be', 'abcdefghijklmno:       0       0\n', ['abcdefghijklmno']],
    ['with an escape', 'e\u001b[31m:       0       0\n', ['e\u001b[31m']],
    ['with a return to look like another', '  lo\rx:       0       0\n', ['lo\rx']],
    ['with numbers in it', '  veth1:12345678       0\n', ['veth1']],
    ['not in English', '    网卡:       0       0\n', ['网卡']],
  ])('%s', (_, rows, names) => {
    expect(parseNetDev(HEADINGS + rows).map(({ name }) => name)).toEqual(names);
  });

  it('what has come in by each', () => {
    const rows = '    lo:       0       0    0\n  eth0:   71680      52    3\n';
    expect(parseNetDev(HEADINGS + rows)).toEqual([
      { name: 'lo', receivedBytes: 0, receivedPackets: 0 },
      { name: 'eth0', receivedBytes: 71_680, receivedPackets: 52 },
    ]);
  });

  it.each([
    ['no headings', '    lo:       0\n'],
    ['no counters', `${HEADINGS}    lo\n`],
    ['one counter', `${HEADINGS}    lo:       0\n`],
    ['empty', ''],
  ])('%s: refused', (_, text) => {
    expect(() => parseNetDev(text)).toThrow(ProcParseError);
  });
});

describe('net/if_inet6', () => {
  it('addresses with their devices', () => {
    const text =
      'fd000000000000000000000000000002 04 40 00 82     eth0\n' +
      '00000000000000000000000000000001 01 80 10 80       lo\n' +
      'fe80000000000000fc00fffe00000001 1f 40 20 80 abcdefghijklmno\n';
    expect(parseIfInet6(text)).toEqual([
      { address: 'fd00::2/64', device: 'eth0', index: 4 },
      { address: '::1/128', device: 'lo', index: 1 },
      { address: 'fe80::fc00:fffe:0:1/64', device: 'abcdefghijklmno', index: 31 },
    ]);
    expect(() => parseIfInet6('fd00 04 40 00 82 eth0\n')).toThrow(ProcParseError);
  });
});

describe('net/fib_trie', () => {
  const LEAVES =
    '  +-- 0.0.0.0/0 3 0 5\n     |-- 10.9.8.7\n        /32 host LOCAL\n' +
    '     +-- 127.0.0.0/8 2 0 2\n        |-- 127.0.0.0\n           /8 host LOCAL\n' +
    '        |-- 127.0.0.1\n           /32 host LOCAL\n' +
    '        |-- 127.255.255.255\n           /32 link BROADCAST\n' +
    '     |-- 10.9.8.1\n        /32 link UNICAST\n' +
    '     |-- 172.17.0.0\n        /32 link ANYCAST\n        /16 link UNICAST\n' +
    '     |-- 172.17.0.2\n        /24 link UNICAST\n        /32 host LOCAL tos=0x08\n';
  it('own addresses, once, though two tables have them', () => {
    const own = ['10.9.8.7', '127.0.0.1', '172.17.0.2'];
    expect(parseFibTrie(`Main:\n${LEAVES}Local:\n${LEAVES}`)).toEqual(own);
  });
  it('none', () => {
    expect(parseFibTrie('Main:\n  +-- 0.0.0.0/0 3 0 5\n')).toEqual([]);
  });
});

it('net/igmp: numbers of devices by name', () => {
  const text =
    'Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n' +
    '1\tlo        :     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n' +
    '42\tabcdefghijklmno:     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n';
  expect([...parseIgmp(text)]).toEqual([
    ['lo', 1],
    ['abcdefghijklmno', 42],
  ]);
});

describe('net/snmp', () => {
  it.each([
    ['a gateway', 'Ip: Forwarding DefaultTTL\nIp: 1 64\nIcmp: InMsgs\nIcmp: 0\n', true],
    ['none', 'Ip: Forwarding DefaultTTL\nIp: 2 64\n', false],
    ['in another place', 'Ip: DefaultTTL Forwarding\nIp: 1 2\n', false],
  ])('%s', (_, text, expected) => {
    expect(parseForwarding(text)).toBe(expected);
  });
  it.each(['', 'Ip: Forwarding\n', 'Ip: Forwarding\nIp: 3\n', 'Ip: DefaultTTL\nIp: 1\n'])(
    'refuses %j',
    (text) => {
      expect(() => parseForwarding(text)).toThrow(ProcParseError);
    },
  );
});

describe('sockets that wait', () => {
  const HEADING =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n';
  const row = (local: string, state: string, inode = 57) =>
    `12643: ${local} ${local.replace(/[\dA-F]/g, '0')} ${state} 00000000:00000000 00:00000000 00000000     0        0 ${String(inode)} 1 000000005f8ef38a 100\n`;
  it.each<[string, string, 'tcp' | 'udp', object[]]>([
    [
      'of TCP',
      row('0100007F:0050', '0A'),
      'tcp',
      [{ address: '127.0.0.1', port: 80, inode: '57' }],
    ],
    ['connected', row('0100007F:0050', '01'), 'tcp', []],
    ['of UDP', row('00000000:0035', '07'), 'udp', [{ address: '0.0.0.0', port: 53 }]],
    ['of UDP, connected', row('00000000:0035', '01'), 'udp', []],
    [
      'of IPv6',
      row('000000FD000000000000000002000000:1F90', '0A'),
      'tcp',
      [{ address: 'fd00::2', port: 8080 }],
    ],
    ['closed by now', row('0100007F:0050', '0A', 0), 'tcp', [{ inode: '0' }]],
  ])('%s', (_, text, kind, expected) => {
    const sockets = parseListening(HEADING + text, kind, true);
    expect(sockets).toHaveLength(expected.length);
    expect(sockets).toMatchObject(expected);
  });
  it('on a machine that puts the high byte first', () => {
    const [socket] = parseListening(HEADING + row('7F000001:0050', '0A'), 'tcp', false);
    expect(socket?.address).toBe('127.0.0.1');
  });
  it('refuses what is no socket', () => {
    expect(() => parseListening(`${HEADING}   0: what\n`, 'tcp', true)).toThrow(ProcParseError);
    expect(() => parseListening('what', 'tcp', true)).toThrow(ProcParseError);
  });
});

describe('addresses as text', () => {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  // Zeros are likely, for they are what is left out.
  const byte = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(255));
  const bytes = fc
    .array(byte, { minLength: 16, maxLength: 16 })
    .map((each) => Uint8Array.from(each));

  it('are read back as what they were', () => {
    fc.assert(
      fc.property(bytes, (address) => {
        expect(addressDigits(addressText(address))).toBe(hex(address));
        const four = addressText(address.subarray(0, 4));
        expect(addressDigits(four)?.slice(24)).toBe(hex(address.subarray(0, 4)));
      }),
    );
  });

  it('are what a browser makes of them', () => {
    const mapped = /^0{20}ffff/;
    fc.assert(
      fc.property(
        bytes.filter((each) => !mapped.test(hex(each))),
        (address) => {
          const groups = hex(address).match(/.{4}/g) ?? [];
          const { hostname } = new URL(`http://[${groups.join(':')}]/`);
          expect(`[${addressText(address)}]`).toBe(hostname);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of IPv4 in IPv6 have dots', () => {
    const address = Uint8Array.from([...Buffer.alloc(10), 255, 255, 10, 0, 0, 1]);
    expect(addressText(address)).toBe('::ffff:10.0.0.1');
  });
});
