import { describe, expect, it } from 'vitest';
import { apply } from '../diff/apply';
import { diff } from '../diff/diff';
import { snapshotSchema, type Snapshot } from '../model/snapshot';
import { container, courseMachine, process } from '../select/course-machine';
import type { MountInside } from '../inside/mnt';
import type { InsideReading } from '../inside/reading';
import { anonymousChange, anonymousReading, anonymousSnapshot } from './anonymize';
import { namesOf } from './names';

const UNREAD = { through: 7, unreadable: {} };
const CLOCKS = { type: 'time', monotonicNs: '0', boottimeNs: '0' } as const;

/** A mount namespace in which all paths are the same. */
function mounts(path: string): Omit<Extract<InsideReading, { type: 'mnt' }>, keyof typeof UNREAD> {
  const mount: MountInside = {
    ...{ id: 2, parent: 1, target: path, root: path, deleted: false, fs: 'ext4', source: path },
    ...{ options: [`lowerdir=${path}`], fsOptions: [path], propagation: 'private' },
    ...{ hidden: false, layers: null, kind: 'bind', hostPath: path },
  };
  return { type: 'mnt', mounts: [mount], root: path, landmarks: null };
}

function userCalled(name: string) {
  const names = { inside: { 0: 'root' }, outside: { 1000: name } };
  return { type: 'user', setgroups: 'allow', names } as const;
}

/** A network without anything but where its processes look for names. */
function searching(
  domain: string,
): Omit<Extract<InsideReading, { type: 'net' }>, keyof typeof UNREAD> {
  return {
    ...{ type: 'net', devices: [], looseAddresses: [], routes: [], rules: [], listening: [] },
    ...{ forwarding: { v4: null, v6: null }, firewall: null },
    dns: { nameservers: ['192.0.2.1'], search: [domain], options: [] },
  };
}

const SECRETS = /alice|orion|acme|4711-boot/i;
const engineId = 'docker:unix:///home/alice/d.sock';

/** A machine called orion, on which alice works: her name is wherever a name can be. */
const machine: Snapshot = {
  ...courseMachine,
  bootId: '4711-boot',
  host: {
    ...courseMachine.host,
    hostname: 'orion',
    kernel: '6.18.44-acme1',
    notices: [{ code: 'x', params: { endpoint: '/home/alice/d.sock' }, text: 'of alice on orion' }],
  },
  engines: courseMachine.engines.map((engine) => ({
    ...engine,
    id: engineId,
    endpoint: 'unix:///home/alice/d.sock',
    message: 'alice may not',
    tried: [{ url: 'tcp://orion:1', from: 'x', problem: 'denied', reason: 'dial orion' }],
  })),
  namespaces: courseMachine.namespaces.map((namespace) => ({
    ...namespace,
    heldBy: [{ kind: 'mount', pid: 1, path: '/home/alice/ns' }],
  })),
  containers: [
    container({
      name: 'alice_web',
      engine: engineId,
      pod: 'shop-of-alice',
      image: 'registry.orion/alice/web',
      command: ['serve', '--user=alice'],
      labels: { 'org.orion.dir': '/home/alice/web' },
    }),
  ],
  processes: [
    process({ pid: 7, comm: 'alice-agent', args: ['ssh', 'alice@orion'], cgroup: '/alice.slice' }),
    process({ pid: 8, comm: 'b', args: null, cgroup: null }),
  ],
};

describe('an anonymous recording', () => {
  const shown = anonymousSnapshot(machine, namesOf('orion', ['alice']));

  it('names neither the machine nor its users anywhere', () => {
    expect(JSON.stringify(machine)).toMatch(SECRETS);
    expect(JSON.stringify(shown)).not.toMatch(SECRETS);
    expect(snapshotSchema.parse(shown)).toEqual(shown);
  });

  it('keeps everything else', () => {
    expect(shown.containers[0]).toEqual({
      ...machine.containers[0],
      name: 'user1_web',
      engine: shown.engines[0]?.id,
      pod: 'shop-of-user1',
      image: 'registry.host/user1/web',
      command: ['serve', '--user=user1'],
      labels: { 'org.host.dir': '/home/user1/web' },
    });
    expect(shown.processes[0]).toEqual({
      ...machine.processes[0],
      comm: 'user1-agent',
      args: ['ssh', 'user1@host'],
      cgroup: '/user1.slice',
    });
    expect(shown.processes[1]).toEqual(machine.processes[1]);
    expect(shown.host).toMatchObject({ hostname: 'host', kernel: '6.18.44' });
  });

  it('leaves what names nobody as it is', () => {
    const same = anonymousSnapshot(courseMachine, namesOf('localhost', []));
    expect({ ...same, bootId: courseMachine.bootId, host: courseMachine.host }).toEqual(
      courseMachine,
    );
  });

  it('replaces a name of two letters where it can be nothing else', () => {
    const short = { ...machine, host: { ...machine.host, hostname: 'vm' } };
    expect(anonymousSnapshot(short, namesOf('vm', [])).host.hostname).toBe('host');
  });

  it.each<[string, InsideReading, object]>([
    [
      'the host name, however short',
      { ...UNREAD, type: 'uts', hostname: 'pi', domainname: 'x.alice' },
      { hostname: 'host', domainname: 'x.user1' },
    ],
    ['paths', { ...UNREAD, type: 'cgroup', root: '/home/alice' }, { root: '/home/user1' }],
    ['where mounts lie', { ...UNREAD, ...mounts('/home/alice') }, mounts('/home/user1')],
    ['what users are called', { ...UNREAD, ...userCalled('alice') }, userCalled('user1')],
    ['domains', { ...UNREAD, ...searching('alice.example') }, searching('user1.example')],
    ['and of clocks nothing', { ...UNREAD, ...CLOCKS }, CLOCKS],
  ])('replaces in what was read inside a namespace: %s', (_what, reading, expected) => {
    expect(anonymousReading(reading, namesOf('pi', ['alice']))).toEqual({
      ...reading,
      ...expected,
    });
  });

  it('is the same whether a change is made anonymous or what comes of it', () => {
    const names = namesOf('orion', ['alice']);
    const bare = { ...machine, engines: [], containers: [], processes: [] };
    for (const [from, to] of [
      [bare, machine],
      [machine, bare],
    ] as const) {
      const after = { ...to, seq: from.seq + 1 };
      const change = diff(from, after, 'epoch');
      if (change === null) throw new Error('there is a change');
      const before = anonymousSnapshot(from, names);
      expect(apply(before, anonymousChange(change, names))).toEqual(
        anonymousSnapshot(after, names),
      );
    }
  });
});
