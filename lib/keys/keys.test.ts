import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import { zhCN } from '../i18n/zh-CN';
import { actionOf, KEYS, keysOnBoard, strokeOf, type Pressed, type Strokes } from './keys';

const NOTHING_HELD: Omit<Pressed, 'key'> = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};
const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  ...NOTHING_HELD,
  key,
  ...held,
});

const allStrokes = (lines: Readonly<Record<string, Strokes>>): string[] =>
  Object.values(lines).flatMap((line) => Object.values(line).flat());

describe('a stroke', () => {
  it.each<[string, Pressed, string | null]>([
    ['a character', press('v'), 'v'],
    ['one that Shift makes', press('V', { shiftKey: true }), 'V'],
    ['one that takes Shift on some boards only', press('+', { shiftKey: true }), '+'],
    ['an arrow', press('ArrowUp'), 'ArrowUp'],
    ['an arrow with Shift', press('ArrowUp', { shiftKey: true }), 'Shift+ArrowUp'],
    ['a space with Shift', press(' ', { shiftKey: true }), 'Shift+ '],
    ['Control', press('k', { ctrlKey: true }), 'Control+k'],
    ['Control while capitals are locked', press('K', { ctrlKey: true }), 'Control+k'],
    ['Command on a Mac', press('k', { metaKey: true }), 'Control+k'],
    ['Control and Home', press('Home', { ctrlKey: true }), 'Control+Home'],
    ['Alt is the browser’s', press('v', { altKey: true }), null],
  ])('%s', (_, pressed, stroke) => expect(strokeOf(pressed)).toBe(stroke));

  it.each([
    ['v', 'v'],
    ['V', 'Shift V'],
    ['Control+k', 'Ctrl K'],
    ['Shift+ArrowUp', 'Shift ↑'],
    ['Control+Home', 'Ctrl Home'],
    [' ', 'Space'],
    ['Shift+ ', 'Shift Space'],
    ['-', '−'],
    ['+', '+'],
    [',', ','],
    ['Escape', 'Esc'],
  ])('%s stands on the keys as %s', (stroke, shown) => expect(keysOnBoard(stroke)).toBe(shown));
});

describe('the list of keys', () => {
  it.each(Object.entries(KEYS))('gives no stroke two meanings in %s', (_, lines) => {
    const strokes = allStrokes(lines);
    expect(strokes).toHaveLength(new Set(strokes).size);
  });

  it.each([
    ['English', en],
    ['Chinese', zhCN],
  ])('has a sentence in %s for each line, and no other', (_, { help }) => {
    for (const [place, lines] of Object.entries(KEYS)) {
      const sentences: Readonly<Record<string, string>> = Object.fromEntries(
        Object.entries(Object.entries(help.keys).find(([name]) => name === place)?.[1] ?? {}),
      );
      expect(Object.keys(sentences).sort()).toEqual(Object.keys(lines).sort());
      expect(new Set(Object.values(sentences)).size).toBe(Object.keys(lines).length);
    }
  });

  it('tells what was asked for', () => {
    expect(actionOf(KEYS.everywhere.views, 'V')).toBe('previous');
    expect(actionOf(KEYS.recording.marks, '.')).toBe('after');
    expect(actionOf(KEYS.lens.lens, '3')).toBe('mnt');
    expect(actionOf(KEYS.recording.marks, 'Control+.')).toBeNull();
    expect(actionOf(KEYS.everywhere.views, null)).toBeNull();
  });
});
