import { describe, expect, it } from 'vitest';
import { binarySize } from './binary-size';

describe('bytes as limits are given', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KiB'],
    [12_288, '12 KiB'],
    [67_108_864, '64 MiB'],
    [1_610_612_736, '1.5 GiB'],
    [2 ** 63, '8192 PiB'],
  ])('%d is %s', (bytes, said) => expect(binarySize(bytes)).toBe(said));
});
