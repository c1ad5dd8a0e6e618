import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { answeringTo } from './asked';
import type { ViewerSocket } from './seat';

/** A connection whose other end reads when the test says so. */
class Reader {
  readonly told: Record<string, unknown>[] = [];
  private readonly transport = Object.assign(new EventEmitter(), { writable: true });

  get socket(): ViewerSocket {
    const emit = (_event: string, message: Record<string, unknown>) => {
      this.told.push(message);
      this.transport.writable = false;
    };
    return { emit, conn: { transport: this.transport } } as unknown as ViewerSocket;
  }

  reads(): void {
    this.transport.writable = true;
    this.transport.emit('ready');
  }
}

it('a question is open until its answer has left: who does not read is answered eight, and read for no more', async () => {
  const reader = new Reader();
  let answered = 0;
  const answer = () => {
    answered += 1;
    return Promise.resolve({ answer: {} });
  };
  const ask = answeringTo(reader.socket, answer, (error) => expect.fail(String(error)));
  const askFor = async (many: number) => {
    for (let id = 0; id < many; id += 1) {
      ask({ host: LOCAL_HOST, id, question: { name: 'usage' } });
      await setImmediate();
    }
  };
  await askFor(20);
  expect(answered).toBe(8);
  expect(reader.told.slice(8).every((each) => 'error' in each)).toBe(true);
  reader.reads();
  await askFor(20);
  expect(answered).toBe(16);
});
