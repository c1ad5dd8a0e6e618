import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Channel, type Calls } from './channel';
import { Messages } from './messages';
import { TestRuntime } from './test-runtime';

/* Calls over a socket at the other end of which somebody hangs, or says what a listener cannot take. */

type Call = 'ask' | 'listen';
const CALLS: Calls<Call> = {
  ask: ['t.T/Ask', 'Word', 'Word'],
  listen: ['t.T/Listen', 'Word', 'Word'],
};
const WORDS = new Messages('message Word { string word = 1; }');
/** Milliseconds: longer than a test may take. */
const PATIENCE = 600_000;

let folder: string;
let runtime: TestRuntime<Call>;
let channel: Channel<Call>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  const answers = { ask: 'hangs', listen: { word: 'a' } } as const;
  runtime = new TestRuntime<Call>(CALLS, WORDS, { ...answers }, { streamed: 'listen' });
  const path = join(folder, 't.sock');
  await runtime.listen(path);
  channel = new Channel({ kind: 'unix', path }, CALLS, WORDS, PATIENCE);
});
afterEach(() => {
  channel.close();
  runtime.close();
  rmSync(folder, { recursive: true });
});

it('closed, what is under way fails and is given up', async () => {
  const { closed } = channel.listen('listen', () => undefined);
  const asked = channel.ask('ask', {}).catch((error: unknown) => error);
  await expect.poll(() => runtime.asked).toHaveLength(2);
  channel.close();
  expect(await asked).toMatchObject({ name: 'EngineError' });
  expect(await closed).toMatchObject({ name: 'EngineError' });
  await expect.poll(() => [...runtime.cancelled].sort()).toEqual(['t.T/Ask', 't.T/Listen']);
});

it('a listener that throws ends its own stream, and nothing else', async () => {
  const { closed } = channel.listen('listen', () => {
    throw new Error('not to be read');
  });
  expect(await closed).toMatchObject({ kind: 'protocol', message: 'not to be read' });
  await expect.poll(() => runtime.cancelled).toEqual(['t.T/Listen']);
  runtime.answers.ask = { word: 'b' };
  expect(await channel.ask('ask', {})).toEqual({ word: 'b' });
});
