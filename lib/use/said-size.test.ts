import { describe, expect, it } from 'vitest';
import { saidSize } from './said-size';

describe('bytes as a person says them', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KiB'],
    [12_288, '12 KiB'],
    [67_108_864, '64 MiB'],
    [1_610_612_736, '1.5 GiB'],
    [2 ** 63, '8192 PiB'],
  ])('%d is %s', (bytes, said) => expect(saidSize(bytes).text).toBe(said));

  it('are told in the unit of what they are held against', () => {
    expect(saidSize(524_288, 'MiB').text).toBe('0.5 MiB');
    expect(saidSize(2_147_483_648, 'MiB').text).toBe('2048 MiB');
  });
});
