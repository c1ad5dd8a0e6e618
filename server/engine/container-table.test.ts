import { beforeEach, describe, expect, it } from 'vitest';
import { readingOfListing } from '@lib/docker/container';
import type { ContainerListing, ContainerReading } from '@lib/docker/reading';
import { isStopped } from '@lib/model/is-stopped';
import { ContainerTable } from './container-table';
import { EngineError } from './engine-error';

/* An engine that lists what it then tells nothing of: what held a pod, and has no process. */

const ENDED: ContainerListing = {
  ...{ id: 'p', name: 'p', image: '', state: 'exited', labels: {}, role: null, imageId: null },
};
let listed: ContainerListing[];
let tells: boolean;
let told: string[][];
let table: ContainerTable;
const engine = {
  list: () => Promise.resolve(listed),
  inspect: () => {
    const [one] = listed;
    return Promise.resolve(tells && one !== undefined ? readingOfListing(one, 'EACCES') : null);
  },
};
const relist = async () => {
  const { inspected } = await table.relist(engine, false);
  await inspected;
  return told.splice(0);
};

beforeEach(async () => {
  listed = [ENDED];
  tells = false;
  told = [];
  table = new ContainerTable(
    () => told.push(table.all().map(({ id }) => id)),
    () => undefined,
  );
  expect(await relist()).toEqual([['p'], []]);
});

it('is not told again with each list', async () => {
  expect(await relist()).toEqual([]);
  expect(await relist()).toEqual([]);
});

it('is told as soon as there is something to tell', async () => {
  tells = true;
  expect(await relist()).toEqual([['p']]);
  expect(await relist()).toEqual([]);
});

it('is another one where its id comes again', async () => {
  listed = [];
  expect(await relist()).toEqual([]);
  listed = [ENDED];
  expect(await relist()).toEqual([['p'], []]);
});

describe('one of which its engine gets no answer', () => {
  const RUNS: ContainerListing = { ...ENDED, id: 'r', name: 'r', state: 'running' };
  const READING = { ...readingOfListing(RUNS, 'ENODATA'), pid: 7, unreadable: {} };
  const OTHER = { ...READING, id: 's', name: 's', pid: 8 };
  const SECOND = { ...RUNS, id: 's', name: 's' };
  let unheard: ContainerListing;
  let answer: ContainerReading;
  let failure: EngineError | null;
  const silent = {
    list: () => Promise.resolve([failure === null ? RUNS : unheard, SECOND]),
    inspect: (id: string) => {
      if (id === OTHER.id) return Promise.resolve(OTHER);
      return failure === null ? Promise.resolve(answer) : Promise.reject(failure);
    },
  };
  beforeEach(() => {
    unheard = { ...RUNS, state: null };
    answer = READING;
  });

  const relistSilent = async () => {
    const { inspected } = await table.relist(silent, true);
    await inspected;
    told = [];
    return table.all();
  };

  it('is known as it was, but for whether it runs, until there is an answer; the others are as they are', async () => {
    failure = null;
    expect(await relistSilent()).toEqual([READING, OTHER]);
    failure = new EngineError('hanging', '');
    const doubted = { ...READING, unreadable: { state: 'ETIMEDOUT' } };
    expect(await relistSilent()).toEqual([doubted, OTHER]);
    await relistSilent();
    await table.retryFailed(silent);
    expect(told).toEqual([]);
    failure = null;
    expect(await relistSilent()).toEqual([READING, OTHER]);
  });

  it('and of which nothing was known: neither that it runs nor that it does not', async () => {
    failure = new EngineError('hanging', '');
    const [first, other] = await relistSilent();
    expect(first).toMatchObject({ unreadable: { state: 'ETIMEDOUT', pid: 'ETIMEDOUT' } });
    expect(first !== undefined && isStopped(first)).toBe(false);
    expect(other).toEqual(OTHER);
  });

  it('is in the state that the list has just told of it', async () => {
    failure = null;
    await relistSilent();
    failure = new EngineError('hanging', '');
    unheard = { ...RUNS, state: 'running' };
    expect(await relistSilent()).toEqual([READING, OTHER]);
    unheard = { ...RUNS, state: 'exited' };
    const doubted = { ...READING, unreadable: { state: 'ETIMEDOUT' } };
    expect(await relistSilent()).toEqual([doubted, OTHER]);
  });

  it('and that the list tells as ended when nothing was known: it has', async () => {
    failure = new EngineError('hanging', '');
    unheard = { ...RUNS, state: 'exited' };
    const [first] = await relistSilent();
    expect(first).toEqual(readingOfListing(unheard, 'ETIMEDOUT'));
  });

  it('is in doubt where an event told of it, whatever the list says', async () => {
    failure = null;
    await relistSilent();
    failure = new EngineError('hanging', '');
    await table.apply(silent, { id: 'r', action: 'die', timeNano: 1 });
    expect(table.all()[0]).toEqual({ ...READING, unreadable: { state: 'ETIMEDOUT' } });
  });

  it('and had ended: whether it has a process now is not known', async () => {
    failure = null;
    answer = { ...READING, pid: 0, state: 'exited' };
    const [before] = await relistSilent();
    expect(before !== undefined && isStopped(before)).toBe(true);
    failure = new EngineError('hanging', '');
    const [after] = await relistSilent();
    expect(after).toEqual({ ...answer, unreadable: { state: 'ETIMEDOUT', pid: 'ETIMEDOUT' } });
    expect(after !== undefined && isStopped(after)).toBe(false);
  });

  it('stays as it was where the answer was lost on the way', async () => {
    failure = null;
    await relistSilent();
    failure = new EngineError('protocol', '');
    expect(await relistSilent()).toEqual([READING, OTHER]);
  });
});

