import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsThatMatter } from './as-started';
import type { Config } from './config';
import { configSchema } from './config';
import { readConfig } from './read-config';

const recorded = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../docker/fixtures/inspect-${name}.json`, import.meta.url), 'utf8'),
  );

function read(json: unknown): Config {
  const config = readConfig(json);
  if (config === null) throw new Error('no configuration');
  return config;
}

const words = ({ flags }: Pick<Config, 'flags'>) =>
  flags.map(({ flag, value }) => (value === null ? flag : `${flag} ${value}`));

/** What one setting alone makes of an engine's defaults. */
const of = (HostConfig: object, more: object = {}) =>
  words(read({ Config: { Image: 'web' }, HostConfig, ...more }));

describe('recorded containers', () => {
  it.each([
    ['own', ['--cgroupns host', '--label course=isolation']],
    ['created', ['--network none', '--cgroupns private']],
    ['exited-host-network', ['--network host', '--cgroupns host']],
    ['paused', ['--cgroupns host']],
    ['userns-host', ['--userns host', '--cgroupns host']],
  ])('%s', (name, flags) => {
    const config = read(recorded(name));
    expect(words(config)).toEqual(flags);
    expect(config.unreadable).toEqual({});
    expect(configSchema.safeParse(config).error).toBeUndefined();
  });

  it('joined: others’ namespaces by id, and no host name of its own', () => {
    const flags = words(read(recorded('joined')));
    expect(flags.map((each) => each.replace(/[0-9a-f]{64}/, 'ID'))).toEqual([
      ...['--pid container:ID', '--network container:ID', '--ipc host', '--uts host'],
      '--cgroupns host',
    ]);
  });

  it('leaves out what the machine does by itself', () => {
    const config = read(recorded('own'));
    expect(words({ flags: flagsThatMatter(config, 'v1') })).toEqual(['--label course=isolation']);
    expect(words({ flags: flagsThatMatter(config, 'v2') })).toEqual(words(config));
  });

  it('tells of one that runs by default', () => {
    expect(read(recorded('own'))).toMatchObject({
      ...{ tag: 'ubuntu', command: ['sh', '-c', 'sleep 1d'], user: '', networks: ['bridge'] },
      ...{ privileged: false, capAdd: [], ports: [], mounts: [], restart: 'no' },
      limits: { memoryBytes: null, cpus: null, pids: null },
      modes: { pid: '', net: 'default', ipc: 'private', cgroupns: 'host' },
    });
  });
});

const SETTINGS: [setting: object, flags: string[]][] = [
  [{ Memory: 67108864, MemorySwap: 134217728 }, ['--memory 64m']],
  [{ Memory: 67108864, MemorySwap: -1 }, ['--memory 64m', '--memory-swap -1']],
  [{ Memory: 67108864, MemorySwap: 67108864 }, ['--memory 64m', '--memory-swap 64m']],
  [{ Memory: 6291457 }, ['--memory 6291457b']],
  [{ MemorySwappiness: 0 }, ['--memory-swappiness 0']],
  [{ NanoCpus: 500000000 }, ['--cpus 0.5']],
  [{ CpuQuota: 20000, CpuPeriod: 50000 }, ['--cpu-period 50000', '--cpu-quota 20000']],
  [{ PidsLimit: 20 }, ['--pids-limit 20']],
  [
    { BlkioDeviceReadBps: [{ Path: '/dev/vda', Rate: 1048576 }] },
    ['--device-read-bps /dev/vda:1m'],
  ],
  [{ BlkioDeviceWriteIOps: [{ Path: '/dev/vda', Rate: 90 }] }, ['--device-write-iops /dev/vda:90']],
  [{ Ulimits: [{ Name: 'nofile', Soft: 10, Hard: 20 }] }, ['--ulimit nofile=10:20']],
  [{ ShmSize: 67108864 }, []],
  [{ ShmSize: 1048576 }, ['--shm-size 1m']],
  [{ PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } }, ['--publish 8080:80']],
  [
    { PortBindings: { '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }] } },
    ['--publish 127.0.0.1::53/udp'],
  ],
  [{ PortBindings: { '80/tcp': [{ HostIp: '::1', HostPort: '80' }] } }, ['--publish [::1]:80:80']],
  [
    { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '' }], '81/tcp': null } },
    ['--publish 80'],
  ],
  [{ Binds: ['/srv/a b:/srv:ro'] }, ['--volume /srv/a b:/srv:ro']],
  [
    { Mounts: [{ Type: 'bind', Source: '/a,b', Target: '/c', ReadOnly: true }] },
    ['--mount type=bind,"source=/a,b",target=/c,readonly'],
  ],
  [
    { Mounts: [{ Type: 'tmpfs', Target: '/c', TmpfsOptions: { SizeBytes: 4096, Mode: 448 } }] },
    ['--mount type=tmpfs,target=/c,tmpfs-size=4096,tmpfs-mode=700'],
  ],
  [{ Tmpfs: { '/run': '', '/tmp': 'size=1m' } }, ['--tmpfs /run', '--tmpfs /tmp:size=1m']],
  [
    { Devices: [{ PathOnHost: '/dev/null', PathInContainer: '/dev/x', CgroupPermissions: 'r' }] },
    ['--device /dev/null:/dev/x:r'],
  ],
  [{ Privileged: true, SecurityOpt: ['label=disable'] }, ['--privileged']],
  [{ CapAdd: ['NET_ADMIN'], CapDrop: ['ALL'] }, ['--cap-add NET_ADMIN', '--cap-drop ALL']],
  [{ SecurityOpt: ['no-new-privileges'] }, ['--security-opt no-new-privileges']],
  [{ ReadonlyRootfs: true, AutoRemove: true, Init: true }, ['--read-only', '--rm', '--init']],
  [{ Sysctls: { 'net.ipv4.ip_forward': '1' } }, ['--sysctl net.ipv4.ip_forward=1']],
  [{ RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } }, ['--restart on-failure:3']],
  [{ RestartPolicy: { Name: 'no', MaximumRetryCount: 0 } }, []],
  [{ LogConfig: { Type: 'json-file', Config: { 'max-size': '1m' } } }, ['--log-opt max-size=1m']],
  [{ Runtime: 'runsc' }, ['--runtime runsc']],
  [{ Runtime: 'oci' }, []],
  [
    { DeviceRequests: [{ Driver: '', Count: -1, Capabilities: [['gpu']], Options: {} }] },
    ['--gpus all'],
  ],
];

describe('settings', () => {
  it.each(SETTINGS)('%j', (setting, flags) => {
    expect(of(setting)).toEqual(flags);
  });

  it('of the process', () => {
    const more = {
      Id: 'ef2db149f5b52d629c267bf086504b74',
      Config: {
        User: '1000',
        Hostname: 'web',
        WorkingDir: '/srv',
        Entrypoint: ['tini'],
        Tty: true,
      },
    };
    const flags = ['--hostname web', '--user 1000', '--tty', '--workdir /srv', '--entrypoint tini'];
    expect(of({}, more)).toEqual(flags);
    const asUsual = { ...more, Config: { Hostname: 'ef2db149f5b5' } };
    expect(of({}, asUsual)).toEqual([]);
    expect(of({ UTSMode: 'host' }, { ...more, Config: { Hostname: 'machine' } })).toEqual([
      '--uts host',
    ]);
  });

  it('of security name the file of a profile wherever they are told', () => {
    const SecurityOpt = ['seccomp:{"defaultAction":"SCMP_ACT_ALLOW"}', 'apparmor=unconfined'];
    const { securityOpt } = read({ Config: { Image: 'web' }, HostConfig: { SecurityOpt } });
    expect(securityOpt).toEqual(['seccomp=PROFILE.json', 'apparmor=unconfined']);
  });

  const gpu = { Driver: '', Count: 0, DeviceIDs: null, Capabilities: [['gpu']], Options: {} };
  const bare = { MaskedPaths: [], ReadonlyPaths: [] };
  const web = (address: string) => ({ IPAMConfig: { IPv4Address: address } });
  const two = { Networks: { web: web('10.0.0.5'), back: { IPAMConfig: null } } };
  it.each<[what: string, HostConfig: object, more: object, flags: string[]]>([
    ['two GPUs', { DeviceRequests: [{ ...gpu, Count: 2 }] }, {}, ['--gpus 2']],
    [
      'certain GPUs',
      { DeviceRequests: [{ ...gpu, DeviceIDs: ['0', '1'] }] },
      {},
      ['--gpus "device=0,1"'],
    ],
    [
      'a device that is described',
      { DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['vendor.com/x=0'] }] },
      {},
      ['--device vendor.com/x=0'],
    ],
    [
      'a seccomp profile is a file',
      { SecurityOpt: ['seccomp={"defaultAction":"SCMP_ACT_ALLOW"}'] },
      {},
      ['--security-opt seccomp=PROFILE.json'],
    ],
    ['nothing of /proc is covered', bare, {}, ['--security-opt systempaths=unconfined']],
    ['nor where it may do all', { ...bare, Privileged: true }, {}, ['--privileged']],
    ['paths of an engine that tells none', { MaskedPaths: null, ReadonlyPaths: null }, {}, []],
    [
      'further networks and an address',
      { NetworkMode: 'web' },
      { NetworkSettings: two },
      ['--network web', '--network back', '--ip 10.0.0.5'],
    ],
    [
      'a further network beside the usual one',
      { NetworkMode: 'default' },
      { NetworkSettings: { Networks: { bridge: null, back: null } } },
      ['--network back'],
    ],
    ['the usual network of Podman', {}, { NetworkSettings: { Networks: { podman: null } } }, []],
    [
      'a MAC address',
      {},
      { Config: { MacAddress: '02:42:ac:11:00:09' } },
      ['--mac-address 02:42:ac:11:00:09'],
    ],
    [
      'volumes without a name',
      { Binds: ['pg:/data:ro'], Mounts: [{ Type: 'volume', Source: 'x', Target: '/m' }] },
      { Config: { Volumes: { '/data': {}, '/m': {}, '/cache': {} } } },
      ['--volume pg:/data:ro', '--mount type=volume,source=x,target=/m', '--volume /cache'],
    ],
    [
      'health',
      {},
      {
        Config: {
          Healthcheck: { Test: ['CMD-SHELL', 'ping me'], Interval: 1.5e9, Timeout: 0, Retries: 3 },
        },
      },
      ['--health-cmd ping me', '--health-interval 1.5s', '--health-retries 3'],
    ],
    [
      'no questions about health',
      {},
      { Config: { Healthcheck: { Test: ['NONE'] } } },
      ['--no-healthcheck'],
    ],
  ])('%s', (_, HostConfig, more, flags) => {
    const config = read({ Config: { Image: 'web' }, HostConfig, ...more });
    expect(words(config)).toEqual(flags);
    expect(Object.keys(config.unreadable).filter((name) => name !== 'tag')).toEqual([]);
  });

  it.each<[flag: string, HostConfig: object, more: object]>([
    ['--gpus', { DeviceRequests: [{ ...gpu, Driver: 'nvidia' }] }, {}],
    ['--health-cmd', {}, { Config: { Image: 'web', Healthcheck: { Test: ['CMD', 'ping'] } } }],
    [
      '--ip',
      { NetworkMode: 'back' },
      { NetworkSettings: { Networks: { web: web('10.0.0.5'), back: null } } },
    ],
  ])('%s: no flag says what is set', (flag, HostConfig, more) => {
    const config = read({ Config: { Image: 'web' }, HostConfig, ...more });
    expect(config.unreadable).toEqual({ [`flags.${flag}`]: 'no-flag' });
  });

  it.each([
    [undefined, ['sh', '-c', 'x'], [], ['sh', '-c', 'x']],
    [['tini'], ['sh'], ['--entrypoint tini'], ['sh']],
    [['sh', '-c'], ['echo hi'], ['--entrypoint sh'], ['-c', 'echo hi']],
    [['mysql', '-uroot'], null, ['--entrypoint mysql'], ['-uroot']],
  ])('entrypoint %j, command %j', (Entrypoint, Cmd, flags, command) => {
    const config = read({ HostConfig: {}, Config: { Image: 'web', Entrypoint, Cmd } });
    expect(words(config)).toEqual(flags);
    expect(config.command).toEqual(command);
    expect(config.unreadable).toEqual({});
  });

  it('make the flags that each makes alone, whichever come together', () => {
    const fields = new Map(SETTINGS.flatMap(([setting]) => Object.entries(setting)));
    // What a swap limit means depends on the memory, and labels on privileges.
    for (const field of ['Memory', 'MemorySwap', 'SecurityOpt']) fields.delete(field);
    fc.assert(
      fc.property(fc.subarray([...fields]), (chosen) => {
        const alone = chosen.flatMap(([field, value]) => of({ [field]: value }));
        expect(of(Object.fromEntries(chosen)).sort()).toEqual(alone.sort());
      }),
    );
  });
});

describe('what is odd', () => {
  it('costs itself alone, and says so', () => {
    const json = {
      HostConfig: { Memory: '64m', PidMode: 5, PidsLimit: 20, Ulimits: [{}] },
      Config: { Image: 'web' },
    };
    const config = read(json);
    expect(words(config)).toEqual(['--pids-limit 20']);
    expect(config.limits).toEqual({ memoryBytes: null, cpus: null, pids: 20 });
    expect(Object.keys(config.unreadable).sort()).toEqual([
      ...['flags.--memory', 'flags.--pid', 'flags.--ulimit', 'limits.memoryBytes', 'modes.pid'],
    ]);
  });

  it('of an entrypoint costs the command, whose program is not known', () => {
    const odd = { Image: 'web', Entrypoint: 'mysql', Cmd: ['-phunter2'] };
    const config = read({ HostConfig: {}, Config: odd });
    expect(config.command).toEqual([]);
    expect(config.unreadable).toEqual({ 'flags.--entrypoint': 'EINVAL', command: 'EINVAL' });
  });

  it('is that nothing of the host’s part is told', () => {
    expect(read({ Config: { Image: 'web' } }).unreadable).toEqual({ flags: 'ENODATA' });
    expect(readConfig([])).toBeNull();
  });
});

it('mounts are told in one order, whatever order the engine has them in', () => {
  const Mounts = ['/b', '/a', '/c'].map((Destination) => ({
    ...{ Type: 'volume', Name: 'v', Source: '/v', Destination, RW: true },
  }));
  const targets = [Mounts, Mounts.toReversed()].map((each) =>
    readConfig({ HostConfig: {}, Mounts: each })?.mounts.map(({ target }) => target),
  );
  expect(targets).toEqual([
    ['/a', '/b', '/c'],
    ['/a', '/b', '/c'],
  ]);
});
