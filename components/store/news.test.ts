import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { STANDS } from '@lib/questions/stands';
import { courseMachine } from '@lib/select/course-machine';
import { tellSeen, useNews } from './news';
import { useNsview } from './store';

const NEVER = { seenAt: -Infinity, othersRunAt: -Infinity };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  useNews.setState(NEVER);
});
afterEach(() => {
  useNsview.setState({ snapshot: null });
  vi.useRealTimers();
});

/** Another container than before has ended. */
function othersRunNow(): void {
  useNsview.setState({ snapshot: courseMachine });
  const [, ...rest] = courseMachine.containers;
  useNsview.setState({ snapshot: { ...courseMachine, containers: rest } });
}

it.each([
  ['that something was seen', 'seenAt', tellSeen],
  ['that others run', 'othersRunAt', othersRunNow],
] as const)(
  'tells %s once no answer is handed on that was read before',
  (_what, which, happens) => {
    const at = performance.now();
    happens();
    vi.advanceTimersByTime(STANDS - 1);
    expect(useNews.getState()).toEqual(NEVER);
    vi.advanceTimersByTime(1);
    // What was asked meanwhile is of before: its answer may have been read for another viewer.
    expect(useNews.getState()).toEqual({ ...NEVER, [which]: at + STANDS });
  },
);

it('tells of what happens all the time as often: the next does not put off the one before', () => {
  const at = performance.now();
  for (let nth = 0; nth < 10; nth += 1) {
    tellSeen();
    vi.advanceTimersByTime(STANDS / 5);
  }
  expect(useNews.getState().seenAt).toBe(at + STANDS * 2);
});
