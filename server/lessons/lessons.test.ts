import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { TWINS } from '@lib/lessons/fixtures/twins';
import { listedOf } from '@lib/lessons/listed';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { ROOT } from '../root';
import { UsageError } from '../usage-error';
import { Lessons } from './lessons';
import { readLesson } from './read-lesson';
import { shippedLessons } from './shipped';

const english = commandMessagesFor('en');
const folder = mkdtempSync(join(tmpdir(), 'nsview-lessons-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'lesson.yaml');
  writeFileSync(file, content);
  return file;
}

async function lessonIn(text: string) {
  const read = await readLesson(fileOf(text), english);
  if ('lesson' in read) return read.lesson;
  throw new Error(read.mistakes.join('\n'));
}

describe('readLesson', () => {
  it('reads one', async () => {
    expect(await lessonIn(TWINS)).toMatchObject({ id: 'twins', steps: [{ id: 'first' }, {}] });
  });

  it.each([
    ['en', 'line 34: step last, kind: got "recab": did you mean "recap"?'],
    ['zh-CN', 'line 34: 步骤 last，kind：收到“recab”：是想写“recap”吗？'],
  ] as const)('tells of a mistake in the language %s', async (language, line) => {
    const file = fileOf(TWINS.replace('kind: recap', 'kind: recab'));
    const read = await readLesson(file, commandMessagesFor(language));
    expect(read).toEqual({ mistakes: [line.replace('line 34', `${file}:34`)] });
  });

  it('of text in another encoding, where it is', async () => {
    const file = fileOf(Buffer.from(TWINS.replace('Twins', 'Zw\u00f6lf'), 'latin1'));
    const mistakes = [expect.stringMatching(/:2: this is not written in UTF-8/)];
    expect(await readLesson(file, english)).toEqual({ mistakes });
  });

  it('reads no more of a large file than shows that it is one', async () => {
    const mistakes = [expect.stringMatching(/^\/dev\/zero:1: the file has more than 262144 bytes/)];
    expect(await readLesson('/dev/zero', english)).toEqual({ mistakes });
  });

  it.each([
    ['that is not there', join(folder, 'none.yaml'), /cannot open .*none\.yaml: ENOENT/],
    ['that is a folder', folder, /cannot open .*: EISDIR/],
    ['of no file system', 'a\0b', /cannot open ab: /],
  ])('says of a file %s that it cannot be opened', async (_, file, why) => {
    const reading = readLesson(file, english);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(why);
  });
});

describe('shippedLessons', () => {
  it('are read but for those that cannot be, each with what is wrong', async () => {
    const course = join(folder, 'course');
    cpSync(join(ROOT, 'lib/lessons/course'), course, { recursive: true });
    rmSync(join(course, 'process.yaml'));
    writeFileSync(join(course, 'kernel.yaml'), TWINS.replace('kind: recap', 'kind: recab'));
    const told = (await shippedLessons(english, course)).map(listedOf);
    expect(told.map(({ id, number }) => [number, id])).toEqual(
      SHIPPED_LESSONS.map((id, index) => [index + 1, id]),
    );
    expect(told.filter((each) => 'mistakes' in each)).toEqual([
      { id: 'process', number: 2, mistakes: [expect.stringMatching(/process\.yaml: ENOENT/)] },
      { id: 'kernel', number: 3, mistakes: [expect.stringMatching(/kernel\.yaml:34: .*recab/)] },
    ]);
  });
});

describe('Lessons', () => {
  it('are those that come with nsview, in the order of the course', async () => {
    const all = await new Lessons(null).all();
    expect(all.map(({ id }) => id)).toEqual(SHIPPED_LESSONS);
  });

  it("have one of a teacher's own in front, and it shifts no number", async () => {
    const lessons = new Lessons(await lessonIn(TWINS));
    expect((await lessons.all()).map(({ id, number }) => [number, id])).toEqual([
      [null, 'twins'],
      ...SHIPPED_LESSONS.map((id, index) => [index + 1, id]),
    ]);
    expect(await lessons.byId('twins')).toMatchObject({
      read: { lesson: { title: { en: 'Twins' } } },
    });
    expect(await lessons.byId('triplets')).toBeNull();
  });

  it('have it in the place of the one that goes by its id', async () => {
    const lessons = new Lessons(await lessonIn(TWINS.replace('id: twins', 'id: limits')));
    const others = SHIPPED_LESSONS.filter((id) => id !== 'limits');
    expect((await lessons.all()).map(({ id }) => id)).toEqual(['limits', ...others]);
    expect(await lessons.byId('limits')).toMatchObject({
      number: null,
      read: { lesson: { title: { en: 'Twins' } } },
    });
  });
});
