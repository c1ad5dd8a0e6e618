import { describe, expect, it } from 'vitest';
import type { EngineInfo } from '../docker/reading';
import { notices as chinese } from '../i18n/zh-CN/notices';
import type { Notice } from '../model/host';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import { INITIAL_NAMESPACES } from '../proc/initial-namespaces';
import type { HostReading, ProcessReading } from '../proc/reading';
import { assemble } from './assemble';
import type { EngineReading, Readings } from './readings';
import { sampleReading } from './sample-reading';

const KERNEL = '6.8.0-31-generic';
const DOCKERD = 800;
const CONTAINER = 'c'.repeat(64);
const HOST = perType((type) => INITIAL_NAMESPACES[type] ?? namespaceId(type, '4026531840'));

const host = (over: Partial<HostReading> = {}): HostReading => ({
  bootId: 'boot',
  bootTime: 0,
  ticksPerSecond: 100,
  hostname: 'machine',
  kernel: KERNEL,
  cgroups: 'v2',
  namespaces: HOST,
  lacks: [],
  namespacesFrom: 'pid1',
  reader: { uid: 0, namespaces: HOST },
  hidepid: null,
  unreadable: {},
  ...over,
});
const asUser = (over: Partial<HostReading> = {}) =>
  host({ reader: { uid: 1000, namespaces: HOST }, ...over });
const inPidNamespace = (over: Partial<HostReading> = {}) =>
  host({
    reader: { uid: 0, namespaces: { ...HOST, pid: namespaceId('pid', '4026532300') } },
    ...over,
  });

const process = (pid: number, over: Partial<ProcessReading> = {}): ProcessReading => ({
  ...sampleReading(pid),
  namespaces: HOST,
  ...over,
});
const keptFromUs = (pid: number) =>
  process(pid, {
    namespaces: perType(() => null),
    unreadable: { 'namespaces.pid': 'EACCES', 'namespaces.net': 'EACCES' },
  });
/** The daemon and one container's leader: what `State.Pid` says is 900. */
const ORDINARY = [
  process(1),
  process(DOCKERD),
  process(900, { cgroup: `/system.slice/docker-${CONTAINER}.scope`, ppid: 890 }),
];

const INFO: EngineInfo = {
  operatingSystem: 'Ubuntu 24.04 LTS',
  kernel: KERNEL,
  rootless: false,
  usernsRemap: false,
  cgroupDriver: 'systemd',
  storageDriver: 'overlay2',
  backingFilesystem: 'extfs',
  containerdStore: false,
};
const engine = (over: Partial<EngineReading> = {}): EngineReading => ({
  engine: {
    id: 'docker:unix:///run/docker.sock',
    kind: 'docker',
    endpoint: 'unix:///run/docker.sock',
    version: '28.2',
    apiVersion: '1.50',
    minApiVersion: '1.24',
    state: 'connected',
    message: null,
    tried: [],
    pid: DOCKERD,
  },
  info: INFO,
  problem: null,
  remote: false,
  delays: { list: false, events: false },
  containers: [
    {
      id: CONTAINER,
      name: 'c1',
      image: 'ubuntu',
      command: [],
      state: 'running',
      pid: 900,
      startedAt: null,
      labels: {},
      runtime: null,
      joins: {},
      role: null,
      unreadable: {},
    },
  ],
  ...over,
});
const saying = (over: Partial<EngineInfo>) => engine({ info: { ...INFO, ...over } });

function seen(over: {
  host?: HostReading;
  processes?: ProcessReading[];
  engine?: EngineReading;
  hidden?: number;
}) {
  const readings: Readings = {
    host: over.host ?? host(),
    reader: 'direct',
    processes: new Map((over.processes ?? ORDINARY).map((each) => [each.pid, each])),
    namespaces: new Map(),
    engines: [over.engine ?? engine()],
    ...{ unreached: [], unasked: 0 },
    hidden: over.hidden ?? 0,
  };
  return assemble(readings, '2026-11-23T15:30:00.000Z');
}

const brief = ({ code, params: { endpoint, ...params } }: Notice) =>
  [code, ...Object.entries(params).map((entry) => entry.join('='))].join(' ');

/*
 * Kernel releases and what Docker Desktop says of itself are as their documentation and public bug
 * reports show them; the other values are of recorded machines.
 */
