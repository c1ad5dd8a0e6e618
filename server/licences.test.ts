import { expect, test } from 'vitest';
import { isAgreedTo } from './licences.mjs';

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0', false],
  ['(MIT OR GPL-3.0) AND ISC', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['none', false],
  ['MPL-2.0', false],
])('%s within the package: %s', (licence, agreed) => {
  expect(isAgreedTo(licence)).toBe(agreed);
});

test.each([
  ['MPL-2.0', true],
  ['MIT', true],
  ['AGPL-3.0', false],
])('%s beside it: %s', (licence, agreed) => {
  expect(isAgreedTo(licence, { beside: true })).toBe(agreed);
});
