import { expect, it } from 'vitest';
import { isTypingOver } from './commands-of';
import type { StepRun } from './run';

const SHOWN: StepRun = {
  since: 0,
  newestTicks: 0,
  wasOpen: true,
  bound: {},
  openHints: [],
  before: {},
};

it.each<[string, 'do' | 'observe' | 'recap', StepRun | undefined, boolean]>([
  ['it was not shown', 'do', undefined, false],
  ['it waits', 'do', SHOWN, false],
  ['what it does was seen', 'do', { ...SHOWN, doneAt: 1, told: false }, true],
  ['the lab ran it', 'observe', { ...SHOWN, doneAt: 1, told: false }, true],
  ['it was only answered', 'observe', { ...SHOWN, doneAt: 1, told: true }, false],
  ['a recap, answered', 'recap', { ...SHOWN, doneAt: 1, told: true }, false],
  ['a recap, run by the lab', 'recap', { ...SHOWN, doneAt: 1, told: false }, false],
])('what a step has typed is over: %s', (_, kind, run, isOver) => {
  expect(isTypingOver({ kind }, run)).toBe(isOver);
});