const WSL = '5.15.167.4-microsoft-standard-WSL2';
const LINUXKIT = '6.10.14-linuxkit';

describe('notices', () => {
  it.each<[string, Parameters<typeof seen>[0], string[]]>([
    ['nothing is peculiar', {}, []],
    [
      'an ordinary user',
      { host: asUser(), processes: [...ORDINARY, keptFromUs(5), keptFromUs(6)] },
      ['not-root count=2 total=5 uid=1000'],
    ],
    ['an ordinary user from whom nothing is kept', { host: asUser() }, []],
    [
      'root that lacks a capability',
      { processes: [...ORDINARY, keptFromUs(5)] },
      ['links-unreadable count=1 total=4 errno=EACCES'],
    ],
    [
      'only PID 1 is kept from root: the host’s namespaces are kthreadd’s',
      {
        host: host({ namespacesFrom: 'kthreadd' }),
        processes: [keptFromUs(1), ...ORDINARY.slice(1)],
      },
      ['host-namespaces from=kthreadd'],
    ],
    [
      'no process of the host',
      { host: host({ namespacesFrom: 'initial' }) },
      ['host-namespaces from=initial'],
    ],
    [
      'fault 8: hidepid=1',
      { host: asUser({ hidepid: 'noaccess' }), hidden: 12 },
      ['hidepid count=12 hidepid=noaccess'],
    ],
    ['hidepid=1, nothing is hidden from root', { host: host({ hidepid: 'noaccess' }) }, []],
    [
      'fault 8: hidepid=2',
      { host: asUser({ hidepid: 'invisible' }), processes: [process(900, { uid: 1000 })] },
      ['hidepid hidepid=invisible'],
    ],
    [
      'hidepid=2 and in the group that is excepted',
      { host: asUser({ hidepid: 'invisible' }), processes: ORDINARY },
      [],
    ],
    ['hidepid=2 and root', { host: host({ hidepid: 'invisible' }) }, []],
    [
      'hidepid=4',
      { host: asUser({ hidepid: 'ptraceable' }), processes: [process(900, { uid: 1000 })] },
      ['hidepid hidepid=ptraceable'],
    ],
    ['hidden by something else', { hidden: 3 }, ['processes-hidden count=3']],
    [
      'a PID namespace',
      { host: inPidNamespace() },
      ['own-pid-namespace namespace=pid:[4026532300]'],
    ],
    [
      'WSL',
      { host: inPidNamespace({ kernel: WSL }), engine: saying({ kernel: WSL }) },
      ['host-is-vm vm=WSL'],
    ],
    [
      'in the virtual machine of Docker Desktop',
      {
        host: host({ kernel: LINUXKIT }),
        engine: saying({ kernel: LINUXKIT, operatingSystem: 'Docker Desktop' }),
      },
      ['host-is-vm vm=Docker Desktop'],
    ],
    [
      'Docker Desktop, from Linux beside it',
      { engine: saying({ kernel: LINUXKIT, operatingSystem: 'Docker Desktop' }) },
      ['docker-desktop'],
    ],
    [
      'Docker Desktop, from a distribution of WSL',
      {
        host: inPidNamespace({ kernel: WSL }),
        engine: saying({ kernel: WSL, operatingSystem: 'Docker Desktop' }),
      },
      ['host-is-vm vm=WSL', 'docker-desktop'],
    ],
    ['a daemon at an address elsewhere', { engine: engine({ remote: true }) }, ['engine-remote']],
    [
      'a daemon behind a tunnel',
      { engine: saying({ kernel: '5.15.0-91-generic' }) },
      [`engine-other-kernel theirs=5.15.0-91-generic ours=${KERNEL}`],
    ],
    [
      'rootless',
      {
        processes: [
          process(DOCKERD, {
            namespaces: {
              ...HOST,
              user: namespaceId('user', '4026532200'),
              net: namespaceId('net', '4026532201'),
            },
          }),
        ],
        engine: saying({ rootless: true, cgroupDriver: 'none' }),
      },
      ['rootless types=net, user cgroups=none'],
    ],
    [
      'a daemon in a network namespace',
      {
        processes: [
          process(DOCKERD, { namespaces: { ...HOST, net: namespaceId('net', '4026532201') } }),
        ],
      },
      ['engine-namespaces types=net'],
    ],
    ['userns-remap', { engine: saying({ usernsRemap: true }) }, ['userns-remap']],
    [
      'a daemon that does not tell',
      { engine: engine({ info: null, problem: 'HTTP 500' }) },
      ['engine-info-unknown reason=HTTP 500'],
    ],
    [
      'a daemon that leaves it out',
      { engine: saying({ rootless: null, usernsRemap: null }) },
      ['engine-info-unknown reason='],
    ],
    [
      'a daemon that takes long to list its containers',
      { engine: engine({ delays: { list: true, events: false } }) },
      ['engine-list-slow'],
    ],
    [
      'a daemon that lets nobody listen to its events',
      { engine: engine({ delays: { list: false, events: true } }) },
      ['engine-lists-only'],
    ],
    ['a daemon that was not asked yet', { engine: engine({ info: null }) }, []],
    [
      'a daemon whose process was not found',
      { engine: engine({ engine: { ...engine().engine, pid: null } }) },
      ['engine-process-unknown'],
    ],
    [
      'a daemon that is gone',
      {
        engine: engine({
          engine: { ...engine().engine, state: 'disconnected', pid: null },
          info: null,
          problem: 'x',
        }),
      },
      [],
    ],
  ])('%s', (_, over, expected) => {
    expect(seen(over).host.notices.map(brief)).toEqual(expected);
  });

  it('each has a sentence without holes in both languages', () => {
    const all = [
      ...seen({
        host: asUser({ hidepid: 'noaccess', namespacesFrom: 'initial', kernel: WSL }),
        processes: [keptFromUs(5)],
        hidden: 1,
        engine: engine({ info: null, problem: null, remote: true }),
      }).host.notices,
      ...seen({ engine: saying({ rootless: true, usernsRemap: true, cgroupDriver: 'none' }) }).host
        .notices,
      ...seen({ engine: saying({ kernel: '5' }) }).host.notices,
      ...seen({ host: inPidNamespace(), hidden: 2, engine: engine({ info: null, problem: 'x' }) })
        .host.notices,
    ];
    expect(all.length).toBeGreaterThan(9);
    const sentences: Record<string, ((params: Record<string, string>) => string) | undefined> =
      chinese;
    for (const { code, params, text } of all) {
      const translated = sentences[code]?.(params) ?? '';
      for (const sentence of [text, translated]) {
        expect(sentence).not.toMatch(/undefined|null|\(\)|（）/);
        expect(sentence).toMatch(/[.。]$/);
      }
    }
  });
});

