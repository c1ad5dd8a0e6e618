import { afterEach, expect, it } from 'vitest';
import { courseMachine, courseMachineWith } from '@lib/select/course-machine';
import { useNsview } from './store';
import { whoseUse } from './uses';

const [c1] = courseMachine.containers;
if (c1 === undefined) throw new Error('the course has a c1');
const asked = { name: 'use', container: 'c1' };

afterEach(() => {
  useNsview.setState({ snapshot: null });
});

it('finds whose use is asked about in the life that it has then', () => {
  useNsview.setState({ snapshot: courseMachine });
  expect(whoseUse(asked)).toBe(c1);
  const again = { ...c1, pid: 9001, startedAt: '2026-11-23T16:00:00.000Z' };
  useNsview.setState({ snapshot: courseMachineWith({ containers: [again] }) });
  expect(whoseUse(asked)).toBe(again);
});

it.each([
  ['another question', { name: 'config', container: 'c1' }],
  ['several at once', { name: 'use', container: ['c1'] }],
  ['one that is not there', { name: 'use', container: 'c9' }],
])('is nobody’s: %s', (_, question) => {
  useNsview.setState({ snapshot: courseMachine });
  expect(whoseUse(question)).toBeNull();
});

it('is nobody’s before anything was seen', () => {
  expect(whoseUse(asked)).toBeNull();
});
