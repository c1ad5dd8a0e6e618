import { beforeEach, expect, it } from 'vitest';
import { readingOfListing } from '@lib/docker/container';
import type { ContainerListing } from '@lib/docker/reading';
import { ContainerTable } from './container-table';

/* An engine that lists what it then tells nothing of: what held a pod, and has no process. */

const ENDED: ContainerListing = {
  ...{ id: 'p', name: 'p', image: '', state: 'exited', labels: {}, imageId: null },
};
let listed: ContainerListing[];
let tells: boolean;
let told: string[][];
let table: ContainerTable;
const engine = {
  list: () => Promise.resolve(listed),
  inspect: () => {
    const [one] = listed;
    return Promise.resolve(tells && one !== undefined ? readingOfListing(one, 'EACCES') : null);
  },
};
const relist = async () => {
  const { inspected } = await table.relist(engine, false);
  await inspected;
  return told.splice(0);
};

beforeEach(async () => {
  listed = [ENDED];
  tells = false;
  told = [];
  table = new ContainerTable(
    () => told.push(table.all().map(({ id }) => id)),
    () => undefined,
  );
  expect(await relist()).toEqual([['p'], []]);
});

it('is not told again with each list', async () => {
  expect(await relist()).toEqual([]);
  expect(await relist()).toEqual([]);
});

it('is told as soon as there is something to tell', async () => {
  tells = true;
  expect(await relist()).toEqual([['p']]);
  expect(await relist()).toEqual([]);
});

it('is another one where its id comes again', async () => {
  listed = [];
  expect(await relist()).toEqual([]);
  listed = [ENDED];
  expect(await relist()).toEqual([['p'], []]);
});
