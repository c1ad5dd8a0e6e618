import { describe, expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { matching } from './matching';
import { parseQuery } from './query';
import { containerKey } from '../model/ids';

describe('matching', () => {
  const snapshot = courseMachine;
  const names = (text: string) => {
    const { containers } = matching(snapshot, parseQuery(text));
    return snapshot.containers
      .filter((each) => containers.has(containerKey(each)))
      .map(({ name }) => name);
  };
  const pids = (text: string) => [...matching(snapshot, parseQuery(text)).processes];

  it('finds containers by what is shared', () => {
    expect(names('type:pid shared')).toEqual(['c1', 'c2']);
    expect(names('type:net host')).toEqual(['metrics']);
    expect(names('type:user own')).toEqual(['vault']);
  });

  it('finds all who are in a namespace by its inode', () => {
    const id = snapshot.containers.find(({ name }) => name === 'c1')?.namespaces.pid ?? null;
    if (id === null) throw new Error('c1 has a PID namespace');
    const inode = id.slice('pid:'.length);
    expect(names(inode)).toEqual(['c1', 'c2']);
    expect(names(`pid:[${inode}]`)).toEqual(['c1', 'c2']);
    expect([...matching(snapshot, parseQuery(inode)).namespaces]).toEqual([id]);
    expect(names(`net:${inode}`)).toEqual([]);
  });

  it('finds a process by any of its numbers', () => {
    const process = snapshot.processes.find(({ nsPids }) => (nsPids?.length ?? 0) > 1);
    const [outer, inner] = process?.nsPids ?? [];
    expect(pids(String(outer))).toContain(process?.pid);
    expect(pids(`pid:${String(inner)}`)).toContain(process?.pid);
  });

  it('finds a container by what runs in it', () => {
    expect(names('"sleep 999d"')).toContain('c2');
    expect(names('image:ubuntu name:c2')).toEqual(['c2']);
    expect(names('state:exited')).toEqual(['old']);
  });

  it('finds a container whose state is not known any more by that, not by the state that it was in', () => {
    const containers = snapshot.containers.map((each) =>
      each.name === 'old' ? { ...each, unreadable: { state: 'ETIMEDOUT' } } : each,
    );
    const named = (text: string) => [
      ...matching({ ...snapshot, containers }, parseQuery(text)).containers,
    ];
    const [old = expect.fail('old')] = containers.filter(({ name }) => name === 'old');
    expect(named('state:unknown')).toEqual([containerKey(old)]);
    expect(named('state:exited')).toEqual([]);
    expect(names('state:unknown')).toEqual([]);
  });

  it('finds containers by their engine, as it is called or by where it is', () => {
    const [engine = expect.fail('an engine')] = snapshot.engines;
    const all = snapshot.containers.map(({ name }) => name);
    expect(names('engine:docker')).toEqual(all);
    expect(names('engine:doc')).toEqual(all);
    expect(names(`engine:${engine.id}`)).toEqual(all);
    expect(names('engine:containerd')).toEqual([]);
    // A folder in its path is not what it is.
    expect(names('engine:run')).toEqual([]);
  });

  describe('pods', () => {
    const labels = { 'io.kubernetes.pod.name': 'till-0', 'io.kubernetes.pod.namespace': 'shop' };
    const [first = expect.fail('a container'), ...others] = snapshot.containers;
    const pod = { ...first, name: 'till', labels };
    const found = (text: string) => {
      const { containers } = matching(
        { ...snapshot, containers: [pod, ...others] },
        parseQuery(text),
      );
      return [...containers];
    };

    it.each([
      'pod:till',
      'pod:shop/',
      'pod:shop/till-0',
      'project:shop/till-0',
      'shop/till-0/till',
    ])('%s', (text) => {
      expect(found(text)).toEqual([containerKey(pod)]);
    });

    it('a project of Compose is none', () => {
      const [key] = found('pod:till');
      const web = { ...first, labels: { 'com.docker.compose.project': 'till' } };
      const all = { ...snapshot, containers: [web, ...others] };
      expect([...matching(all, parseQuery('pod:till')).containers]).toEqual([]);
      expect([...matching(all, parseQuery('project:till')).containers]).toEqual([key]);
    });
  });

  it('asked for nothing, keeps everything', () => {
    expect(names('')).toHaveLength(snapshot.containers.length);
    expect(pids('')).toHaveLength(snapshot.processes.length);
  });
});
