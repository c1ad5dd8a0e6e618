import { expect, it } from 'vitest';
import { NO_USAGE_TOLD, newerState, ofRows, withStates, withUsage } from './usage-told';
import { process } from './course-machine';

const one = process({ pid: 7, startTicks: '70' });
const told = (state: string | null, startTicks = '70') => [{ pid: 7, startTicks, state }];
const stopped = withStates(NO_USAGE_TOLD, told('T'), [7]);

it('has the state that was told last of this very process', () => {
  expect(newerState(stopped, one)).toBe('T');
  expect(newerState(withStates(stopped, told('S'), [7]), one)).toBe('S');
  expect(newerState(stopped, { ...one, startTicks: '71' })).toBeNull();
  const another = withStates(stopped, told('T', '71'), [7]);
  expect(newerState(another, one)).toBeNull();
  expect(newerState(another, { ...one, startTicks: '71' })).toBe('T');
});

it.each([
  ['the same again', told('T'), [7]],
  ['no state', told(null), [7]],
  ['a row that is not on screen', told('S'), [8]],
])('is the very same after %s', (_, news, watched) => {
  expect(withStates(stopped, news, watched)).toBe(stopped);
});

it.each([
  ['what is on screen no more', ofRows(stopped, [8]), null],
  ['nothing where all rows are watched', ofRows(stopped, 'all'), 'T'],
  ['what usage tells anew', withUsage(stopped, { at: 1, rows: [] }, [7], []), null],
])('forgets %s', (_, after, expected) => {
  expect(newerState(after, one)).toBe(expected);
});
