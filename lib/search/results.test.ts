import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query/query';
import { courseMachine } from '../select/course-machine';
import { searchResults } from './results';

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
