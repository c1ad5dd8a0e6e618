import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { insideOf, insideRequest, insideSchema } from './inside';

const of = (name: string, type: NamespaceType) =>
  courseMachine.containers.find((each) => each.name === name)?.namespaces[type] ??
  namespaceId(type, '0');

describe('insideRequest', () => {
  it('asks nobody about PID namespaces: the snapshot has all of it', () => {
    expect(insideRequest(of('c1', 'pid'), courseMachine)).toBeNull();
  });

  it('names all that are in a network, then those that may be, and one of each other network', () => {
    const [first, ...others] = courseMachine.processes;
    if (first === undefined) throw new Error('no process');
    const hidden = { ...first, namespaces: { ...first.namespaces, net: null } };
    const snapshot: Snapshot = { ...courseMachine, processes: [hidden, ...others] };
    const request = insideRequest(of('c1', 'net'), snapshot);
    expect(request?.pids).toEqual([6897, 6939, first.pid]);
    expect(request?.others.map(({ namespace }) => namespace)).toEqual(
      courseMachine.namespaces
        .filter(({ type, id }) => type === 'net' && id !== of('c1', 'net'))
        .map(({ id }) => id),
    );
  });

  it('names who sees the paths that were mounted: the engine, and those in its namespace', () => {
    const host = courseMachine.host.namespaces.mnt;
    const asked = (snapshot: Snapshot) => insideRequest(of('c1', 'mnt'), snapshot);
    expect(asked(courseMachine)).toMatchObject({
      namespace: of('c1', 'mnt'),
      pids: [6897, 6939],
      // 611 is the daemon.
      host: { namespace: host, pids: [611, 1, 2, 6871, 7129] },
    });
    const own = namespaceId('mnt', '7');
    const engines = courseMachine.engines.map((each) => ({
      ...each,
      namespaces: { ...each.namespaces, mnt: own },
    }));
    expect(asked({ ...courseMachine, engines })?.host).toEqual({ namespace: own, pids: [611] });
    const nobody = courseMachine.engines.map((each) => ({ ...each, pid: null }));
    expect(asked({ ...courseMachine, engines: nobody })?.host?.pids).toEqual([
      1, 2, 611, 6871, 7129,
    ]);
  });

  it('leaves zombies out, and names nobody where nobody is known', () => {
    const processes = courseMachine.processes.map((each) => ({ ...each, zombie: true }));
    expect(insideRequest(of('c1', 'uts'), { ...courseMachine, processes })?.pids).toEqual([]);
  });
});

describe('insideOf', () => {
  it('tells of a user namespace what the snapshot has, with why of what it has not', () => {
    const id = of('vault', 'user');
    const namespaces = courseMachine.namespaces.map((each) =>
      each.id === id ? { ...each, gidMap: null, unreadable: { gidMap: 'EACCES' } } : each,
    );
    const told = insideOf(
      id,
      { ...courseMachine, namespaces },
      {
        type: 'user',
        setgroups: 'allow',
        names: { inside: { 0: 'root' }, outside: {} },
        through: 9000,
        unreadable: {},
      },
    );
    expect(told).toEqual({
      type: 'user',
      setgroups: 'allow',
      names: { inside: { 0: 'root' }, outside: {} },
      uidMap: [[0, 231072, 65536]],
      gidMap: null,
      through: 'pid 9000',
      unreadable: { gidMap: 'EACCES' },
    });
    expect(insideSchema.safeParse(told).success).toBe(true);
  });

  it('calls everybody in the host’s user namespace as the host does', () => {
    const id = courseMachine.host.namespaces.user ?? namespaceId('user', '0');
    const names = { inside: { 0: 'other' }, outside: { 0: 'root' } };
    const reading = {
      type: 'user',
      setgroups: 'allow',
      names,
      through: 1,
      unreadable: { 'names.inside': 'EACCES' },
    } as const;
    expect(insideOf(id, courseMachine, reading)).toMatchObject({
      names: { inside: { 0: 'root' }, outside: { 0: 'root' } },
      unreadable: {},
    });
  });

  it('tells of the host’s cgroup namespace that its root is the machine’s, whatever is mounted', () => {
    const id = courseMachine.host.namespaces.cgroup ?? namespaceId('cgroup', '0');
    const reading = { type: 'cgroup', root: '/docker/1', through: 1, unreadable: {} } as const;
    expect(insideOf(id, courseMachine, reading)).toMatchObject({ root: '/', unreadable: {} });
  });
});
