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

beforeEach(() => {
  snapshot = courseMachine;
  bytes = 5;
  asked = 0;
  told = [];
  const machine = {
    fresh: () => Promise.resolve(snapshot),
    images: () => Promise.resolve({ images: [], unreadable: {} }),
    written: (containers: readonly { engine: string; container: string }[]) => {
      asked += 1;
      return Promise.resolve(containers.map((each) => ({ ...each, bytes, unreadable: {} })));
    },
  };
  recorder = new LayersRecorder(machine, (reading) => told.push(reading));
});

const running = () => snapshot.containers.filter(({ pid }) => pid > 0);

it('asks for all that run, and seldom again while it is the same ones', async () => {
  for (const now of [0, 2000, 29_999]) await recorder.look(now);
  expect(asked).toBe(1);
  expect(told.map(({ written }) => written.map(({ container }) => container))).toEqual([
    running().map(({ id }) => id),
  ]);
  bytes = 6;
  await recorder.look(30_000);
  expect(told).toHaveLength(2);
});

it('asks at once when others run, and tells nothing where it is as it was', async () => {
  await recorder.look(0);
  const [gone] = running();
  snapshot = { ...snapshot, containers: snapshot.containers.filter((each) => each !== gone) };
  await recorder.look(2000);
  expect(asked).toBe(2);
  await recorder.look(40_000);
  expect(asked).toBe(3);
  expect(told).toHaveLength(2);
});
