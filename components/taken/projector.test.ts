import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apply } from '@lib/diff/apply';
import { sampleSnapshot } from '@lib/layout/fixtures/sample-snapshot';
import type { Snapshot } from '@lib/model/snapshot';
import type { Playback } from '@lib/protocol/playing';
import { RECORDING_FORMAT, RECORDING_VERSION } from '@lib/recording/format';
import { parseRecording } from '@lib/recording/parse';
import { recordedPast } from '@lib/recording/recorded-past';
import { Projector } from './projector';

/** Seconds 0, 1, 2: one container more in each; it ends at 5. */
const recording = parseRecording([
  JSON.stringify({
    ...{ format: RECORDING_FORMAT, version: RECORDING_VERSION, nsview: '0.1.0' },
    ...{ createdAt: '2026-11-23T15:30:00.000Z', anonymous: false },
  }),
  ...[[], ['c1'], ['c1', 'c2']].map((names, index) => {
    const snapshot = { ...sampleSnapshot(names.map((name) => ({ name }))), seq: index + 1 };
    return JSON.stringify({ at: index * 1000, snapshot });
  }),
  JSON.stringify({ at: 5000, end: true }),
]);

/** Puts together what it is told, as a page does. */
let seen: Snapshot | null;
let told: string[];
let playback: Playback | null;

function projector(begin: Partial<Playback> = {}): Projector {
  return new Projector(
    recordedPast(recording),
    { position: 0, playing: false, speed: 1, isNearest: false, ...begin },
    {
      playback: (now) => {
        playback = now;
      },
      snapshot: (snapshot) => {
        seen = snapshot;
        told.push('snapshot');
      },
      delta: (delta) => {
        seen = seen && apply(seen, delta);
        told.push('delta');
      },
    },
  );
}

const names = () => seen?.containers.map(({ name }) => name).join(' ');

beforeEach(() => {
  vi.useFakeTimers();
  [seen, told, playback] = [null, [], null];
});
afterEach(() => vi.useRealTimers());

it('plays each picture when it is due, and stands still at the end', () => {
  projector({ playing: true }).begin();
  expect([names(), told]).toEqual(['', ['snapshot']]);
  vi.advanceTimersByTime(999);
  expect(names()).toBe('');
  vi.advanceTimersByTime(1);
  expect([names(), told]).toEqual(['c1', ['snapshot', 'delta']]);
  vi.advanceTimersByTime(1000);
  expect(names()).toBe('c1 c2');
  vi.advanceTimersByTime(3000);
  expect(playback).toEqual({ position: 5000, playing: false, speed: 1, isNearest: false });
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
});

it('goes to any moment, back as well, at once', () => {
  const shown = projector();
  shown.begin();
  for (const [to, there] of [
    [2000, 'c1 c2'],
    [1999, 'c1'],
    [0, ''],
    [99_999, 'c1 c2'],
  ] as const) {
    shown.do({ do: 'seek', to });
    expect(names(), `at ${to}`).toBe(there);
  }
  expect(playback?.position).toBe(5000);
});

it('plays as fast as it is told, from where it is, and from the end again', () => {
  const shown = projector({ position: 1000 });
  shown.begin();
  shown.do({ do: 'speed', by: 4 });
  shown.do({ do: 'play' });
  vi.advanceTimersByTime(250);
  expect(names()).toBe('c1 c2');
  vi.advanceTimersByTime(1000);
  shown.do({ do: 'play' });
  expect([names(), playback?.playing]).toEqual(['', true]);
});

it('tells all of the picture again to who asks from the beginning, and nothing twice otherwise', () => {
  const shown = projector({ position: 1500 });
  shown.begin();
  shown.do({ do: 'seek', to: 1600 });
  shown.begin();
  expect(told).toEqual(['snapshot', 'snapshot']);
  expect(seen).toMatchObject({ seq: shown.seq, host: { reader: 'recording' } });
});
