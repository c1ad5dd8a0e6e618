import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { TWINS } from '@lib/lessons/fixtures/twins';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { UsageError } from '../usage-error';
import { Lessons } from './lessons';
import { readLesson } from './read-lesson';

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

describe('Lessons', () => {
  it('are those that come with nsview, in the order of the course', async () => {
    const all = await new Lessons(null).all();
    expect(all.map(({ id }) => id)).toEqual(SHIPPED_LESSONS);
  });

  it("have one of a teacher's own in front", async () => {
    const lessons = new Lessons(await lessonIn(TWINS));
    expect((await lessons.all()).map(({ id }) => id)).toEqual(['twins', ...SHIPPED_LESSONS]);
    expect(await lessons.byId('twins')).toMatchObject({ title: { en: 'Twins' } });
    expect(await lessons.byId('triplets')).toBeNull();
  });

  it('have it in the place of the one that goes by its id', async () => {
    const lessons = new Lessons(await lessonIn(TWINS.replace('id: twins', 'id: limits')));
    const others = SHIPPED_LESSONS.filter((id) => id !== 'limits');
    expect((await lessons.all()).map(({ id }) => id)).toEqual(['limits', ...others]);
    expect(await lessons.byId('limits')).toMatchObject({ title: { en: 'Twins' } });
  });
});
