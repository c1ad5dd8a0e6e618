import { Worker } from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { LastingThread } from './lasting-thread';

/** Answers each question with its number, and says in memory that it has. */
const ANSWERS = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ id }) => {
    parentPort.postMessage({ id, value: id });
    Atomics.store(workerData, 0, id);
    Atomics.notify(workerData, 0);
  });`;

it('a thread that is closed keeps the program until it has ended, whatever comes from it meanwhile', async () => {
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(ANSWERS, { eval: true, workerData: answered });
  const thread = new LastingThread('the thread', () => worker);
  const first = thread.ask({});
  const second = thread.ask({});
  // Both answers are there before one of them is taken: the other comes when it is closed already.
  while (Atomics.load(answered, 0) < 2) Atomics.wait(answered, 0, Atomics.load(answered, 0));
  expect(await first).toBe(1);
  const released = vi.spyOn(worker, 'unref');
  const closed = thread.close();
  expect(await second).toBe(2);
  await closed;
  expect(released).not.toHaveBeenCalled();
  await expect(thread.ask({})).rejects.toThrow('the thread is closed');
});
