import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTAINER_STATES } from '../model/container';
import { parseContainer, parseContainerList, readingOfListing } from './container';
import type { ContainerReading } from './reading';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));

const C1 = 'ef2db149f5b52d629c267bf086504b74d0b90e0f78e711623f25e3c6a6df42dd';

function read(json: unknown, id = 'asked'): ContainerReading {
  const reading = parseContainer(id, json);
  if (reading === null) throw new Error('no reading');
  return reading;
}

/** The recorded container c1 with `change` laid over one part of it. */
function altered(part: 'State' | 'Config' | 'HostConfig' | null, change: object): unknown {
  const whole = JSON.parse(JSON.stringify(fixture('inspect-own.json'))) as Record<string, object>;
  return part === null
    ? { ...whole, ...change }
    : { ...whole, [part]: { ...whole[part], ...change } };
}

describe('recorded containers', () => {
  test('own namespaces: every field, nothing unreadable', () => {
    expect(read(fixture('inspect-own.json'))).toEqual({
      id: C1,
      name: 'c1',
      runtime: 'runc',
      image: 'ubuntu',
      command: ['sh', '-c', 'sleep 1d'],
      state: 'running',
      pid: expect.any(Number),
      startedAt: '2026-11-23T17:26:52.344537537Z',
      labels: { course: 'isolation' },
      joins: { cgroup: 'host' },
      role: null,
      ports: [],
      unreadable: {},
    });
  });

  test.each([
    [
      'inspect-joined.json',
      'running',
      { pid: `container:${C1}`, net: `container:${C1}`, ipc: 'host', uts: 'host', cgroup: 'host' },
    ],
    ['inspect-created.json', 'created', {}],
    ['inspect-exited-host-network.json', 'exited', { net: 'host', cgroup: 'host' }],
    ['inspect-paused.json', 'paused', { cgroup: 'host' }],
    ['inspect-userns-host.json', 'exited', { user: 'host', cgroup: 'host' }],
  ])('%s is %s and joins as configured', (name, state, joins) => {
    const reading = read(fixture(name));
    expect(reading).toMatchObject({ state, joins, unreadable: {} });
    expect(reading.pid > 0).toBe(state === 'running' || state === 'paused');
  });

  test('a container that never started has no start', () => {
    expect(read(fixture('inspect-created.json')).startedAt).toBeNull();
  });

  test('the list names all six', () => {
    const list = parseContainerList(fixture('list.json'));
    expect(list?.skipped).toBe(0);
    expect(list?.listed.map((c) => [c.name, c.state])).toEqual([
      ['c5', 'paused'],
      ['c7', 'exited'],
      ['c4', 'exited'],
      ['c3', 'created'],
      ['c2', 'running'],
      ['c1', 'running'],
    ]);
  });
});

describe('fault 16: one odd field fails that field only', () => {
  test.each<[string, unknown, Partial<ContainerReading>]>([
    [
      'name missing',
      altered(null, { Name: undefined }),
      { name: 'asked', unreadable: { name: 'ENODATA' } },
    ],
    [
      'name a number',
      altered(null, { Name: 7 }),
      { name: 'asked', unreadable: { name: 'EINVAL' } },
    ],
    ['id missing', altered(null, { Id: null }), { id: 'asked', unreadable: { id: 'ENODATA' } }],
    [
      'no Config',
      altered(null, { Config: null }),
      { image: '', labels: {}, unreadable: { image: 'ENODATA' } },
    ],
    ['labels null', altered('Config', { Labels: null }), { labels: {}, unreadable: {} }],
    [
      'labels a list',
      altered('Config', { Labels: ['a'] }),
      { labels: {}, unreadable: { labels: 'EINVAL' } },
    ],
    [
      'one label a number',
      altered('Config', { Labels: { a: 'b', n: 7 } }),
      { labels: { a: 'b' }, unreadable: { 'labels.n': 'EINVAL' } },
    ],
    ['args null', altered(null, { Args: null }), { command: ['sh'], unreadable: {} }],
    [
      'args odd',
      altered(null, { Args: [1] }),
      { command: ['sh'], unreadable: { command: 'EINVAL' } },
    ],
    [
      'pid negative',
      altered('State', { Pid: -1 }),
      { pid: 0, state: 'running', unreadable: { pid: 'EINVAL' } },
    ],
    ['pid text', altered('State', { Pid: '12' }), { pid: 0, unreadable: { pid: 'EINVAL' } }],
    [
      'an odd date',
      altered('State', { StartedAt: 'soon' }),
      { startedAt: null, unreadable: { startedAt: 'EINVAL' } },
    ],
    [
      'an unknown state',
      altered('State', { Status: 'melted' }),
      { state: 'running', unreadable: { state: 'EINVAL' } },
    ],
    [
      'no state word, paused flag',
      altered('State', { Status: undefined, Paused: true }),
      { state: 'paused', unreadable: { state: 'ENODATA' } },
    ],
    [
      'pid mode odd',
      altered('HostConfig', { PidMode: 1 }),
      { joins: { cgroup: 'host' }, unreadable: { 'joins.pid': 'EINVAL' } },
    ],
    [
      'a mode mistyped',
      altered('HostConfig', { PidMode: 'contariner:c1' }),
      { joins: { cgroup: 'host' } },
    ],
    ['podman’s word', altered('HostConfig', { PidMode: 'private' }), { joins: { cgroup: 'host' } }],
    [
      'a join by name',
      altered('HostConfig', { PidMode: 'container:c1' }),
      { joins: { pid: 'container:c1', cgroup: 'host' } },
    ],
    [
      'joining nothing',
      altered('HostConfig', { PidMode: 'container:' }),
      { joins: { cgroup: 'host' } },
    ],
    ['what runs it', altered('HostConfig', { Runtime: 'runsc' }), { runtime: 'runsc' }],
    [
      'podman’s word for any that may',
      altered('HostConfig', { Runtime: 'oci' }),
      { runtime: null },
    ],
    ['the reader', altered('Config', { Labels: { 'nsview.role': 'reader' } }), { role: 'reader' }],
    [
      'the pause container of a pod',
      altered('Config', {
        Labels: {
          'io.kubernetes.docker.type': 'podsandbox',
          'io.kubernetes.pod.name': 'till-0',
          'io.kubernetes.pod.namespace': 'shop',
        },
      }),
      { role: 'pause' },
    ],
  ])('%s', (_, json, expected) => {
    expect(read(json)).toMatchObject(expected);
  });

  test('the environment is never kept', () => {
    expect(JSON.stringify(read(altered('Config', { Env: ['SECRET=hunter2'] })))).not.toContain(
      'hunter2',
    );
  });

  test.each([[null], [[]], ['OK'], [7], [undefined]])('%j is no container', (json) => {
    expect(parseContainer('asked', json)).toBeNull();
  });

  test('a hostile label name is only a name, and cannot reach the prototype', () => {
    const json: unknown = JSON.parse('{"Id":"a","Config":{"Labels":{"__proto__":"x","<b>":"y"}}}');
    const { labels } = read(json);
    expect(labels).toEqual({ '<b>': 'y' });
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
  });
});

