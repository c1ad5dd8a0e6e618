import { expect, it } from 'vitest';
import type { Asked } from '../protocol/asked';
import { untilAskedAgain } from './asked-again';
import type { History } from './history';

const ONE: History = [{ at: 1, usedMs: 5 }];
const ANSWERED = { is: 'answered', answer: null } as const;
const REFUSED = { is: 'refused', code: 'gone' } as const;

it.each<[string, History, Asked<unknown>, number]>([
  ['soon after the first answer', [], ANSWERED, 600],
  ['later after the second', ONE, ANSWERED, 2000],
  ['later where it is refused from the first on', [], REFUSED, 2000],
  ['later where it is refused at last', ONE, REFUSED, 2000],
])('is asked again %s', (_, before, outcome, milliseconds) => {
  expect(untilAskedAgain(before, outcome)).toBe(milliseconds);
});
