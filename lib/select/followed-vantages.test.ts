import { describe, expect, it } from 'vitest';
import { HOST } from '../model/host-word';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import type { Selection } from '../view-state/selection';
import { findContainer } from '../model/container-ref';
import { container, courseMachineWith } from './course-machine';
import { followedVantages } from './followed-vantages';

const alone = container({ name: 'alone', pid: 4242, startedAt: '2020-01-01T00:00:00.000Z' });
const snapshot = courseMachineWith({ containers: [alone] });
const one = (ref: string): Selection => ({ kind: 'container', ref });
const from = (select: Selection | null, before: readonly string[] = []) =>
  followedVantages(snapshot, { vantages: [], select }, before);

describe('followedVantages', () => {
  it.each<[string, Selection | null, string[]]>([
    ['nothing selected: as before', null, [HOST, 'c1', 'c2']],
    ['the host: as before', one(HOST), [HOST, 'c1', 'c2']],
    ['a container that shares with none', one('alone'), [HOST, 'alone']],
    ['one that shares: with whom', one('c2'), [HOST, 'c2', 'c1']],
    ['two that are compared', { kind: 'pair', refs: ['c2', 'alone'] }, [HOST, 'c2', 'alone']],
    ['the host and one', { kind: 'pair', refs: [HOST, 'alone'] }, [HOST, 'alone']],
    ['one that is gone: as before', one('gone'), [HOST, 'c1', 'c2']],
  ])('%s', (_, select, expected) => expect(from(select)).toEqual(expected));

  it('shows what was asked for, whatever is selected', () => {
    const asked = { vantages: ['c1', HOST], select: one('alone') };
    expect(followedVantages(snapshot, asked)).toEqual(['c1', HOST]);
  });

  it('stays as it is when a namespace is selected', () => {
    const before = [HOST, 'alone'];
    const id = namespaceIdSchema.parse('pid:4026532180');
    expect(from({ kind: 'namespace', id }, before)).toBe(before);
  });

  it('looks from the container of a process that is selected, and stays where one looks already', () => {
    const c1 = findContainer(snapshot, 'c1') ?? expect.fail('no c1');
    const select = { kind: 'process' as const, pid: c1.pid };
    expect(from(select)).toEqual([HOST, 'c1', 'c2']);
    expect(from({ ...select, startTicks: 'of another' }, [])).toEqual([HOST, 'c1', 'c2']);
    const before = [HOST, 'alone'];
    expect(from(select, before)).toBe(before);
  });

  it('stays with what was selected last', () => {
    const before = [HOST, 'c2', 'c1'];
    expect(from(null, before)).toBe(before);
  });
});
