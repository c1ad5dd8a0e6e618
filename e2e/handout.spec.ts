import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Text } from '../lib/lessons/lesson';
import { plainText, textIn } from '../lib/lessons/text';
import { LANGUAGES, type Language } from '../lib/model/language';
import { mustRun, run } from './harness/command';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';

/* Lessons on paper: what a browser makes of them when it prints. */

type Format = 'A4' | 'Letter';

/** What is left between the margins, in CSS pixels: the lower paper, and the narrower one. */
const ROOM = { width: 680, height: 930 };

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-handout-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** A page as text without what a line break may put in or take away. */
function letters(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Opens a lesson as it is for paper. */
async function open(page: Page, id: string, language: Language): Promise<void> {
  const file = join(folder, `${id}-${language}.html`);
  const args = ['lesson', 'print', id, '--lang', language, '-o', file];
  await mustRun(process.execPath, [PROGRAM, ...args]);
  await page.goto(`file://${file}`);
  await page.evaluate(() => document.fonts.ready);
}

/** What is on each page of paper. */
async function printed(page: Page, format: Format): Promise<string[]> {
  const pdf = join(folder, 'lesson.pdf');
  await page.pdf({ path: pdf, format });
  const text = await mustRun('pdftotext', ['-layout', pdf, '-']);
  return text.split('\f').map(letters);
}

const PAPERS: Readonly<Record<Language, Format>> = { en: 'A4', 'zh-CN': 'Letter' };

for (const language of LANGUAGES) {
  const format = PAPERS[language];
  test(`on ${format}, in ${language}: all of a lesson, its answers on the last pages alone`, async ({
    page,
  }) => {
    await open(page, 'isolation', language);
    const pages = await printed(page, format);
    const { steps } = courseLesson('isolation');
    expect(pages.length).toBeGreaterThan(5);
    // No more than a page for each step, and some for the answers.
    expect(pages.length).toBeLessThanOrEqual(steps.length + 4);
    const heading = language === 'en' ? 'Answers' : '答案';
    const first = pages.findIndex((text) => text.startsWith(heading));
    expect(first).toBeGreaterThan(3);
    const [asked, answered] = [pages.slice(0, first).join(''), pages.slice(first).join('')];
    const said = (text: Text) => letters(plainText(textIn(text, language)));
    for (const { title, predict, run: lines, why } of steps) {
      expect(asked).toContain(said(title));
      for (const line of lines) expect(asked).toContain(letters(line));
      if (why !== undefined) expect(asked).not.toContain(said(why));
      for (const answer of predict?.answers ?? []) {
        expect(asked).toContain(said(answer.text));
        expect(asked).not.toContain(said(answer.why));
        expect(answered).toContain(said(answer.why));
      }
    }
  });
}

test('nothing of a step is cut: it fits on a page, and all in it into its width', async ({
  page,
}) => {
  await page.setViewportSize({ width: ROOM.width, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  for (const id of ['namespaces', 'isolation']) {
    for (const language of LANGUAGES) {
      await open(page, id, language);
      const over = await page.evaluate(
        (room) =>
          [...document.querySelectorAll('.step, figure, pre, code, dl, p')]
            .filter(({ clientHeight, scrollWidth, clientWidth }) => {
              return clientHeight > room.height || scrollWidth > clientWidth;
            })
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        ROOM,
      );
      expect(over, `${id}, ${language}`).toEqual([]);
    }
  }
});

test('the list of lessons leads to it; it runs nothing, and fetches nothing', async ({
  page,
  context,
  nsview,
}) => {
  await openNsview(page, nsview, 'view=matrix&lang=zh-CN');
  await page.keyboard.press('l');
  const opened = context.waitForEvent('page');
  await page.locator('[data-handout="isolation"]').click();
  const handout = await opened;
  await expect(handout).toHaveURL(/\/lessons\/isolation\/handout\?lang=zh-CN$/);
  await expect(handout.getByRole('heading', { level: 1 })).toHaveText('隔离实战');
  await expect(handout.locator('svg').first()).toBeVisible();
  const loaded = await handout.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(loaded.filter((name) => !name.startsWith('data:'))).toEqual([]);

  const answered = await fetch(`${nsview.url}/lessons/isolation/handout?lang=en`);
  expect(answered.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
  for (const [path, status, says] of [
    ['nets/handout', 404, /There is no lesson "nets": there are images, /],
    ['isolation/handout?lang=fr', 400, /lang: got "fr", expected one of en, zh-CN/],
  ] as const) {
    const refused = await fetch(`${nsview.url}/lessons/${path}`);
    expect(refused.status).toBe(status);
    expect(await refused.text()).toMatch(says);
  }
});

test('a wrong call is told in a line; a lesson of one’s own is printed as well', async () => {
  const print = (...args: string[]) =>
    run(process.execPath, [PROGRAM, 'lesson', ...args], { LC_ALL: 'C' });
  for (const [args, line] of [
    [['print'], /^nsview: lesson: print wants one lesson/],
    [['print', 'isolation', 'images'], /^nsview: lesson: print wants one lesson/],
    [['print', 'nets'], /^nsview: cannot open nets: ENOENT/],
    [['print', 'isolation', '--lang', 'fr'], /^nsview: --lang: got "fr", expected en, zh-CN/],
    [['print', 'isolation', '-o', folder], /^nsview: cannot write \S+: EISDIR/],
    [['list', '--lang', 'en'], /^nsview: lesson: --lang and --output are for print/],
  ] as const) {
    const { code, stdout, stderr } = await print(...args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^.*\n$/);
  }
  const own = join(import.meta.dirname, '../lib/lessons/course/kernel.yaml');
  const { code, stdout } = await print('print', own);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).toContain('<p class="which">Lesson</p>');
});
