import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { courseMachine } from '../select/course-machine';
import { matching } from '../query/matching';
import { parseQuery } from '../query/query';
import { searchResults } from './results';

describe('a query', () => {
  it.each([
    ['web', [{ kind: 'word', text: 'web' }]],
    [
      'Web API',
      [
        { kind: 'word', text: 'web' },
        { kind: 'word', text: 'api' },
      ],
    ],
    ['"sleep 1d"', [{ kind: 'word', text: 'sleep 1d' }]],
    ['"half open', [{ kind: 'word', text: 'half open' }]],
    ['4026532183', [{ kind: 'number', value: 4026532183 }]],
    ['pid:18', [{ kind: 'pid', value: 18 }]],
    ['pid:[4026532183]', [{ kind: 'namespace', id: namespaceId('pid', '4026532183') }]],
    ['net:4026532184', [{ kind: 'namespace', id: namespaceId('net', '4026532184') }]],
    ['image:Ubuntu', [{ kind: 'field', field: 'image', text: 'ubuntu' }]],
    ['nginx:1.27', [{ kind: 'word', text: 'nginx:1.27' }]],
    ['image:', []],
    ['shared', [{ kind: 'sharing', sharing: 'shared', types: [] }]],
    ['type:pid shared', [{ kind: 'sharing', sharing: 'shared', types: ['pid'] }]],
    ['host type:net,pid', [{ kind: 'sharing', sharing: 'host', types: ['pid', 'net'] }]],
    ['   ', []],
  ])('%s', (text, terms) => {
    expect(parseQuery(text)).toEqual({ terms, problems: [] });
  });

  it.each([
    ['type:disk shared', 'type:disk'],
    ['net:eth0', 'net:eth0'],
    ['state:asleep', 'state:asleep'],
    ['type:pid', 'type:pid'],
  ])('%s: tells what was not understood', (text, term) => {
    expect(parseQuery(text).problems).toMatchObject([{ term }]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { terms, problems } = parseQuery(text);
        expect(terms.length + problems.length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});

describe('matching', () => {
  const snapshot = courseMachine;
  const names = (text: string) => {
    const { containers } = matching(snapshot, parseQuery(text));
    return snapshot.containers.filter(({ id }) => containers.has(id)).map(({ name }) => name);
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

describe('results', () => {
  const snapshot = courseMachine;
  it('list what was typed first', () => {
    const { containers } = searchResults(snapshot, parseQuery('c'), 8);
    expect(containers.rows.slice(0, 2).map(({ name }) => name)).toEqual(['c1', 'c2']);
  });
  it('tell how many there are besides', () => {
    const { processes } = searchResults(snapshot, parseQuery('s'), 1);
    expect(processes.rows).toHaveLength(1);
    expect(processes.more).toBeGreaterThan(0);
  });
  it.each(['4026532183', 'pid:[4026532183]'])('list the namespace first for %s', (text) => {
    const { order, namespaces } = searchResults(snapshot, parseQuery(text), 8);
    expect(namespaces.rows.map(({ id }) => id)).toEqual(['pid:4026532183']);
    expect(order[0]).toBe('namespaces');
    expect(searchResults(snapshot, parseQuery('c1'), 8).order[0]).toBe('containers');
  });
  it('are none for an empty query', () => {
    expect(searchResults(snapshot, parseQuery(''), 8).containers.rows).toEqual([]);
  });
});
