import { describe, expect, it } from 'vitest';
import { parseResolvConf } from './resolv-conf';

const none = { nameservers: [], search: [], options: [] };

describe('resolv.conf', () => {
  it.each([
    [
      'of a network of one’s own',
      'nameserver 127.0.0.11\noptions ndots:0\n',
      { nameservers: ['127.0.0.11'], options: ['ndots:0'] },
    ],
    [
      'several, in order',
      'nameserver 10.0.0.2\nnameserver 10.0.0.1\n',
      { nameservers: ['10.0.0.2', '10.0.0.1'] },
    ],
    [
      'IPv6, with its link',
      'nameserver fe80::1%eth0\nnameserver ::1\n',
      { nameservers: ['fe80::1%eth0', '::1'] },
    ],
    ['IPv4 in IPv6', 'nameserver ::ffff:10.0.0.1\n', { nameservers: ['::ffff:10.0.0.1'] }],
    [
      'tabs, blanks and something after it',
      'nameserver\t 10.0.0.1 \t x\n',
      { nameservers: ['10.0.0.1'] },
    ],
    ['a carriage return', 'nameserver 10.0.0.1\r\n', { nameservers: ['10.0.0.1'] }],
    ['several searched', 'search a.example b.example\n', { search: ['a.example', 'b.example'] }],
    ['the last search counts', 'search a.example\nsearch b.example\n', { search: ['b.example'] }],
    [
      'domain counts as search',
      'search a.example\ndomain b.example c\n',
      { search: ['b.example'] },
    ],
    [
      'options add up',
      'options ndots:5\noptions edns0 trust-ad\n',
      { options: ['ndots:5', 'edns0', 'trust-ad'] },
    ],
    ['comments', '# nameserver 10.0.0.1\n;nameserver 10.0.0.2\n', {}],
    ['not at the beginning of a line', ' nameserver 10.0.0.1\n', {}],
    ['no address', 'nameserver dns.example\nnameserver\nnameserver <b>\n', {}],
    ['words that nobody knows', 'nameservers 10.0.0.1\nsortlist 10.0.0.0\n', {}],
    ['nothing', '', {}],
  ])('%s', (_, text, expected) => {
    expect(parseResolvConf(text)).toEqual({ ...none, ...expected });
  });
});
