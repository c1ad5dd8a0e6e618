import { expect, it } from 'vitest';
import { HOST } from '../model/host-word';
import type { Selection } from '../view-state/view-state';
import { alsoChosen, chosenIn } from './chosen';
import { courseMachine } from './course-machine';
import { findContainer } from './vantage';

const one = (ref: string): Selection => ({ kind: 'container', ref });
const pair = (first: string, second: string): Selection => ({
  kind: 'pair',
  refs: [first, second],
});

it.each([
  [null, 'c1', one('c1')],
  [one('c1'), 'c2', pair('c1', 'c2')],
  [one('c1'), 'c1', null],
  [one(HOST), 'c1', one('c1')],
  [one('c1'), HOST, one(HOST)],
  [pair('c1', 'c2'), 'c1', one('c2')],
  [pair('c1', 'c2'), 'c2', one('c1')],
  [pair('c1', 'c2'), 'vault', pair('c1', 'vault')],
])('%j and %s', (selection, ref, expected) => {
  expect(alsoChosen(selection, ref)).toEqual(expected);
});

it('knows what is there, and leaves out what is not', () => {
  const id = findContainer(courseMachine, 'c1')?.id;
  expect([...chosenIn(courseMachine, pair('c1', 'gone'))]).toEqual([id]);
  expect([...chosenIn(courseMachine, one(HOST))]).toEqual([HOST]);
  expect([...chosenIn(courseMachine, null)]).toEqual([]);
});
