import { beforeEach, expect, it } from 'vitest';
import type { Snapshot } from '@lib/model/snapshot';
import type { LayersReading } from '@lib/recording/layers';
import { courseMachine } from '@lib/select/course-machine';
import { LayersRecorder } from './layers-recorder';

let snapshot: Snapshot;
let bytes: number;
let asked: number;
let told: LayersReading[];
let recorder: LayersRecorder;
let ended: AbortController;
/** Until when the engine thinks about sizes. */
let thinking: Promise<void>;

beforeEach(() => {
  snapshot = courseMachine;
  bytes = 5;
  asked = 0;
  told = [];
  ended = new AbortController();
  thinking = Promise.resolve();
  const machine = {
    fresh: () => Promise.resolve(snapshot),
    details: {
      images: () => Promise.resolve({ images: [], unreadable: {} }),
      written: async (containers: readonly { engine: string; container: string }[]) => {
        asked += 1;
        await thinking;
        return containers.map((each) => ({ ...each, bytes, unreadable: {} }));
      },
    },
  };
  recorder = new LayersRecorder(machine, (reading) => told.push(reading));
});

const running = () => snapshot.containers.filter(({ pid }) => pid > 0);

it('asks for all that run, and seldom again while it is the same ones', async () => {
  for (const now of [0, 2000, 29_999]) await recorder.look(now, ended.signal);
  expect(asked).toBe(running().length);
  expect(told.map(({ written }) => written.map(({ container }) => container))).toEqual([
    running().map(({ id }) => id),
  ]);
  bytes = 6;
  await recorder.look(30_000, ended.signal);
  expect(told).toHaveLength(2);
});

it('asks at once when others run, and tells nothing where it is as it was', async () => {
  await recorder.look(0, ended.signal);
  const [gone] = running();
  snapshot = { ...snapshot, containers: snapshot.containers.filter((each) => each !== gone) };
  await recorder.look(2000, ended.signal);
  expect(asked).toBe(2 * running().length + 1);
  await recorder.look(40_000, ended.signal);
  expect(asked).toBe(3 * running().length + 1);
  expect(told).toHaveLength(2);
});

it('ends while an engine still looks at files, and writes nothing after that', async () => {
  let answer: () => void = () => undefined;
  thinking = new Promise((resolve) => {
    answer = resolve;
  });
  const run = recorder.run(ended.signal);
  await expect.poll(() => asked).toBe(1);
  ended.abort();
  await run;
  answer();
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(1);
  expect(told).toEqual([]);
});
