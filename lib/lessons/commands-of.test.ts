import { expect, it } from 'vitest';
import { isTypingOver } from './commands-of';
import type { Evidence, StepRun } from './run';

const SHOWN: StepRun = {
  since: 0,
  newestTicks: 0,
  wasOpen: true,
  bound: {},
  openHints: [],
  before: {},
};

type Fact = Pick<Evidence, 'truth'>;
const SO: Fact = { truth: { is: 'true' } };
const NOT: Fact = { truth: { is: 'false' } };

it.each<[string, 'do' | 'observe' | 'recap', StepRun | undefined, boolean, Fact[]?]>([
  ['it was not shown', 'do', undefined, false],
  ['it waits', 'do', SHOWN, false],
  ['what it does was seen', 'do', { ...SHOWN, doneAt: 1, told: false }, true],
  ['the lab ran it', 'observe', { ...SHOWN, doneAt: 1, told: false }, true],
  ['it was only answered', 'observe', { ...SHOWN, doneAt: 1, told: true }, false],
  [
    'answered, and one fact is not so',
    'observe',
    { ...SHOWN, doneAt: 1, told: true },
    false,
    [SO, NOT],
  ],
  [
    'answered, and all facts are so',
    'observe',
    { ...SHOWN, doneAt: 1, told: true },
    true,
    [SO, SO],
  ],
  ['a recap, answered', 'recap', { ...SHOWN, doneAt: 1, told: true }, false],
  ['a recap, run by the lab', 'recap', { ...SHOWN, doneAt: 1, told: false }, false],
])('what a step has typed is over: %s', (_, kind, run, isOver, told = []) => {
  expect(isTypingOver({ kind }, run, told)).toBe(isOver);
});