describe('the leader of a daemon that numbers otherwise is never taken for a process of ours', () => {
  const stranger = [process(1), process(DOCKERD), process(900, { cgroup: '/user.slice' })];
  it.each<[string, Parameters<typeof seen>[0], string]>([
    [
      'at an address elsewhere',
      { engine: engine({ remote: true }), processes: ORDINARY },
      'EREMOTE',
    ],
    ['on another kernel', { engine: saying({ kernel: '5.15' }), processes: stranger }, 'EREMOTE'],
    [
      'in Docker Desktop',
      {
        engine: saying({ operatingSystem: 'Docker Desktop', kernel: LINUXKIT }),
        processes: stranger,
      },
      'EREMOTE',
    ],
    ['behind a tunnel, on a kernel of the same release', { processes: stranger }, 'ESRCH'],
    ['outside our PID namespace', { host: inPidNamespace(), processes: stranger }, 'ESRCH'],
  ])('%s', (_, over, reason) => {
    const { containers, engines, processes } = seen(over);
    expect(containers[0]?.namespaces).toEqual(perType(() => null));
    expect(containers[0]?.sharing).toEqual(perType(() => 'unknown'));
    expect(containers[0]?.unreadable).toEqual(
      Object.fromEntries(Object.keys(HOST).map((type) => [`namespaces.${type}`, reason])),
    );
    expect(processes.filter(({ container }) => container !== null)).toEqual([]);
    if (reason === 'EREMOTE') {
      expect(engines[0]).toMatchObject({ pid: null, namespaces: perType(() => null) });
    }
  });

  it('in a container here: it is found by its number in there, and has its number here', () => {
    const leader = process(5012, {
      nsPids: [5012, 900, 1],
      cgroup: `/docker/o/docker/${CONTAINER}`,
    });
    const { containers } = seen({ processes: [process(1), process(900), leader] });
    expect(containers[0]).toMatchObject({ pid: 5012, namespaces: HOST });
  });
});
