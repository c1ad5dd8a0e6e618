import { expect, it } from 'vitest';
import { errnoName } from './c-library';

it.each([
  ['a number with one name', 13, 'EACCES'],
  ['a number with two', 11, 'EAGAIN'],
  ['one that has none', 4000, 'errno 4000'],
])('%s', (_case, errno, name) => {
  expect(errnoName(errno)).toBe(name);
});
