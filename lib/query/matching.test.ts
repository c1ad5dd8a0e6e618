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

  it('asked for nothing, keeps everything', () => {
    expect(names('')).toHaveLength(snapshot.containers.length);
    expect(pids('')).toHaveLength(snapshot.processes.length);
  });
});
