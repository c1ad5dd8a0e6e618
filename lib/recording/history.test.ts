import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../diff/diff';
import type { Snapshot } from '../model/snapshot';
import { courseMachine as machine } from '../select/course-machine';
import { History, type HistoryLimits } from './history';
import type { Packing } from './packed-frames';
import { MOST_PINS, nearestIn, snapshotAt } from './past';

const PLAIN: Packing = {
  pack: (text) => new TextEncoder().encode(text),
  unpack: (packed) => new TextDecoder().decode(packed),
};
const MINUTE = 60_000;
const AMPLE: HistoryLimits = { bytes: 1e9, length: 15 * MINUTE };

/** The nth picture: another process in each. */
function picture(nth: number): Snapshot {
  const [first] = machine.processes;
  if (first === undefined) throw new Error('there are processes');
  return {
    ...machine,
    seq: nth + 1,
    takenAt: new Date(nth * 1000).toISOString(),
    processes: [...machine.processes, { ...first, pid: 20_000 + nth }],
  };
}

/** @param moments when the machine was looked at, each time with another picture */
function kept(moments: readonly number[], limits = AMPLE): History {
  const history = new History('2026-11-30T05:00:00.000Z', PLAIN, limits);
  moments.forEach((at, nth) => {
    const change = nth === 0 ? undefined : diff(picture(nth - 1), picture(nth), '');
    history.put(at, picture(nth), change);
  });
  return history;
}
const seconds = (count: number) => Array.from({ length: count }, (_, nth) => nth * 1000);

describe('what was to be seen', () => {
  it('any moment of it is there, in any order', () => {
    const history = kept(seconds(200));
    fc.assert(
      fc.property(fc.nat(199_999), (at) => {
        expect(snapshotAt(history, at)).toEqual(picture(Math.floor(at / 1000)));
      }),
    );
    expect([history.from, history.to]).toEqual([0, 199_000]);
    expect(history.nextAt(history.indexAt(5500))).toBe(6000);
    expect(history.nextAt(history.indexAt(199_000))).toBeNull();
    expect(() => history.snapshotOf(200)).toThrow(RangeError);
  });

  it('nothing new is no picture, but known', () => {
    const history = kept([0]);
    history.put(4000, picture(0), null);
    history.put(8000, picture(0), null);
    expect(history.to).toBe(8000);
    expect(history.nextAt(0)).toBeNull();
    expect(history.gaps).toEqual([]);
  });

  it('what happened is told with its moment', () => {
    const history = kept([0]);
    const without: Snapshot = {
      ...machine,
      seq: 2,
      containers: machine.containers.filter(({ name }) => name !== 'vault'),
    };
    history.put(2500, without, diff(picture(0), without, ''));
    expect(history.events()).toMatchObject([
      { at: 2500, what: 'removed', container: { name: 'vault' } },
    ]);
  });

  it('another boot happened to nobody', () => {
    const history = kept([0]);
    history.put(2500, { ...machine, bootId: 'another', containers: [], seq: 1 });
    expect(history.events()).toEqual([]);
    expect(snapshotAt(history, 2500).containers).toEqual([]);
    expect(snapshotAt(history, 2499).containers).toHaveLength(machine.containers.length);
  });
});

describe('where nobody looked', () => {
  const history = kept([0, 1000, 61_000, 62_000]);

  it('is a gap, and no moment of it is known', () => {
    expect(history.gaps).toEqual([{ from: 1000, to: 61_000 }]);
    expect(
      [0, 1000, 1001, 30_999, 31_001, 61_000, 99_000].map((at) => nearestIn(history, at)),
    ).toEqual([0, 1000, 1000, 1000, 61_000, 61_000, 62_000]);
    expect(snapshotAt(history, 61_000)).toEqual(picture(2));
  });

  it('is one also where nothing had changed', () => {
    const still = kept([0]);
    still.put(MINUTE, picture(0), null);
    expect(still.gaps).toEqual([{ from: 0, to: MINUTE }]);
  });
});

