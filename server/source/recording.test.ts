import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleSnapshot } from '@lib/layout/fixtures/sample-snapshot';
import { namespaceId } from '@lib/model/ids';
import type { UsageRow } from '@lib/protocol/usage';
import { RECORDING_FORMAT, RECORDING_VERSION } from '@lib/recording/format';
import { parseRecording } from '@lib/recording/parse';
import { recordedPast } from '@lib/recording/recorded-past';
import { NotInRecording } from '@lib/asking/handler';
import { Player } from './player';
import { RecordingSource } from './recording';

/** Seconds 0, 1, 2, 3: one container more in each; it ends at 5. */
const SERIES = [[], ['c1'], ['c1', 'c2'], ['c1', 'c2', 'c3']].map((names, index) => ({
  ...sampleSnapshot(names.map((name) => ({ name }))),
  seq: index + 1,
}));
const DURATION = 5000;
const recording = parseRecording([
  JSON.stringify({
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    createdAt: '2026-11-23T15:30:00.000Z',
    nsview: '0.1.0',
    anonymous: false,
  }),
  ...SERIES.map((snapshot, index) => JSON.stringify({ at: index * 1000, snapshot })),
  JSON.stringify({ at: DURATION, end: true }),
]);

const ANSWERED = { takenAt: '2026-11-23T15:30:00.000Z', through: null, unreadable: {} };
const ROW: UsageRow = { pid: 7, startTicks: '1', state: 'S', rssBytes: 1, cpuMs: 2 };

let player: Player;
let source: RecordingSource;
const shown = async () =>
  (await source.read())?.containers.map(({ name }) => name).join(' ') ?? null;

beforeEach(() => {
  vi.useFakeTimers();
  player = new Player({ from: 0, to: DURATION, gaps: [] });
  source = new RecordingSource(recordedPast(recording), recording, player);
});
afterEach(async () => {
  await source.close();
  player.close();
  vi.useRealTimers();
});

