import { expect, it } from 'vitest';
import { PARAMETERS, unknownParameters } from './parameters';

it('knows what an address can have', () => {
  expect(PARAMETERS.filter((name) => unknownParameters(`${name}=?`).length > 0)).toEqual([]);
  expect(unknownParameters('veiw=lens&view=lens&colour=red&colour=blue')).toEqual([
    'veiw',
    'colour',
  ]);
});