describe('limits', () => {
  it('what is older is forgotten, and what there is reaches back as far as it may', () => {
    const history = kept(seconds(1000), { ...AMPLE, length: 5 * MINUTE });
    expect(history.to - history.from).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(history.to - history.from).toBeLessThan(5 * MINUTE + 64_000);
    expect(snapshotAt(history, history.from)).toEqual(picture(history.from / 1000));
  });

  it('bytes are never more, whatever comes', () => {
    const limits = { ...AMPLE, bytes: 200_000 };
    const history = new History('2026-11-30T05:00:00.000Z', PLAIN, limits);
    for (let nth = 0; nth < 1000; nth += 1) {
      const change = nth === 0 ? undefined : diff(picture(nth - 1), picture(nth), '');
      history.put(nth * 250, picture(nth), change);
      expect(history.size.bytes).toBeLessThanOrEqual(limits.bytes);
    }
    expect(history.from).toBeGreaterThan(0);
    expect(snapshotAt(history, history.to)).toEqual(picture(999));
  });
});

describe('names', () => {
  const [first] = machine.containers;
  if (first === undefined) throw new Error('there are containers');
  const withOne = (nth: number, name: string): Snapshot => ({
    ...picture(nth),
    containers: [...machine.containers, { ...first, id: `once-${nth}`, name }],
  });
  /** One container more in each picture, which is gone in the next. */
  const passing = (names: readonly string[], limits: HistoryLimits) => {
    const history = new History('2026-11-30T05:00:00.000Z', PLAIN, limits);
    names.forEach((name, nth) => {
      const now = withOne(nth, name);
      const before = nth === 0 ? null : withOne(nth - 1, names[nth - 1] ?? '');
      history.put(nth * 1000, now, before === null ? undefined : diff(before, now, ''));
    });
    return history;
  };
  const others = (count: number) => Array.from({ length: count }, (_, nth) => `once-${nth}`);

  it('of what was over before all that is kept are forgotten; others are known again', () => {
    const names = [...others(400), 'once-3', 'once-390'];
    const history = passing(names, { ...AMPLE, length: MINUTE });
    expect(history.from).toBeGreaterThan(200_000);
    const told = history
      .events()
      .filter(({ at, what }) => at >= 400_000 && what.endsWith('created'));
    expect(told.map(({ what, container }) => `${container.name} ${what}`)).toEqual([
      'once-3 created',
      'once-390 recreated',
    ]);
  });

  it('are counted', () => {
    const same = passing(
      others(100).map(() => 'once-00'),
      AMPLE,
    );
    const different = passing(others(100), AMPLE);
    expect(different.size.bytes - same.size.bytes).toBeGreaterThan(100_000);
  });
});

describe('pinned moments', () => {
  it('stay when all around them is forgotten', () => {
    const history = kept(seconds(100));
    history.pin(70_500, true);
    for (let nth = 100; nth < 1500; nth += 1) {
      history.put(nth * 1000, picture(nth), diff(picture(nth - 1), picture(nth), ''));
    }
    expect(history.pins).toEqual([70_000]);
    expect(history.from).toBe(70_000);
    expect(snapshotAt(history, 70_000)).toEqual(picture(70));
    const [gap] = history.gaps;
    expect(gap?.from).toBe(70_000);
    expect(snapshotAt(history, gap?.to ?? 0)).toEqual(picture((gap?.to ?? 0) / 1000));
    history.pin(70_000, false);
    expect(history.from).toBe(gap?.to);
    expect(history.gaps).toEqual([]);
  });

  it('are few', () => {
    const history = kept(seconds(20));
    for (const at of seconds(20)) history.pin(at, true);
    expect(history.pins).toHaveLength(MOST_PINS);
    history.pin(3000, false);
    expect(history.pins).toHaveLength(MOST_PINS - 1);
  });
});
