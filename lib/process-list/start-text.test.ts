import { expect, it } from 'vitest';
import { dayOf, startText } from './start-text';

const LOCAL = (text: string) => new Date(text).toISOString();

it.each([
  ['2026-11-23T15:30:05', '2026-11-23', 'en', '15:30:05'],
  ['2026-11-23T00:00:00', '2026-11-23', 'zh-CN', '00:00:00'],
  ['2026-11-22T23:59:59', '2026-11-23', 'en', 'Nov 22'],
  ['2026-01-02T03:04:05', '2026-11-23', 'zh-CN', '1月2日'],
  ['2025-11-23T15:30:05', '2026-11-23', 'en', '2025-11-23'],
] as const)('%s on %s in %s is %s', (local, today, language, expected) => {
  expect(startText(LOCAL(local), today, language)).toBe(expected);
});

it('a day begins at midnight where the reader of the page is', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 0).getTime())).toBe('2026-01-05');
});
