import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inside } from '../inside/inside';
import { namespaceId, type NamespaceId } from '../model/ids';
import { courseMachine } from '../select/course-machine';
import { MOST } from './insides';
import {
  answeredAfter,
  livesOf,
  nextRound,
  stillThere,
  tellTheSame,
  type Entries,
  type Entry,
} from './rounds';

const ids = (count: number, type: 'uts' | 'net' = 'uts') =>
  Array.from({ length: count }, (_, nth) => namespaceId(type, String(1000 + nth)));

function entry(change: Partial<Entry> = {}): Entry {
  return { life: 'boot 1', asked: { is: 'asked' }, at: 0, took: 1, ...change };
}

const all = (of: readonly NamespaceId[], change: Partial<Entry> = {}): Entries =>
  new Map(of.map((id) => [id, entry(change)]));

const uts = (hostname: string): Inside => ({
  ...{ type: 'uts', hostname, domainname: '(none)' },
  ...{ through: null, unreadable: {} },
});

describe('the next round', () => {
  it('asks what is not known first, in the order given, no more than go into a question', () => {
    const wanted = ids(MOST + 5);
    const { now } = nextRound(wanted, all(wanted.slice(0, 2)), 1e9, true);
    expect(now).toEqual(wanted.slice(2, MOST + 2));
  });

  it.each([
    ['the network after two seconds', 'net', 1999, 2000],
    ['all else after ten', 'uts', 9999, 10_000],
  ] as const)('asks again: %s', (_what, type, early, due) => {
    const wanted = ids(2, type);
    expect(nextRound(wanted, all(wanted), early, true)).toEqual({
      now: [],
      next: due - early,
    });
    expect(nextRound(wanted, all(wanted), due, true).now).toEqual(wanted);
  });

  it('asks what is known for longest first', () => {
    const [old, older] = ids(2);
    if (old === undefined || older === undefined) throw new Error('two');
    const entries = new Map([
      [old, entry({ at: 500 })],
      [older, entry({ at: 100 })],
    ]);
    expect(nextRound([old, older], entries, 60_000, true).now).toEqual([older, old]);
    expect(nextRound([old, older], entries, 10_100, true).now).toEqual([older]);
  });

  it('asks nothing once more while the moment is held, and what is not known all the same', () => {
    const wanted = ids(3);
    expect(nextRound(wanted, all(wanted), 1e9, false)).toEqual({ now: [], next: null });
    expect(nextRound(wanted, all(wanted.slice(1)), 1e9, false).now).toEqual(wanted.slice(0, 1));
  });

  it('asks anew what is known of another moment', () => {
    const [before, at] = ids(2);
    if (before === undefined || at === undefined) throw new Error('two');
    const entries = new Map([
      [before, entry({ at: 499 })],
      [at, entry({ at: 500 })],
    ]);
    expect(nextRound([before, at], entries, 501, false, 500).now).toEqual([before]);
  });

  it('asks ahead of time what may be another by now, but takes no more of the time for it', () => {
    const [before, since] = ids(2);
    if (before === undefined || since === undefined) throw new Error('two');
    const entries = new Map([
      [before, entry({ at: 1000, took: 10 })],
      [since, entry({ at: 1100, took: 10 })],
    ]);
    const at = (now: number) => nextRound([before, since], entries, now, true, -Infinity, 1050);
    // Both took 20 ms, which is a twentieth of 400.
    expect(at(1399)).toEqual({ now: [], next: 1 });
    expect(at(1400).now).toEqual([before]);
    const held = nextRound([before, since], entries, 1400, false, -Infinity, 1050);
    expect(held).toEqual({ now: [], next: null });
  });

  it('has nothing to do where nothing is on screen', () => {
    expect(nextRound([], all(ids(3)), 1e9, true)).toEqual({ now: [], next: null });
  });

  it('takes a twentieth of the time at the most, however many there are and however long each takes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('uts' as const, 'net' as const),
        (count, took, type) => {
          const wanted = ids(count, type);
          let entries = all(wanted, { took });
          const span = 200_000 + count * took * 100;
          let [now, spent] = [0, 0];
          while (now < span) {
            const round = nextRound(wanted, entries, now, true);
            if (round.now.length > 0) {
              const cost = round.now.length * took;
              spent += cost;
              now += cost;
              const asked = { is: 'refused' as const, code: 'gone' as const };
              const lives = new Map(wanted.map((id) => [id, 'boot 1']));
              const about = new Map(round.now.map((id) => [id, 'boot 1']));
              entries = answeredAfter(entries, about, asked, lives, { at: now, took: cost });
            } else {
              now += Math.max(1, round.next ?? span);
            }
          }
          expect(spent).toBeGreaterThan(0);
          expect(spent / now).toBeLessThanOrEqual(0.051);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('answers', () => {
  it('of a mount namespace are of another once a container runs in it; of others they are not', () => {
    const { containers } = courseMachine;
    const [c1] = containers;
    const mnt = c1?.namespaces.mnt;
    const uts = c1?.namespaces.uts;
    if (typeof mnt !== 'string' || typeof uts !== 'string') throw new Error('no container runs');
    const before = {
      ...courseMachine,
      containers: containers.filter((each) => each !== c1),
    };
    expect(livesOf(before, 'mnt').get(mnt)).not.toBe(livesOf(courseMachine, 'mnt').get(mnt));
    expect(livesOf(before, 'uts').get(uts)).toBe(livesOf(courseMachine, 'uts').get(uts));
  });

  const [one, two] = ids(2);
  if (one === undefined || two === undefined) throw new Error('two');
  const lives = new Map([
    [one, 'boot 1'],
    [two, 'boot 1'],
  ]);
  const answer = (hostname: string) => ({
    is: 'answered' as const,
    answer: {
      ...{ takenAt: 'now', through: null, unreadable: {} },
      told: [
        { namespace: one, inside: uts(hostname) },
        { namespace: two, refused: { code: 'gone' as const, message: 'not there' } },
      ],
    },
  });

  it('are of each namespace by itself, with its share of the time', () => {
    const after = answeredAfter(new Map(), lives, answer('web'), lives, { at: 9, took: 8 });
    expect(after.get(one)).toEqual({
      ...{ life: 'boot 1', at: 9, took: 4 },
      asked: { is: 'answered', answer: uts('web') },
    });
    expect(after.get(two)?.asked).toEqual({ is: 'refused', code: 'gone' });
  });

  it('stay the very same where nothing changed', () => {
    const cost = { at: 9, took: 8 };
    const before = answeredAfter(new Map(), lives, answer('web'), lives, cost);
    const same = answeredAfter(before, lives, answer('web'), lives, cost);
    expect(same.get(one)?.asked).toBe(before.get(one)?.asked);
    expect(tellTheSame(before, same)).toBe(true);
    const other = answeredAfter(before, lives, answer('db'), lives, cost);
    expect(tellTheSame(before, other)).toBe(false);
    expect(tellTheSame(before, new Map([...before].slice(1)))).toBe(false);
    expect(other.get(one)?.asked).not.toBe(before.get(one)?.asked);
  });

  it('are not of one that got the number while they were on their way', () => {
    const now = new Map([
      [one, 'boot 2'],
      [two, 'boot 1'],
    ]);
    const after = answeredAfter(new Map(), lives, answer('web'), now, { at: 9, took: 8 });
    expect([...after.keys()]).toEqual([two]);
    // It is as if it were not known, and asked for at once.
    expect(nextRound([one, two], after, 10, true).now).toEqual([one]);
  });

  it('that were refused because others ask as well are asked for again', () => {
    const busy = { is: 'refused' as const, code: 'busy' as const };
    const before: Entries = new Map();
    expect(answeredAfter(before, lives, busy, lives, { at: 9, took: 8 })).toBe(before);
  });

  it('are forgotten with their namespaces, also where another one got the number', () => {
    const [namespace] = courseMachine.namespaces.filter(({ type }) => type === 'uts');
    if (namespace === undefined) throw new Error('there is one');
    const life = livesOf(courseMachine, 'uts').get(namespace.id);
    if (life === undefined) throw new Error('it lives');
    const [, gone] = ids(2);
    if (gone === undefined) throw new Error('two');
    const network = namespaceId('net', '5');
    const entries: Entries = new Map([
      [namespace.id, entry({ life })],
      [gone, entry()],
      [network, entry()],
    ]);
    const kept = stillThere(entries, livesOf(courseMachine, 'uts'), 'uts');
    expect([...kept.keys()]).toEqual([namespace.id, network]);
    expect(stillThere(kept, livesOf(courseMachine, 'uts'), 'uts')).toBe(kept);
    const lifetime = `${namespace.lifetime} another`;
    const later = { ...courseMachine, namespaces: [{ ...namespace, lifetime }] };
    expect([...stillThere(kept, livesOf(later, 'uts'), 'uts').keys()]).toEqual([network]);
  });
});
