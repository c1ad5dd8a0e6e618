import { expect, it } from 'vitest';
import { monoShortened, monoWidth } from './mono-text';

it('shortens commands to what fits, Chinese counted double', () => {
  expect(monoShortened('sleep 1d', 100, 12)).toBe('sleep 1d');
  expect(monoShortened('echo 你好你好你好', 80, 12)).toMatch(/…$/);
  expect(monoWidth(monoShortened('echo 你好你好你好', 80, 12), 12)).toBeLessThanOrEqual(80);
});
