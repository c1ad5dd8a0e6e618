import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error';
import { readConfig } from './config';

const init = (...words: string[]) => ['fleet', 'init', '--host', 'a', ...words];

describe('the arguments of nsview fleet', () => {
  it.each([
    [['fleet'], /fleet: got "", expected init, add, revoke or list/],
    [['fleet', 'ad', 'vm-01'], /fleet: got "ad", expected init, add, revoke or list/],
    [['fleet', 'init'], /say with --host by which name or address/],
    [['fleet', 'init', '--host', ''], /--host: got "", expected a name or an IP address/],
    [['fleet', 'init', '--host', 'tls://a:1'], /--host: got "tls:\/\/a:1", expected a name/],
    [['fleet', 'init', '--host', 'a:4222'], /--host: got "a:4222"/],
    [['fleet', 'init', '--host', '*.a'], /--host: got "\*.a"/],
    [['fleet', 'init', '--host', 'a_b'], /--host: got "a_b"/],
    [['fleet', 'init', '--host', 'a..b'], /--host: got "a..b"/],
    [['fleet', 'init', '--host', '192.168.1.5/24'], /--host: got "192.168.1.5\/24"/],
    [['fleet', 'init', '--host', 'fe80::1%eth0'], /--host: got "fe80::1%eth0"/],
    [init('b'), /fleet init: got "b", expected options alone/],
    [init('--port', '0'), /--port: got "0", expected a number from 1 to 65535/],
    [init('--port', '65536'), /--port: got "65536"/],
    [init('--port', '1e3'), /--port: got "1e3"/],
    [init('--folder', ''), /--folder: got "", expected a folder/],
    [init('--label', 'b'), /'--label'/],
    [['fleet', 'add'], /fleet add: name the machines/],
    [['fleet', 'revoke'], /fleet revoke: name the machines/],
    [['fleet', 'add', 'vm-01', 'VM-02'], /fleet add: got "VM-02", expected a name of at most 63/],
    [['fleet', 'add', 'a.b'], /fleet add: got "a.b"/],
    [['fleet', 'add', '*'], /fleet add: got "\*"/],
    [['fleet', 'add', '>'], /fleet add: got ">"/],
    [['fleet', 'add', '../a'], /fleet add: got "..\/a"/],
    [['fleet', 'add', ''], /fleet add: got ""/],
    [['fleet', 'add', 'a\u001b[2J'], /fleet add: got "a\[2J"/],
    [['fleet', 'add', 'hub'], /fleet add: got "hub", .*none of these: hub, local/],
    [['fleet', 'revoke', 'local'], /fleet revoke: got "local"/],
    [['fleet', 'add', 'a'.repeat(64)], /fleet add: got "a{64}"/],
    [
      ['fleet', 'add', 'a', '--host', 'b'],
      /--host, --port and --signing are for nsview fleet init/,
    ],
    [['fleet', 'revoke', 'a', '--signing'], /are for nsview fleet init/],
    [['fleet', 'add', 'a', '--docker', 'x'], /'--docker'/],
  ])('%j is one line that says what was wrong', (argv, message) => {
    const call = () => readConfig(argv, {});
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
    expect(call).not.toThrow(/\n/);
  });

  it.each<[string[], object]>([
    [
      ['fleet', 'init', '--host', 'Nats.Example', '--host', '::1', '--host', 'nats.example'],
      { action: 'init', addresses: ['nats.example', '::1'], port: 4222, credentials: 'keys' },
    ],
    [
      init('--port', '4333', '--signing', '--folder', '/f/../g'),
      { port: 4333, credentials: 'signing', folder: '/g', usualFolder: false },
    ],
    [['fleet', 'add', 'vm-02', 'vm-01', 'vm-02'], { action: 'add', hosts: ['vm-02', 'vm-01'] }],
    [['fleet', 'revoke', 'vm-01'], { command: 'fleet', action: 'revoke', hosts: ['vm-01'] }],
  ])('%j', (argv, expected) => {
    expect(readConfig(argv, { HOME: '/h' })).toMatchObject(expected);
  });

  it.each([
    [{ HOME: '/h' }, '/h/.config/nsview/fleet'],
    [{ HOME: '/h', XDG_CONFIG_HOME: '/x' }, '/x/nsview/fleet'],
    [{ HOME: '/h', XDG_CONFIG_HOME: '' }, '/h/.config/nsview/fleet'],
    [{ HOME: '/h', XDG_CONFIG_HOME: 'x' }, '/h/.config/nsview/fleet'],
  ])('with %j the files are in %s', (environment, folder) => {
    expect(readConfig(init(), environment)).toMatchObject({ folder, usualFolder: true });
  });

  it('has a help of its own, in both languages', () => {
    for (const LANG of ['C', 'zh_CN.UTF-8']) {
      const asked = readConfig(['fleet', '--help'], { LANG });
      expect(asked).toEqual({ help: expect.stringContaining('nsview fleet revoke') });
    }
  });
});
