import { expect, it } from 'vitest';
import { dayOf, startTexts } from './start-text';

const LOCAL = (text: string) => new Date(text).toISOString();

it.each([
  ['2026-11-23T15:30:05', '2026-11-23', 'en', '15:30:05'],
  ['2026-11-23T00:00:00', '2026-11-23', 'zh-CN', '00:00:00'],
  ['2026-11-22T23:59:59', '2026-11-23', 'en', 'Nov 22'],
  ['2026-01-02T03:04:05', '2026-11-23', 'zh-CN', '1月2日'],
  ['2025-11-23T15:30:05', '2026-11-23', 'en', '2025-11-23'],
] as const)('%s on %s in %s is %s', (local, today, language, expected) => {
  expect(startTexts(language, today)(LOCAL(local))).toBe(expected);
});

it('a day begins at midnight where the reader of the page is', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 0).getTime())).toBe('2026-01-05');
});

it.each([
  ['Asia/Shanghai', '2026-11-24', '00:30:00'],
  ['America/New_York', '2026-11-23', '11:30:00'],
  ['UTC', '2026-11-23', '16:30:00'],
])('in %s the day is %s, and it began at %s', (timeZone, today, expected) => {
  const moment = '2026-11-23T16:30:00.000Z';
  expect(dayOf(Date.parse(moment), timeZone)).toBe(today);
  expect(startTexts('en', today, timeZone)(moment)).toBe(expected);
});
