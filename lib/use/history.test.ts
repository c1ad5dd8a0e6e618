import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coresOver, isCounting, MOST_MOMENTS, SPAN, withMoment, type History } from './history';

const moment = (at: number, usedMs: number | null = at / 2) => ({ at, usedMs });
const historyOf = (...moments: ReturnType<typeof moment>[]) =>
  moments.reduce<History>((history, each) => withMoment(history, each), []);

describe('a history', () => {
  it('keeps the last minutes, and no more than so many however often one asks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(900, 30_000),
        fc.array(fc.nat(), { size: 'max', maxLength: 400 }),
        (most, draws) => {
          const steps = draws.map((draw) => 1 + (draw % most));
          let [history, at]: [History, number] = [[], 0];
          for (const step of steps) {
            at += step;
            history = withMoment(history, moment(at));
          }
          expect(history.length).toBeLessThanOrEqual(MOST_MOMENTS);
          expect(history.every((each) => at - each.at <= SPAN)).toBe(true);
          expect(history.length).toBeGreaterThanOrEqual(Math.min(steps.length, 1));
          const ordered = history.toSorted((a, b) => a.at - b.at);
          expect(history).toEqual(ordered);
        },
      ),
    );
  });

  it('is the very same where the same moment is told again', () => {
    const history = historyOf(moment(2000));
    expect(withMoment(history, moment(2000, 9))).toBe(history);
  });

  it.each([
    ['the container was started again', moment(6000, 10)],
    ['the clock was set back', moment(1000, 9000)],
  ])('begins anew where %s', (_, next) => {
    expect(withMoment(historyOf(moment(2000), moment(4000)), next)).toEqual([next]);
  });

  it('goes on where something was not known', () => {
    const history = historyOf(moment(2000), moment(4000, null), moment(6000));
    expect(history).toHaveLength(3);
    expect(coresOver(history)).toEqual([
      { at: 4000, value: null },
      { at: 6000, value: null },
    ]);
  });
});

it('tells the processors kept busy between moments', () => {
  const history = historyOf(moment(2000, 0), moment(4000, 1000), moment(5000, 3000));
  expect(coresOver(history)).toEqual([
    { at: 4000, value: 0.5 },
    { at: 5000, value: 2 },
  ]);
  expect(coresOver([])).toEqual([]);
});

describe('whether an answer is still to come for that', () => {
  const one = coresOver(historyOf(moment(2000)));
  const two = coresOver(historyOf(moment(2000), moment(4000)));

  it.each([
    ['of a machine that was read once', 5, one, true, true],
    ['of one that was read twice', 5, two, true, false],
    ['where its time is not known', null, one, true, false],
    ['at a moment that stands: no other answer comes', 5, one, false, false],
  ])('%s', (_, usedMs, points, isOfNow, expected) => {
    expect(isCounting({ usedMs }, points, isOfNow)).toBe(expected);
  });
});
