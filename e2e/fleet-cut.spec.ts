import { setTimeout as delay } from 'node:timers/promises';
import { Bucket } from '../server/fleet/bucket';
import { LineWatch } from '../server/fleet/line-watch';
import { putSummary } from '../server/fleet/put-summary';
import { EVERY, sendSummaries } from '../server/fleet/summary-rounds';
import { expect, test } from './harness/fixtures';
import { Fleet } from './harness/nats';
import { until } from './harness/until';

/* What an agent's client keeps while there is no server: counted, on its real line. */

/** Milliseconds for what takes a second; the machine may be busy. */
const SOON = 30_000;

let fleet: Fleet;
test.beforeAll(async () => {
  fleet = await Fleet.start('keys', ['vm-03']);
  // Where nobody keeps summaries, that is told.
  await Bucket.open(await fleet.line(null));
});
test.afterAll(() => fleet.close());

test('however long it is cut off, nothing waits in the client to be sent', async () => {
  const line = await fleet.line('vm-03');
  const told: string[] = [];
  const watch = new LineWatch(line, {
    cutOff: () => told.push('cut'),
    back: () => told.push('back'),
    refused: () => told.push('refused'),
  });
  const ended = new AbortController();
  let looks = 0;
  const over = Promise.all([
    watch.follow(),
    sendSummaries(
      {
        up: () => watch.up(),
        look: () => Promise.resolve(new TextEncoder().encode(String((looks += 1)))),
        put: (packed, over) => putSummary(line, 'vm-03', packed, over),
        trouble: ({ trouble }) => told.push(trouble),
        well: () => told.push('well'),
      },
      ended.signal,
      {
        // A thousand times as fast: an hour of being cut off in some seconds.
        now: () => performance.now() * 1000,
        wait: (milliseconds, signal) =>
          delay(milliseconds / 1000, undefined, { signal }).catch(() => undefined),
        random: () => 0.5,
      },
    ),
  ]);
  const sent = () => line.stats().outMsgs;
  await until('it sends', () => sent() > 20, SOON);
  fleet.signal('SIGKILL');
  await fleet.stopServer();
  await until('it is cut off', () => told.includes('cut'), SOON);
  const before = { sent: sent(), looks };
  const since = performance.now();
  await until('an hour', () => performance.now() - since > 3600, SOON);
  expect({ sent: sent(), looks }).toEqual(before);
  // So many it would have been.
  expect((performance.now() - since) / (EVERY / 1000)).toBeGreaterThan(200);
  await fleet.startServer();
  await until('it sends again', () => sent() > before.sent, SOON);
  ended.abort();
  await line.close();
  await over;
  expect(told).toEqual(['cut', 'back']);
});
