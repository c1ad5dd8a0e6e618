import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { eventsOf } from './events';
import { parseRecording } from './parse';

const RECORDINGS = new URL('../../public/recordings/', import.meta.url).pathname;
const recording = (name: string) =>
  parseRecording(
    gunzipSync(readFileSync(`${RECORDINGS}${name}.jsonl.gz`))
      .toString()
      .trimEnd()
      .split('\n'),
  );

it('what happened to containers has names', () => {
  const events = eventsOf(recording('course'));
  expect(events.map(({ name }) => name)).toEqual([
    ...['c1-created', 'c1-started', 'c2-created', 'c2-started'],
    ...['c2-removed', 'c2-recreated', 'c2-started-2'],
  ]);
  const times = events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

it('each name is of one event', () => {
  const names = eventsOf(recording('compose')).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
