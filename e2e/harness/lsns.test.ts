import { expect, it } from 'vitest';
import { countsOf } from './lsns';

it('takes namespaces of lsns from every depth', () => {
  const pid = (ns: number, nprocs: number, children?: unknown[]) => ({
    ns,
    type: 'pid',
    nprocs,
    pid: 1,
    user: 'root',
    command: 'sh',
    ...(children === undefined ? {} : { children }),
  });
  const printed = { namespaces: [pid(1, 90, [pid(2, 3, [pid(3, 1)]), pid(4, 2)]), pid(5, 7)] };
  expect([...countsOf(JSON.stringify(printed))]).toEqual([
    ['pid:1', 90],
    ['pid:2', 3],
    ['pid:3', 1],
    ['pid:4', 2],
    ['pid:5', 7],
  ]);
});

it('takes numbers that lsns prints as text', () => {
  const printed = { namespaces: [{ ns: '8', type: 'net', nprocs: '2', pid: '7' }] };
  expect([...countsOf(JSON.stringify(printed))]).toEqual([['net:8', 2]]);
});
