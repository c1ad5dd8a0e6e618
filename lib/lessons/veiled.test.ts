import { expect, it } from 'vitest';
import { SHOWN_STEP } from './fixtures/shown-step';
import type { Step } from './lesson';
import type { StepRun } from './run';
import { isVeiled } from './veiled';

const predict: Step['predict'] = {
  ask: { en: 'Which?' },
  answers: [
    { id: 'one', text: { en: 'One' }, right: true, why: { en: 'So.' } },
    { id: 'two', text: { en: 'Two' }, right: false, why: { en: 'Not so.' } },
  ],
};
const SEEN: Step['done'] = { exists: 'c1' };
const ANSWERED: Step['done'] = { answered: true };

it.each<[string, Partial<Step>, StepRun | undefined, boolean]>([
  ['that looks at what is there', {}, undefined, true],
  ['that was shown and not answered', {}, SHOWN_STEP, true],
  ['that was answered', {}, { ...SHOWN_STEP, chosen: 'two' }, false],
  ['whose question was skipped', {}, { ...SHOWN_STEP, chosen: null }, false],
  ['that asks nothing', { predict: undefined }, undefined, false],
  ['that makes what is asked about', { kind: 'do', done: SEEN }, undefined, false],
  [
    'that makes it where it can be seen before',
    { kind: 'do', done: SEEN, veil: true },
    SHOWN_STEP,
    true,
  ],
  ['that looks back', { kind: 'recap' }, undefined, false],
  ['that looks back at what is there still', { kind: 'recap', veil: true }, undefined, true],
])('the picture beside a step %s', (_, change, run, is) => {
  const step = { kind: 'observe' as const, predict, done: ANSWERED, ...change };
  expect(isVeiled(step, run)).toBe(is);
});
