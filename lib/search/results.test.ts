import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { namespaceId } from '../model/ids';
import { parseQuery } from '../query/query';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { courseMachine } from '../select/course-machine';
import type { InsideHit } from './inside-hits';
import { searchResults } from './results';

describe('results', () => {
  const snapshot = courseMachine;
  it('list what was typed first', () => {
    const { containers } = searchResults(snapshot, parseQuery('c'), [], 8);
    expect(containers.rows.slice(0, 2).map(({ name }) => name)).toEqual(['c1', 'c2']);
  });
  it('tell how many there are besides', () => {
    const { processes } = searchResults(snapshot, parseQuery('s'), [], 1);
    expect(processes.rows).toHaveLength(1);
    expect(processes.more).toBeGreaterThan(0);
  });
  it('list sandboxes by name and by what is in them, after containers', () => {
    const machine = withSandboxes(courseMachine, { mnt: namespaceId('mnt', '71') });
    for (const [text, count] of [
      ['sleep', 1],
      ['name:sleep', 1],
      ['20001', 1],
      ['command:1d', 1],
      ['image:sleep', 0],
      ['sleep nowhere', 0],
    ] as const) {
      const { sandboxes, order } = searchResults(machine, parseQuery(text), [], 8);
      expect(sandboxes.rows, text).toHaveLength(count);
      expect(order.slice(0, 2)).toEqual(['containers', 'sandboxes']);
    }
  });
  it.each(['4026532183', 'pid:[4026532183]'])('list the namespace first for %s', (text) => {
    const { order, namespaces } = searchResults(snapshot, parseQuery(text), [], 8);
    expect(namespaces.rows.map(({ id }) => id)).toEqual(['pid:4026532183']);
    expect(order[0]).toBe('namespaces');
    expect(searchResults(snapshot, parseQuery('c1'), [], 8).order[0]).toBe('containers');
  });
  it.each([
    ['job', ['the-job', 'the-job-2', 'job-1', 'job-2']],
    ['job-2', ['job-2', 'the-job-2']],
  ])('list what runs before what ended, but for its very name: %s', (text, expected) => {
    const ended = ['job-1', 'job-2'].map((name) => ({ name, state: 'exited' as const }));
    const machine = sampleSnapshot([...ended, { name: 'the-job' }, { name: 'the-job-2' }]);
    const { containers } = searchResults(machine, parseQuery(text), [], 8);
    expect(containers.rows.map(({ name }) => name)).toEqual(expected);
  });
  it('list what is in namespaces first where nothing else can be meant', () => {
    const hit = { namespace: namespaceId('net', '4026532001'), device: null, nearness: 1 };
    const order = (what: InsideHit['what'], text: string) =>
      searchResults(snapshot, parseQuery(text), [{ ...hit, what, text }], 8).order[0];
    expect(order('address', '172.17.0.3')).toBe('inside');
    expect(order('mount', '/data')).toBe('inside');
    expect(order('hostname', 'c1')).toBe('containers');
    const within = { ...hit, what: 'mount', text: '/data', nearness: 2 } as const;
    expect(searchResults(snapshot, parseQuery('c1'), [within], 8).order[0]).toBe('containers');
    const port = searchResults(
      snapshot,
      parseQuery(':80'),
      [{ ...hit, what: 'port', text: 'tcp :80' }],
      8,
    );
    expect(port.inside.rows).toHaveLength(1);
    expect(port.containers.rows).toEqual([]);
  });
  it('are none for an empty query', () => {
    expect(searchResults(snapshot, parseQuery(''), [], 8).containers.rows).toEqual([]);
  });
});