describe('an engine whose list tells all of some', () => {
  const RUNS = readingOfListing({ ...ENDED, id: 'a', name: 'a', state: 'running' }, 'ENODATA');
  const entry = (reading: ContainerReading): ContainerListing => ({
    ...{ ...ENDED, id: reading.id, name: reading.name, state: reading.state },
    reading,
  });
  let inspected: string[];
  let now: ContainerReading;
  let answer: () => Promise<ContainerListing[]>;
  const whole = {
    list: () => answer(),
    inspect: (id: string) => {
      inspected.push(id);
      return Promise.resolve(now);
    },
  };
  const relistWhole = async (everything = false) => {
    await (
      await table.relist(whole, everything)
    ).inspected;
    return table.all();
  };

  beforeEach(() => {
    inspected = [];
    now = RUNS;
    answer = () => Promise.resolve([entry(now)]);
  });

  it('is asked about none of them', async () => {
    expect(await relistWhole(true)).toEqual([RUNS]);
    now = { ...RUNS, pid: 8 };
    expect(await relistWhole()).toEqual([now]);
    expect(inspected).toEqual([]);
  });

  it('is asked about those that it does not tell all of', async () => {
    answer = () =>
      Promise.resolve([entry(RUNS), { ...ENDED, id: 'b', name: 'b', state: 'running' }]);
    await relistWhole(true);
    expect(inspected).toEqual(['b']);
  });

  it('makes no change where nothing is another', async () => {
    await relistWhole();
    told = [];
    now = { ...RUNS };
    await relistWhole();
    expect(told).toEqual([]);
  });

  it('is asked again where an event came while it listed: its list may tell what was before', async () => {
    await relistWhole();
    const later = { ...RUNS, pid: 9 };
    answer = async () => {
      const before = [entry(RUNS)];
      now = later;
      await table.apply(whole, { id: 'a', action: 'tasks-start', timeNano: 1 });
      return before;
    };
    expect(await relistWhole()).toEqual([later]);
    expect(told.length).toBeGreaterThan(0);
    expect(inspected).toEqual(['a', 'a']);
  });

  it('keeps one that went and was made again under its id while it listed', async () => {
    await relistWhole();
    const again = { ...RUNS, pid: 9 };
    answer = async () => {
      now = again;
      await table.apply(whole, { id: 'a', action: 'containers-create', timeNano: 1 });
      return [];
    };
    expect(await relistWhole()).toEqual([again]);
    answer = () => Promise.resolve([]);
    expect(await relistWhole()).toEqual([]);
  });

  it('is asked again where that failed while it listed: its list may tell what was before', async () => {
    await relistWhole();
    const later = { ...RUNS, pid: 9 };
    const hangs = { ...whole, inspect: () => Promise.reject(new EngineError('hanging', '')) };
    answer = async () => {
      await table.apply(hangs, { id: 'a', action: 'tasks-start', timeNano: 1 });
      // The inspection that this list begins, as it does in rotation, fails as well.
      return [entry({ ...RUNS, pid: 8 })];
    };
    const { inspected: done } = await table.relist({ ...hangs, list: whole.list }, false);
    await done;
    const unreadable = { ...RUNS.unreadable, state: 'ETIMEDOUT', pid: 'ETIMEDOUT' };
    expect(table.all()).toEqual([{ ...RUNS, unreadable }]);
    now = later;
    await table.retryFailed(whole);
    expect(table.all()).toEqual([later]);
  });
});

it('goes where it is listed no more, also when an earlier list’s inspection tells meanwhile what was before', async () => {
  const reading = readingOfListing(ENDED, 'EACCES');
  const answers: ((reading: ContainerReading | null) => void)[] = [];
  const slow = {
    ...engine,
    inspect: () => new Promise<ContainerReading | null>((resolve) => answers.push(resolve)),
  };
  listed = [];
  await relist();
  listed = [ENDED];
  const first = await table.relist(slow, false);
  listed = [];
  const second = await table.relist(slow, false);
  expect(table.all().map(({ id }) => id)).toEqual(['p']);
  answers[0]?.(reading);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(null);
  await Promise.all([first.inspected, second.inspected]);
  expect(table.all()).toEqual([]);
});
