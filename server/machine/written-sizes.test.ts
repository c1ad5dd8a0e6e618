import { expect, it, vi } from 'vitest';
import { WrittenSizes } from './written-sizes';

/** An engine that answers when it is told to. */
function slowEngine() {
  const asked: string[] = [];
  const answers: ((bytes: number) => void)[] = [];
  const written = (container: string) => {
    asked.push(container);
    return new Promise<number>((resolve) => answers.push(resolve));
  };
  const tellerOf = () => ({ written });
  return { asked, answers, tellerOf };
}

const of = (...ids: string[]) => ids.map((container) => ({ engine: 'docker:a', container }));
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('asks an engine about one at a time, whoever asks, and about the same one once', async () => {
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const one = sizes.of(of('c1', 'c2'), tellerOf);
  const other = sizes.of(of('c2', 'c1', 'c3'), tellerOf);
  for (const [nth, bytes] of [10, 20, 30].entries()) {
    await turn();
    expect(asked).toHaveLength(nth + 1);
    answers[nth]?.(bytes);
  }
  expect((await one).map(({ bytes }) => bytes)).toEqual([10, 20]);
  expect((await other).map(({ bytes }) => bytes)).toEqual([20, 10, 30]);
  expect(asked).toEqual(['c1', 'c2', 'c3']);
});

it('tells in time what came, and does not go on with what nobody waits for', async () => {
  const { asked, answers, tellerOf } = slowEngine();
  const patience = 50;
  const sizes = new WrittenSizes(patience);
  const told = sizes.of(of('c1', 'c2', 'c3'), tellerOf);
  const begun = performance.now();
  await turn();
  answers[0]?.(10);
  expect(await told).toEqual([
    { engine: 'docker:a', container: 'c1', bytes: 10, unreadable: {} },
    { engine: 'docker:a', container: 'c2', bytes: null, unreadable: { bytes: 'ETIMEDOUT' } },
    { engine: 'docker:a', container: 'c3', bytes: null, unreadable: { bytes: 'ETIMEDOUT' } },
  ]);
  // A timer may be over a moment before the clock says so.
  await vi.waitUntil(() => performance.now() > begun + patience);
  answers[1]?.(20);
  await turn();
  expect(asked).toEqual(['c1', 'c2']);
});

it('of one that is asked about again and again, what was told lately stands, or came before', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const [c1 = { engine: '', container: '' }] = of('c1');
  const late = { ...c1, bytes: null, unreadable: { bytes: 'not-counted' } };
  expect(await sizes.lately(c1, tellerOf(), 5)).toEqual(late);
  answers[0]?.(10);
  await turn();
  const told = { ...c1, bytes: 10, unreadable: {} };
  expect(await sizes.lately(c1, tellerOf(), 5)).toEqual(told);
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(30_000);
  expect(await sizes.lately(c1, tellerOf(), 5)).toEqual(told);
  expect(asked).toHaveLength(2);
  answers[1]?.(20);
  await turn();
  expect(await sizes.lately(c1, tellerOf(), 5)).toEqual({ ...told, bytes: 20 });
  vi.useRealTimers();
});

it('of one that took long, what was told stands for twenty times as long', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const [c1 = { engine: '', container: '' }] = of('c1');
  const told = sizes.of([c1], tellerOf);
  await turn();
  vi.advanceTimersByTime(6000);
  answers[0]?.(10);
  await told;
  vi.advanceTimersByTime(119_999);
  expect(await sizes.lately(c1, tellerOf(), 5)).toMatchObject({ bytes: 10 });
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(await sizes.lately(c1, tellerOf(), 5)).toMatchObject({ bytes: 10 });
  expect(asked).toHaveLength(2);
  vi.useRealTimers();
});

it('asks an engine again when it was left alone for nine times as long as all took, however often one asks', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const told = sizes.of(of('c1', 'c2'), tellerOf);
  await turn();
  vi.advanceTimersByTime(3000);
  answers[0]?.(10);
  await turn();
  vi.advanceTimersByTime(1000);
  answers[1]?.(20);
  await told;
  const bytes = async (...ids: string[]) => (await sizes.of(of(...ids), tellerOf))[0]?.bytes;
  // Both took four seconds.
  vi.advanceTimersByTime(35_999);
  expect(await bytes('c1', 'c2')).toBe(10);
  expect(asked).toEqual(['c1', 'c2']);
  vi.advanceTimersByTime(1);
  const again = bytes('c1');
  expect(await bytes('c2')).toBe(20);
  await turn();
  expect(asked).toEqual(['c1', 'c2', 'c1']);
  answers[2]?.(30);
  expect(await again).toBe(30);
  // What nothing was told of is asked at once.
  const other = bytes('c3');
  await turn();
  expect(asked).toEqual(['c1', 'c2', 'c1', 'c3']);
  answers[3]?.(40);
  expect(await other).toBe(40);
  vi.useRealTimers();
});

it('of an engine that took long, another one is asked as ever', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const elsewhere = [{ engine: 'docker:b', container: 'c1' }];
  const both = sizes.of([...of('c1'), ...elsewhere], tellerOf);
  await turn();
  answers[1]?.(20);
  await turn();
  vi.advanceTimersByTime(3000);
  answers[0]?.(10);
  await both;
  const again = sizes.of(elsewhere, tellerOf);
  await turn();
  expect(asked).toHaveLength(3);
  answers[2]?.(30);
  expect(await again).toMatchObject([{ bytes: 30 }]);
  vi.useRealTimers();
});

it('keeps what was told for as long as it stands, whatever else is told meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { asked, answers, tellerOf } = slowEngine();
  const sizes = new WrittenSizes();
  const told = sizes.of(of('c1', 'c2', 'c3', 'c4'), tellerOf);
  for (let nth = 0; nth < 4; nth += 1) {
    await turn();
    vi.advanceTimersByTime(10_000);
    answers[nth]?.(nth);
  }
  await told;
  vi.advanceTimersByTime(260_000);
  const other = sizes.of(of('c5'), tellerOf);
  await turn();
  answers[4]?.(50);
  await other;
  expect(await sizes.of(of('c1'), tellerOf)).toMatchObject([{ bytes: 0 }]);
  expect(asked).toHaveLength(5);
  vi.useRealTimers();
});
