import { describe, expect, it } from 'vitest';
import { USE } from '../findings/fixtures/one';
import { containerKey } from '../model/ids';
import { afterUse, NOTHING_TOLD, stillLiving, toldOf, type UsesTold } from './uses-told';

const c1 = { engine: 'docker:a', id: 'c1', pid: 7, startedAt: '2026-01-01T00:00:00.000Z' };
const c2 = { ...c1, id: 'c2', pid: 8 };
const key = containerKey(c1);
const NONE: UsesTold = new Map();
const AT = '2026-01-01T00:00:10.000Z';
const LATER = '2026-01-01T00:00:12.000Z';

const answered = (usedMs: number, takenAt = AT) => ({
  is: 'answered' as const,
  answer: { ...USE, cpu: { ...USE.cpu, usedMs }, takenAt },
});
const refused = (code: 'busy' | 'gone') => ({ is: 'refused' as const, code });

describe('what is told', () => {
  it('is all of it, and a moment of each time that it was told', () => {
    const told = afterUse(NONE, c1, answered(5));
    const later = afterUse(told, c1, answered(9, LATER));
    expect(later.get(key)).toMatchObject({
      use: answered(9, LATER),
      history: [
        { at: Date.parse(AT), usedMs: 5 },
        { at: Date.parse(LATER), usedMs: 9 },
      ],
    });
    expect(later.size).toBe(1);
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
    const told = afterUse(afterUse(NONE, c1, answered(5)), c2, answered(5));
    expect(stillLiving(told, [c1, c2])).toBe(told);
    expect([...stillLiving(told, [{ ...c1, pid: 9 }, c2]).keys()]).toEqual([containerKey(c2)]);
    const later = afterUse(told, { ...c1, pid: 9 }, answered(9, LATER));
    expect(later.get(key)?.history).toHaveLength(1);
  });
});
