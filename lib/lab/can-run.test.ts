import { expect, it } from 'vitest';
import { canRun } from './can-run';

it('of each step, the commands that can be run', () => {
  const rule = { code: 'reads' } as const;
  const because = { code: 'no-such-call' } as const;
  expect(
    canRun([
      { step: 'one', command: 0, runs: true, rule },
      { step: 'one', command: 1, runs: false, because },
      { step: 'one', command: 2, runs: true, rule },
      { step: 'two', command: 0, runs: false, because },
    ]),
  ).toEqual({ one: [0, 2] });
});
