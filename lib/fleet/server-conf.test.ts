import { describe, expect, it } from 'vitest';
import { serverUrl, type FleetFile } from './fleet-file';
import { hostPermissions, hubPermissions } from './permissions';
import { keysConf, serverConf } from './server-conf';

const files = { certificate: '/f/c', key: '/f/k', storage: '/f/s', pid: '/f/p' };

describe('what nats-server is started with', () => {
  it.each([
    ['a space', '/my fleet/k', 'key_file: "/my fleet/k"'],
    ['a quote', '/a"b/k', 'key_file: "/a\\"b/k"'],
    ['a backslash', '/a\\b/k', 'key_file: "/a\\\\b/k"'],
    ['what would be a variable', '/$HOME/k', 'key_file: "/$HOME/k"'],
    ['what would be a remark', '/a#b/k', 'key_file: "/a#b/k"'],
  ])('names a file with %s in its path', (_, key, line) => {
    expect(serverConf(4222, 'hosts.conf', { ...files, key }).split('\n')).toContain(`  ${line}`);
  });

  it('lets nobody in but these, each by rules of its own', () => {
    const conf = keysConf([
      { name: 'hub', key: 'UHUB', permissions: hubPermissions() },
      { name: 'vm-01', key: 'UONE', permissions: hostPermissions('vm-01') },
    ]);
    const [, hub = '', host = ''] = conf.split('nkey: ');
    expect(hub).toContain('UHUB');
    expect(hub).not.toContain('allow_responses');
    expect(host).toContain('UONE');
    expect(host).toContain('publish: { allow: ["$KV.hosts.vm-01", "nsview.v1.live.vm-01"] }');
    expect(host).toContain('subscribe: { allow: ["nsview.v1.ask.vm-01", "_INBOX.vm-01.>"] }');
    expect(host).toContain('allow_responses: { max: 64, expires: "60s" }');
    expect(conf).not.toMatch(/no_auth_user|password/);
  });
});

it.each([
  ['nats.example', 'tls://nats.example:4222'],
  ['192.168.1.5', 'tls://192.168.1.5:4222'],
  ['fd00::5', 'tls://[fd00::5]:4222'],
])('agents are told of %s as %s', (address, url) => {
  const fleet: FleetFile = {
    ...{ format: 'nsview-fleet', version: 1, credentials: 'keys', port: 4222 },
    ...{ addresses: [address, 'other'], hub: 'U', hosts: {}, revoked: {} },
  };
  expect(serverUrl(fleet)).toBe(url);
});
