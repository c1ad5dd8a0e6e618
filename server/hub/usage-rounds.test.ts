import { expect, test } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { UsageRounds } from './usage-rounds';

const viewer = { usage: () => undefined, congested: () => false };

/** A round whose reading fails when it is told to. */
function failing() {
  const reported: unknown[] = [];
  let fail: (error: Error) => void = () => undefined;
  const read = () =>
    new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
  const rounds = new UsageRounds(LOCAL_HOST, read, (error) => reported.push(error));
  rounds.show(viewer, [1]);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { rounds, reported, fail: (error: Error) => fail(error), settled };
}

test('a reading that fails is told', async () => {
  const { rounds, reported, fail, settled } = failing();
  const error = new Error('the reader of /proc ended');
  fail(error);
  await settled();
  expect(reported).toEqual([error]);
  rounds.close();
});

test('one that ends because all does is not', async () => {
  const { rounds, reported, fail, settled } = failing();
  rounds.close();
  fail(new Error('the reader of /proc ended: it was stopped'));
  await settled();
  expect(reported).toEqual([]);
});
