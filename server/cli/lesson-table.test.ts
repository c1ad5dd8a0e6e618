import { expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { TWINS } from '@lib/lessons/fixtures/twins';
import { parseLesson } from '@lib/lessons/parse';
import { lessonTable } from './lesson-table';

const read = parseLesson(TWINS);
if (!('lesson' in read)) throw new Error(JSON.stringify(read.problems));
const lesson = {
  ...read.lesson,
  title: { en: 'What `free` tells', 'zh-CN': '`free` 说了什么' },
  about: { en: 'A look at `free`.' },
};
const LESSONS = [
  { id: 'twins', number: null, read: { lesson } },
  { id: 'other', number: 1, read: { mistakes: ['other.yaml:1: no'] } },
];

it.each([
  ['en', ['twins 2 What free tells A look at free.', 'other - cannot be read -']],
  ['zh-CN', ['twins 2 free 说了什么 A look at free.', 'other - 无法读取 -']],
] as const)('tells each lesson in letters alone, in %s', (language, expected) => {
  const table = lessonTable(LESSONS, { language, messages: commandMessagesFor(language) });
  const [, ...lines] = table.trimEnd().split('\n');
  expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual(expected);
});
