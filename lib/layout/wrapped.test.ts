import { expect, it } from 'vitest';
import { sansWidth } from './node-text';
import { wrapped } from './wrapped';

it('breaks English at spaces and Chinese anywhere but before a stop', () => {
  expect(wrapped('one two three', 60, 12)).toEqual(['one two', 'three']);
  expect(wrapped('一个框是一。', 63, 12)).toEqual(['一个框是', '一。']);
});

it('keeps brackets and stops at the words that they belong to', () => {
  expect(wrapped('root（0）', 34, 12)).toEqual(['root', '（0）']);
  expect(wrapped('里的 root（0）就是', 62, 12)).toEqual(['里的 root', '（0）就是']);
});

it('loses nothing and is as narrow as asked for', () => {
  const text = 'A box is one PID namespace. 一个点是一个进程，点上的数字是它自己看到的 PID。';
  for (const width of [120, 200, 333]) {
    const lines = wrapped(text, width, 13);
    expect(lines.join(' ').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(sansWidth(line, 13)).toBeLessThanOrEqual(width);
  }
});
