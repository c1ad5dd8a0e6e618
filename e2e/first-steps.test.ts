import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIRST_STEPS } from '../lib/facts/first-steps';

it('the README has the same first steps as the page without containers', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const typed = [...readme.matchAll(/^ *(docker .*)$/gm)].map(([, command]) => command);
  expect(typed).toEqual([...FIRST_STEPS.apart, ...FIRST_STEPS.joined]);
});
