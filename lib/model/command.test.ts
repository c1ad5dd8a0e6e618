import { expect, it } from 'vitest';
import { commandOf } from './command';
import { process } from '../select/course-machine';

it.each([
  ['arguments joined by spaces', { args: ['sh', '-c', 'sleep 1d; :'] }, 'sh -c sleep 1d; :'],
  ['a kernel thread', { comm: 'kthreadd', args: null, kernelThread: true }, '[kthreadd]'],
  ['a zombie', { comm: 'sh', args: [], zombie: true }, '[sh]'],
  ['arguments that are all empty', { comm: 'sh', args: [''] }, '[sh]'],
  ['arguments that could not be read', { args: null, unreadable: { args: 'EACCES' } }, '[sleep]'],
])('%s', (_, change, expected) => {
  expect(commandOf(process({ pid: 5, ...change }))).toBe(expected);
});
