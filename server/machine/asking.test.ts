import { expect, it } from 'vitest';
import type { TickRequest } from '../proc/calls';
import type { Reader } from '../reader/reader';
import { Asking } from './asking';
import { testReader } from './test-reader';

/* Who is asked, and how long one waits, when the reader changes in between. */

const PATIENT: TickRequest = { watchedPids: [], full: false, hinted: false, patience: 4000 };

/** A reader whose tick waits until it is told to hurry, or is lost. */
function waitingReader() {
  const asked: number[] = [];
  let end: { hurry: () => void; lose: () => void } | null = null;
  const reader = testReader({
    tick: ({ patience }) => {
      asked.push(patience ?? 0);
      if (patience === 0) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        end = { hurry: () => resolve(null), lose: () => reject(new Error('lost')) };
      });
    },
    hurry: () => {
      end?.hurry();
      return Promise.resolve();
    },
  });
  return { reader, asked, lose: () => end?.lose() };
}

function asking(first: Reader) {
  const readers = { current: first };
  const it = new Asking(readers);
  return { readers, it, read: () => it.ask((reader) => it.tick(reader, PATIENT)) };
}

it('a hint reaches the reader that waits, though another reads from now on', async () => {
  const [before, after] = [waitingReader(), waitingReader()];
  const { readers, it: ask, read } = asking(before.reader);
  ask.begin();
  const reading = read();
  readers.current = after.reader;
  ask.hurry();
  expect(await reading).toBeNull();
  expect(after.asked).toEqual([]);
});

it('a hint that came before the reader was lost counts for the one that reads instead', async () => {
  const [before, after] = [waitingReader(), waitingReader()];
  const deaf: Reader = { ...before.reader, hurry: () => Promise.reject(new Error('lost')) };
  const { readers, it: ask, read } = asking(deaf);
  ask.begin();
  const reading = read();
  ask.hurry();
  readers.current = after.reader;
  before.lose();
  expect(await reading).toBeNull();
  expect([before.asked, after.asked]).toEqual([[4000], [0]]);
});

it('the next read is patient again', async () => {
  const { reader, asked } = waitingReader();
  const { it: ask, read } = asking(reader);
  ask.begin();
  ask.hurry();
  await read();
  ask.begin();
  const reading = read();
  ask.hurry();
  await reading;
  expect(asked).toEqual([0, 4000]);
});

it('an error of a reader that still reads is the caller’s', async () => {
  const { reader, lose } = waitingReader();
  const { it: ask, read } = asking(reader);
  ask.begin();
  const reading = read();
  lose();
  await expect(reading).rejects.toThrow('lost');
});