describe('fault 18: any JSON', () => {
  test('an object always gives a reading with all its fields', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const container = fc.record({
      Id: part,
      Name: part,
      Path: part,
      Args: part,
      State: fc.oneof(part, fc.record({ Status: part, Pid: part, StartedAt: part, Running: part })),
      Config: fc.oneof(part, fc.record({ Image: part, Labels: part })),
      HostConfig: fc.oneof(part, fc.record({ PidMode: part, NetworkMode: part })),
    });
    fc.assert(
      fc.property(container, (json) => {
        const reading = read(json);
        expect(CONTAINER_STATES).toContain(reading.state);
        expect(reading.id).not.toBe('');
        expect(reading.pid).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a list loses only what has no id', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const list = parseContainerList([...entries, { Id: 'a' }]);
        expect(list?.listed.map((c) => c.id)).toContain('a');
        expect((list?.listed.length ?? 0) + (list?.skipped ?? 0)).toBe(entries.length + 1);
      }),
    );
  });
});

test.each([[null], [{}], ['x']])('%j is no list', (json) => {
  expect(parseContainerList(json)).toBeNull();
});

test('a linked container is called by its own name', () => {
  const list = parseContainerList([{ Id: 'a', Names: ['/web/db', '/db'] }]);
  expect(list?.listed[0]?.name).toBe('db');
});

test('what could not be inspected is shown from the list, and says why', () => {
  const list = parseContainerList([{ Id: 'a', Names: ['/c1'], Image: 'ubuntu', State: 'running' }]);
  const listing = list?.listed[0];
  if (!listing) throw new Error('nothing listed');
  expect(readingOfListing(listing, 'ETIMEDOUT')).toMatchObject({
    name: 'c1',
    state: 'running',
    pid: 0,
    unreadable: { pid: 'ETIMEDOUT' },
  });
});

describe('published ports', () => {
  const withPorts = (Ports: unknown) => read(altered(null, { NetworkSettings: { Ports } }));

  test('each with where it can be called, by port; one that is only named is none', () => {
    const { ports, unreadable } = withPorts({
      '443/tcp': [{ HostIp: '127.0.0.1', HostPort: '8443' }],
      '80/tcp': [
        { HostIp: '::', HostPort: '8080' },
        { HostIp: '0.0.0.0', HostPort: '8080' },
      ],
      '53/udp': [{ HostIp: '', HostPort: '5353' }],
      '9000/tcp': null,
    });
    expect(unreadable).toEqual({});
    expect(ports).toEqual([
      { protocol: 'udp', port: 53, hostAddress: '0.0.0.0', hostPort: 5353 },
      { protocol: 'tcp', port: 80, hostAddress: '0.0.0.0', hostPort: 8080 },
      { protocol: 'tcp', port: 80, hostAddress: '::', hostPort: 8080 },
      { protocol: 'tcp', port: 443, hostAddress: '127.0.0.1', hostPort: 8443 },
    ]);
  });

  test('what is odd is left out, and noted; what is not told is not there', () => {
    const { ports, unreadable } = withPorts({
      'http/tcp': [{ HostPort: '80' }],
      '80/tcp': [{ HostPort: 'many' }],
      '81/tcp': [{ HostPort: '81' }],
    });
    expect(ports?.map(({ port }) => port)).toEqual([81]);
    expect(unreadable).toEqual({ 'ports.http/tcp': 'EINVAL', 'ports.80/tcp': 'EINVAL' });
    expect(withPorts(null)).not.toHaveProperty('ports');
    expect(withPorts('all').unreadable).toEqual({ ports: 'EINVAL' });
  });
});
