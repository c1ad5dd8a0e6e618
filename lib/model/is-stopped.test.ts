import { expect, it } from 'vitest';
import type { Container } from './container';
import { isStopped } from './is-stopped';

const UNTOLD = { pid: 'EACCES' };

it.each<[string, Pick<Container, 'pid' | 'state' | 'unreadable'>, boolean]>([
  ['runs', { pid: 7, state: 'running', unreadable: {} }, false],
  ['has exited', { pid: 0, state: 'exited', unreadable: {} }, true],
  ['has just been made', { pid: 0, state: 'created', unreadable: {} }, true],
  [
    'is said to run, with nothing known to be missing',
    { pid: 0, state: 'running', unreadable: {} },
    true,
  ],
  ['runs, and its process is not told', { pid: 0, state: 'running', unreadable: UNTOLD }, false],
  [
    'is paused, and its process is not told',
    { pid: 0, state: 'paused', unreadable: UNTOLD },
    false,
  ],
  [
    'has exited, and its process is not told',
    { pid: 0, state: 'exited', unreadable: UNTOLD },
    true,
  ],
  [
    'runs, and something else is not told',
    { pid: 0, state: 'running', unreadable: { startedAt: 'ENODATA' } },
    true,
  ],
])('tells whether one is stopped that %s', (_, container, expected) => {
  expect(isStopped(container)).toBe(expected);
});
