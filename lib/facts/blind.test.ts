import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import type { Container } from '../model/container';
import { container, courseMachine } from '../select/course-machine';
import { vantageOf } from '../select/vantage';
import { blindSpot, stoppedAs } from './blind';

const NO_PROCESS = 'It has no process, so there is nothing to look from.';

it.each<[string, Partial<Container>, boolean, string, boolean]>([
  [
    'ended',
    { state: 'exited', exitCode: 137 },
    false,
    `exited (137): ${NO_PROCESS} Start it:`,
    true,
  ],
  [
    'ended, for a class',
    { state: 'exited', exitCode: 0 },
    true,
    `exited (0): ${NO_PROCESS}`,
    false,
  ],
  ['ended, nobody knows how', { state: 'exited' }, true, `exited: ${NO_PROCESS}`, false],
  ['was made', { state: 'created' }, false, `created: ${NO_PROCESS} Start it:`, true],
  [
    'ended, and no process was told',
    { state: 'exited', exitCode: 0, unreadable: { pid: 'ENODATA' } },
    true,
    `exited (0): ${NO_PROCESS}`,
    false,
  ],
  [
    'is in a state that is not known',
    { state: 'exited', exitCode: 0, unreadable: { state: 'EINVAL' } },
    true,
    `state unknown: ${NO_PROCESS}`,
    false,
  ],
  ['is dead', { state: 'dead' }, false, `dead: ${NO_PROCESS}`, false],
])('nothing is seen from a container that %s', (_, change, isTaught, text, hasCommand) => {
  const there = container({ name: 'c9', id: '9'.repeat(64), pid: 0, ...change });
  const snapshot = { ...courseMachine, containers: [...courseMachine.containers, there] };
  const told = blindSpot(snapshot, vantageOf(snapshot, there), 'c9', messagesFor('en'), isTaught);
  expect(`${stoppedAs(there, messagesFor('en')) ?? ''}: ${told.text}`).toBe(text);
  expect(told.command !== null).toBe(hasCommand);
  expect(told.kept).toBe(false);
});
