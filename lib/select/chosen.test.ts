import { expect, it } from 'vitest';
import { containerKey } from '../model/ids';
import { HOST } from '../model/host-word';
import type { Selection } from '../view-state/selection';
import { alsoChosen, chosenIn, isEnded, pinned, selectedProcess } from './chosen';
import { courseMachine } from './course-machine';
import { findContainer } from '../model/container-ref';

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
  const id = containerKey(findContainer(courseMachine, 'c1') ?? expect.fail('no c1'));
  expect([...chosenIn(courseMachine, pair('c1', 'gone'))]).toEqual([id]);
  expect([...chosenIn(courseMachine, one(HOST))]).toEqual([HOST]);
  expect([...chosenIn(courseMachine, null)]).toEqual([]);
});

it('stays with a namespace, and does not go over to another that has its number now', () => {
  const [record] = courseMachine.namespaces;
  if (record === undefined) throw new Error('the course machine has namespaces');
  const selection = pinned(courseMachine, { kind: 'namespace', id: record.id });
  if (selection?.kind !== 'namespace') throw new Error('it is still selected');
  expect([...chosenIn(courseMachine, selection)]).toEqual([record.id]);

  const [, ...others] = courseMachine.namespaces;
  const renewed = { ...courseMachine, namespaces: [{ ...record, lifetime: 'another' }, ...others] };
  expect(pinned(renewed, selection)).toBe(selection);
  expect(isEnded(renewed, selection)).toBe(true);
  expect([...chosenIn(renewed, selection)]).toEqual([]);

  // Gone, it keeps its place: it can be told as not there (any more).
  expect(isEnded({ ...courseMachine, namespaces: others }, selection)).toBe(false);
});

it('stays with a process, and does not go over to another that has its number now', () => {
  const [process] = courseMachine.processes;
  if (process === undefined) throw new Error('the course machine has processes');
  const { pid } = process;
  const selection = pinned(courseMachine, { kind: 'process', pid });
  if (selection?.kind !== 'process') throw new Error('it is still selected');
  expect(selectedProcess(courseMachine, selection)).toBe(process);
  const processes = [{ ...process, startTicks: `${process.startTicks}1` }];
  const later = { ...courseMachine, processes };
  expect(selectedProcess(later, selection)).toBeNull();
  expect(pinned(later, selection)).toBe(selection);
  // A link that was opened later means the one that is there then.
  expect(selectedProcess(later, { kind: 'process', pid })).toBe(processes[0]);
  expect([...chosenIn(courseMachine, selection)]).toEqual([]);
});
