import { expect, it } from 'vitest';
import { SHOWN_STEP } from './fixtures/shown-step';
import { isTypingOver } from './commands-of';
import type { Evidence, StepRun } from './run';

type Fact = Pick<Evidence, 'truth'>;
const SO: Fact = { truth: { is: 'true' } };
const NOT: Fact = { truth: { is: 'false' } };

it.each<[string, 'do' | 'observe' | 'recap', StepRun | undefined, boolean, Fact[]?]>([
  ['it was not shown', 'do', undefined, false],
  ['it waits', 'do', SHOWN_STEP, false],
  ['what it does was seen', 'do', { ...SHOWN_STEP, doneAt: 1, told: false }, true],
  ['the lab ran it', 'observe', { ...SHOWN_STEP, doneAt: 1, told: false }, true],
  ['it was only answered', 'observe', { ...SHOWN_STEP, doneAt: 1, told: true }, false],
  [
    'answered, and one fact is not so',
    'observe',
    { ...SHOWN_STEP, doneAt: 1, told: true },
    false,
    [SO, NOT],
  ],
  [
    'answered, and all facts are so',
    'observe',
    { ...SHOWN_STEP, doneAt: 1, told: true },
    true,
    [SO, SO],
  ],
  ['a recap, answered', 'recap', { ...SHOWN_STEP, doneAt: 1, told: true }, false],
  ['a recap, run by the lab', 'recap', { ...SHOWN_STEP, doneAt: 1, told: false }, false],
])('what a step has typed is over: %s', (_, kind, run, isOver, told = []) => {
  expect(isTypingOver({ kind }, run, told)).toBe(isOver);
});
