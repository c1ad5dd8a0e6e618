import { expect, it } from 'vitest';
import { NotTold } from './put-summary';
import { AGAIN, EVERY, sendSummaries, type Clock } from './summary-rounds';

/** Lets all go on that waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A line and a machine, and time that passes when the test says so. */
class World {
  now = 0;
  looks = 0;
  /** When each summary was put, whatever became of it. */
  readonly puts: number[] = [];
  readonly told: string[] = [];
  /** What becomes of one that is put; null: it is taken. */
  fate: NotTold | null = null;
  isUnreadable = false;
  /** Nothing is said of one that is put, until it is given up. */
  hangs = false;
  giveUp: (error: NotTold) => void = () => expect.fail('nothing was put');
  readonly ended = new AbortController();
  #connection: AbortController | null = new AbortController();
  #up: (() => void)[] = [];
  #sleeper: { until: number; wake: () => void } | null = null;

  readonly clock: Clock = {
    now: () => this.now,
    random: () => 0.5,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          signal.removeEventListener('abort', wake);
          this.#sleeper = null;
          resolve();
        };
        if (signal.aborted) return resolve();
        this.#sleeper = { until: this.now + milliseconds, wake };
        signal.addEventListener('abort', wake);
      }),
  };

  readonly over = sendSummaries(
    {
      up: async () => {
        while (this.#connection === null) await new Promise<void>((up) => this.#up.push(up));
        return this.#connection.signal;
      },
      look: () => {
        this.looks += 1;
        return this.isUnreadable
          ? Promise.reject(new Error('EIO'))
          : Promise.resolve(new Uint8Array([this.looks]));
      },
      put: () => {
        expect(this.#connection, 'it is connected').not.toBeNull();
        this.puts.push(this.now);
        if (this.hangs) return new Promise((_, reject) => (this.giveUp = reject));
        return this.fate === null ? Promise.resolve() : Promise.reject(this.fate);
      },
      trouble: ({ trouble }) => this.told.push(trouble),
      well: () => this.told.push('well'),
    },
    this.ended.signal,
    this.clock,
  );

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    await settle();
    while (this.#sleeper !== null && this.#sleeper.until <= until) {
      const { until: at, wake } = this.#sleeper;
      this.now = Math.max(this.now, at);
      wake();
      await settle();
    }
    this.now = until;
  }

  async cut(): Promise<void> {
    this.#connection?.abort();
    this.#connection = null;
    await settle();
  }

  async back(): Promise<void> {
    this.#connection = new AbortController();
    for (const up of this.#up.splice(0)) up();
    await settle();
  }

  async end(): Promise<void> {
    this.ended.abort();
    if (this.#connection === null) await this.back();
    await this.over;
  }
}

const REFUSED = new NotTold('forbidden', 'Permissions Violation');

it('the first summary is sent at once, the second after a part of the time, then one each 15 s', async () => {
  const world = new World();
  await world.pass(EVERY * 3);
  expect(world.puts.map(Math.round)).toEqual([0, 6000, 21_000, 36_000]);
  expect([world.looks, world.told]).toEqual([4, []]);
  await world.end();
});

it.each([
  [0, 0.2, 0.8],
  [0.999_999, 0.6, 1.2],
])(
  'where chance says %d: the second after %d of 15 s, the next after %d',
  async (chance, ...shares) => {
    const world = new World();
    world.clock.random = () => chance;
    await world.pass(EVERY * 2.5);
    const gaps = world.puts.slice(0, 3).map((at, nth) => at - (world.puts[nth - 1] ?? 0));
    expect(gaps.slice(1).map((gap) => Math.round((gap / EVERY) * 100) / 100)).toEqual(shares);
    await world.end();
  },
);

it('cut off, it neither looks nor sends, however long; back, it tells once at once', async () => {
  const world = new World();
  await world.pass(20_000);
  const { looks, puts } = { ...world, puts: world.puts.length };
  await world.cut();
  await world.pass(600_000);
  expect([world.looks, world.puts.length]).toEqual([looks, puts]);
  await world.back();
  expect([world.looks, world.puts.slice(puts)]).toEqual([looks + 1, [world.now]]);
  await world.pass(EVERY * 0.39);
  expect(world.puts).toHaveLength(puts + 1);
  await world.end();
});

it('a hundred cuts are a hundred summaries', async () => {
  const world = new World();
  await world.pass(0);
  for (let nth = 0; nth < 100; nth += 1) {
    await world.cut();
    await world.pass(60_000);
    await world.back();
  }
  expect([world.looks, world.puts.length]).toEqual([101, 101]);
  await world.end();
});

it('what is refused is told once, sent again after a while, and that it is over is told', async () => {
  const world = new World();
  world.fate = REFUSED;
  await world.pass(EVERY * 0.4 - 1);
  expect(world.puts).toEqual([0, AGAIN, 2 * AGAIN]);
  expect([world.looks, world.told]).toEqual([1, ['forbidden']]);
  world.fate = new NotTold('forbidden', 'in other words');
  await world.pass(EVERY);
  expect(world.told).toEqual(['forbidden']);
  world.fate = new NotTold('silent', '');
  await world.pass(EVERY);
  expect(world.told).toEqual(['forbidden', 'silent']);
  world.fate = null;
  await world.pass(EVERY);
  expect(world.told).toEqual(['forbidden', 'silent', 'well']);
  await world.end();
});

it('what was not taken because it is cut off is not told as well', async () => {
  const world = new World();
  world.hangs = true;
  await world.pass(1000);
  await world.cut();
  world.giveUp(new NotTold('silent', 'timeout'));
  await world.pass(60_000);
  expect([world.puts.length, world.told]).toEqual([1, []]);
  world.hangs = false;
  await world.back();
  expect([world.puts.length, world.told]).toEqual([2, []]);
  await world.end();
});

it('where the machine cannot be read, nothing is sent, and that is told once', async () => {
  const world = new World();
  world.isUnreadable = true;
  await world.pass(EVERY * 3);
  expect([world.looks, world.puts, world.told]).toEqual([4, [], ['unread']]);
  world.isUnreadable = false;
  await world.pass(EVERY);
  expect(world.told).toEqual(['unread', 'well']);
  await world.end();
});

it.each(['while it is connected', 'while it is cut off'])('it ends %s', async (when) => {
  const world = new World();
  await world.pass(1000);
  if (when !== 'while it is connected') await world.cut();
  await world.end();
  expect(world.puts).toEqual([0]);
});
