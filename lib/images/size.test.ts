import { expect, it } from 'vitest';
import { dockerSize } from './size';

it.each([
  [0, '0B'],
  [6, '6B'],
  [999, '999B'],
  [1000, '1kB'],
  [1234, '1.23kB'],
  [307_200, '307kB'],
  [1_984_172, '1.98MB'],
  [77_900_000, '77.9MB'],
  [999_600, '1MB'],
  [1_130_000_000, '1.13GB'],
  [4.2e16, '42PB'],
])('%i bytes are %s', (bytes, text) => {
  expect(dockerSize(bytes)).toBe(text);
});