describe('a recording that is played', () => {
  it('stands at its beginning until it is told to play', async () => {
    expect(await shown()).toBe('');
    vi.advanceTimersByTime(3000);
    expect(await shown()).toBeNull();
    player.begin();
    vi.advanceTimersByTime(1000);
    expect(await shown()).toBe('c1');
  });

  it('shows what was seen then, and says that it is a recording', async () => {
    player.do({ do: 'seek', to: 2000 });
    const { host, ...rest } = (await source.read()) ?? {};
    const { host: recorded, ...others } = SERIES[2] ?? {};
    expect(rest).toEqual(others);
    expect(host).toEqual({ ...recorded, reader: 'recording' });
  });

  it('goes to any moment, back as well, and past the end no further', async () => {
    for (const [to, names] of [
      [3000, 'c1 c2 c3'],
      [1999, 'c1'],
      [2000, 'c1 c2'],
      [99_999, 'c1 c2 c3'],
      [0, ''],
    ] as const) {
      player.do({ do: 'seek', to });
      expect(await shown(), `at ${to}`).toBe(names);
    }
    player.do({ do: 'seek', to: 99_999 });
    expect(player.playback.position).toBe(DURATION);
  });

  it('tells what was read inside a namespace by then, and of others that it was not', async () => {
    const namespace = namespaceId('uts', '4026532001');
    for (const [at, hostname] of [
      [0, 'one'],
      [2500, 'two'],
    ] as const) {
      const told = { hostname, domainname: '(none)', through: 7, unreadable: {} };
      recording.readings.put(at, namespace, '', { type: 'uts', ...told });
    }
    const uids = { inside: [], outside: [] };
    const request = { type: 'uts', namespace, pids: [], others: [], host: null, uids } as const;
    player.do({ do: 'seek', to: 2499 });
    expect(await source.inside(request)).toMatchObject({ hostname: 'one' });
    player.do({ do: 'seek', to: 2500 });
    expect(await source.inside(request)).toMatchObject({ hostname: 'two' });
    const other = namespaceId('uts', '4026531000');
    await expect(source.inside({ ...request, namespace: other })).rejects.toThrow(NotInRecording);
    // Its maps are in the pictures: they are told, and the rest is not known.
    const user = {
      ...request,
      type: 'user',
      namespace: namespaceId('user', '4026531000'),
    } as const;
    expect(await source.inside(user)).toEqual({
      ...{ type: 'user', setgroups: null, names: { inside: null, outside: null }, through: null },
      unreadable: {
        setgroups: 'not-recorded',
        'names.inside': 'not-recorded',
        'names.outside': 'not-recorded',
      },
    });
  });

  it('answers what a lesson asks with what was answered by then', () => {
    const question = { pids: [7] };
    const kept = (at: number, processes: UsageRow[] | null) => {
      const answer = processes === null ? null : { ...ANSWERED, processes };
      recording.answers.put(at, { asked: 'usage', question, life: '', answer });
    };
    kept(1000, [ROW]);
    kept(2500, null);
    const told = (key: string) => source.answered('usage', key, '');
    player.do({ do: 'seek', to: 2499 });
    expect(told(JSON.stringify(question))).toEqual({ answer: { ...ANSWERED, processes: [ROW] } });
    expect(told(JSON.stringify({ pids: [8] }))).toBeNull();
    player.do({ do: 'seek', to: 2500 });
    expect(told(JSON.stringify(question))).toMatchObject({ error: { code: 'gone' } });
  });

  it('stands still when paused, and plays as fast as told', async () => {
    player.do({ do: 'play' });
    vi.advanceTimersByTime(1000);
    player.do({ do: 'pause' });
    vi.advanceTimersByTime(10_000);
    expect(player.playback).toEqual({ position: 1000, playing: false, speed: 1, isNearest: false });
    player.do({ do: 'speed', by: 4 });
    player.do({ do: 'play' });
    vi.advanceTimersByTime(500);
    expect(player.playback).toEqual({ position: 3000, playing: true, speed: 4, isNearest: false });
    expect(await shown()).toBe('c1 c2 c3');
  });

  it('stands still at the end, tells so, and plays again from the beginning', () => {
    const told: boolean[] = [];
    player.onChange(() => told.push(player.playback.playing));
    player.do({ do: 'seek', to: 4500 });
    player.do({ do: 'play' });
    vi.advanceTimersByTime(20_000);
    expect(told).toEqual([false, true, false]);
    expect(player.playback.position).toBe(DURATION);
    player.do({ do: 'play' });
    expect(player.playback).toMatchObject({ position: 0, playing: true });
  });

  it('begins by itself once, and not after somebody has moved it', () => {
    player.do({ do: 'seek', to: 2000 });
    player.begin();
    expect(player.playback).toMatchObject({ position: 2000, playing: false });
  });

  it('hints when the next picture is due, while somebody looks', async () => {
    const hints: number[] = [];
    source.onHint(() => hints.push(player.playback.position));
    await source.read();
    player.do({ do: 'play' });
    vi.advanceTimersByTime(1500);
    expect(hints).toEqual([0]);
    source.setWatched(true);
    vi.advanceTimersByTime(2500);
    expect(hints).toEqual([0, 2000, 3000]);
    source.setWatched(false);
    player.do({ do: 'seek', to: 0 });
    vi.advanceTimersByTime(2500);
    expect(hints).toEqual([0, 2000, 3000, 0]);
  });
});

describe('what was kept, with a gap in it', () => {
  it('is played without what nobody saw, and on as far as there is more by then', () => {
    const past = { from: 1000, to: 20_000, gaps: [{ from: 3000, to: 9000 }] };
    const through = new Player(past);
    through.do({ do: 'seek', to: 0 });
    expect(through.playback.position).toBe(1000);
    through.do({ do: 'seek', to: 7000 });
    expect(through.playback.position).toBe(9000);
    through.do({ do: 'seek', to: 2500 });
    through.do({ do: 'play' });
    vi.advanceTimersByTime(1000);
    expect(through.playback).toMatchObject({ position: 9500, playing: true });
    past.to = 25_000;
    vi.advanceTimersByTime(11_000);
    expect(through.playback).toMatchObject({ position: 20_500, playing: true });
    vi.advanceTimersByTime(5000);
    expect(through.playback).toMatchObject({ position: 25_000, playing: false });
    through.close();
  });
});
