import { describe, expect, it } from 'vitest';
import { containerKey } from '../model/ids';
import {
  afterSamples,
  afterUse,
  NOTHING_TOLD,
  stillLiving,
  toldOf,
  type UsesTold,
} from './uses-told';

const c1 = { engine: 'docker:a', id: 'c1', pid: 7, startedAt: '2026-01-01T00:00:00.000Z' };
const c2 = { ...c1, id: 'c2', pid: 8 };
const key = containerKey(c1);
const NONE: UsesTold = new Map();
const AT = '2026-01-01T00:00:10.000Z';

const row = (container: string, usedMs: number) => ({
  ...{ engine: 'docker:a', container, usedBytes: 1, usedMs, tasks: 1, unreadable: {} },
});
const refused = (code: 'busy' | 'gone') => ({ is: 'refused' as const, code });

describe('what is told', () => {
  it('of several is a moment of each that has a row', () => {
    const told = afterSamples(NONE, [c1, c2], [row('c1', 5)], AT);
    expect(told.get(key)).toMatchObject({
      use: { is: 'asked' },
      history: [{ at: Date.parse(AT), usedMs: 5 }],
    });
    expect(told.size).toBe(1);
  });

  it('that it was too much for now changes nothing, any other refusal is told', () => {
    expect(afterUse(NONE, c1, refused('busy'))).toBe(NONE);
    expect(afterUse(NONE, c1, refused('gone')).get(key)?.use).toEqual(refused('gone'));
  });

  it('is told of the life that it was asked in alone, though it came after that', () => {
    const told = afterUse(NONE, c1, refused('gone'));
    expect(toldOf(told, c1).use).toEqual(refused('gone'));
    expect(toldOf(told, { ...c1, pid: 9 })).toBe(NOTHING_TOLD);
    expect(toldOf(told, { ...c1, startedAt: AT })).toBe(NOTHING_TOLD);
  });

  it('is forgotten with the life of a container', () => {
    const told = afterSamples(NONE, [c1, c2], [row('c1', 5), row('c2', 5)], AT);
    expect(stillLiving(told, [c1, c2])).toBe(told);
    expect([...stillLiving(told, [{ ...c1, pid: 9 }, c2]).keys()]).toEqual([containerKey(c2)]);
    const later = afterSamples(
      told,
      [{ ...c1, pid: 9 }],
      [row('c1', 9)],
      '2026-01-01T00:00:12.000Z',
    );
    expect(later.get(key)?.history).toHaveLength(1);
  });
});
