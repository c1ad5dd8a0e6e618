import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { TWINS } from '@lib/lessons/fixtures/twins';
import { lessonSchema } from '@lib/lessons/lesson';
import { listedSchema, type Listed } from '@lib/lessons/listed';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { run, type Outcome } from './harness/command';
import { expect, test } from './harness/fixtures';
import { spawnNsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';

/* Lessons as files: what the command says of them, and the server that is given one. */

const NOWHERE = 'unix:///nonexistent/d.sock';
const listed = z.array(listedSchema);

function stepsOf(lesson: Listed) {
  if ('mistakes' in lesson) throw new Error(lesson.mistakes.join('\n'));
  return lesson.steps;
}

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-lesson-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const MISTAKEN = TWINS.replace('kind: recap', 'kind: recab').replace('[c1, 137]', '[c9, 137]');

function lesson(args: readonly string[], language = 'C'): Promise<Outcome> {
  return run(process.execPath, [PROGRAM, 'lesson', ...args], { LC_ALL: language });
}

test('the lessons that come with nsview are listed, in the order of the course', async () => {
  const { code, stdout, stderr } = await lesson(['list']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [titles, ...lines] = stdout.trimEnd().split('\n');
  expect(titles).toMatch(/^ID +STEPS TITLE +ABOUT$/);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(SHIPPED_LESSONS);

  const json = await lesson(['list', '--json']);
  const told = listed.parse(JSON.parse(json.stdout));
  expect(told.map(({ id }) => id)).toEqual(SHIPPED_LESSONS);
  for (const each of told) expect(stepsOf(each).length).toBeGreaterThan(3);

  const chinese = await lesson(['list'], 'zh_CN.UTF-8');
  const inChinese = told.map((each) => ('title' in each ? each.title['zh-CN'] : null) ?? '');
  for (const title of inChinese) expect(chinese.stdout).toContain(title);
});

test('a file is checked: a line for each mistake, in the language of the shell', async () => {
  const whole = file('whole.yaml', TWINS);
  expect(await lesson(['check', whole])).toEqual({
    code: 0,
    stdout: `${whole}: twins, 2 steps: no mistakes\n`,
    stderr: '',
  });

  const mistaken = file('mistaken.yaml', MISTAKEN);
  const told = await lesson(['check', mistaken, whole]);
  expect(told).toMatchObject({ code: 1, stderr: '' });
  expect(told.stdout.split('\n')).toEqual([
    `${mistaken}:25: step first, evidence[2].any[1].exited: the lesson has no container "c9": name it in containers`,
    `${mistaken}:34: step last, kind: got "recab": did you mean "recap"?`,
    `${whole}: twins, 2 steps: no mistakes`,
    '',
  ]);

  const chinese = await lesson(['check', mistaken], 'zh_CN.UTF-8');
  expect(chinese.code).toBe(1);
  expect(chinese.stdout).toContain(
    `${mistaken}:34: 步骤 last，kind：收到“recab”：是想写“recap”吗？\n`,
  );
});

test('what is in a file does nothing to a terminal', async () => {
  const hostile = file('hostile.yaml', TWINS.replace('kind: recap', 'kind: "\\e[2J\\u202e"'));
  const { code, stdout } = await lesson(['check', hostile]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^\S+:34: step last, kind: got "\[2J": expected one of predict, do, .*\n$/,
  );
});

test('a wrong call is told in a line', async () => {
  const none = join(folder, 'none.yaml');
  for (const [args, line] of [
    [[], /^nsview: lesson: got "", expected list, check and files/],
    [['try'], /^nsview: lesson: got "try", expected list, check and files/],
    [['check'], /^nsview: lesson: check wants the files of lessons/],
    [['check', none], /^nsview: cannot open \S+none\.yaml: ENOENT/],
    [['check', folder], /^nsview: cannot open \S+: EISDIR/],
  ] as const) {
    const { code, stdout, stderr } = await lesson(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^.*\n$/);
  }
  const help = await lesson(['--help'], 'zh_CN.UTF-8');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/^用法：nsview lesson list/);
});

test('the server has the lessons that come with nsview', async ({ nsview }) => {
  const list = listed.parse(await (await fetch(`${nsview.url}/api/v1/lessons`)).json());
  expect(list.map(({ id }) => id)).toEqual(SHIPPED_LESSONS);
  for (const each of list) {
    const { id } = each;
    const response = await fetch(`${nsview.url}/api/v1/lessons/${id}`);
    const whole = lessonSchema.parse(await response.json());
    expect(whole.steps.map((step) => step.id)).toEqual(stepsOf(each).map((step) => step.id));
  }
  const none = await fetch(`${nsview.url}/api/v1/lessons/nets`);
  expect(none.status).toBe(404);
  expect(await none.text()).toContain('there is no lesson \\"nets\\": there are images, process');
});

test('the server is given one, and has it in front of the others, which keep their numbers', async ({
  ownNsview,
}) => {
  const own = file('own.yaml', TWINS);
  const nsview = await ownNsview({ docker: NOWHERE, args: ['--lesson', own] });
  const list = listed.parse(await (await fetch(`${nsview.url}/api/v1/lessons`)).json());
  expect(list.map(({ id, number }) => [number, id])).toEqual([
    [null, 'twins'],
    ...SHIPPED_LESSONS.map((id, index) => [index + 1, id]),
  ]);
  const whole = await (await fetch(`${nsview.url}/api/v1/lessons/twins`)).json();
  expect(lessonSchema.parse(whole)).toMatchObject({ id: 'twins', containers: ['c1', 'c2'] });
});

test('its title and what it is about have code set as code, and labels have letters alone', async ({
  page,
  ownNsview,
}) => {
  const title = '{ en: What `free` tells, zh-CN: "`free` 说了什么" }';
  const about = '{ en: A look at `free`., zh-CN: 看看。 }';
  const own = file(
    'coded.yaml',
    TWINS.replace(/^title: .*$/m, `title: ${title}`).replace(/^about: .*$/m, `about: ${about}`),
  );
  const nsview = await ownNsview({ docker: NOWHERE, args: ['--lesson', own] });
  await openNsview(page, nsview, 'lesson=twins&step=1');
  const heading = page.getByRole('heading', { name: 'What free tells', exact: true });
  await expect(heading.locator('code')).toHaveText('free');
  await openNsview(page, nsview, 'view=matrix');
  await page.keyboard.press('l');
  const listed = page.locator('a[href^="?lesson=twins"]');
  await expect(listed.locator('code')).toHaveText(['free', 'free']);
  await expect(page.locator('[data-handout="twins"]')).toHaveAccessibleName(/What free tells/);
});

test('a mistake in it is told at start', async () => {
  const mistaken = file('mistaken.yaml', MISTAKEN);
  const started = spawnNsview(['--port', '0', '--docker', NOWHERE, '--lesson', mistaken]);
  expect(await started.ended()).toBe(2);
  expect(started.stdout).toBe('');
  expect(started.stderr.split('\n')).toEqual([
    'nsview: --lesson: the lesson has mistakes:',
    expect.stringMatching(/mistaken\.yaml:25: step first, evidence/),
    `${mistaken}:34: step last, kind: got "recab": did you mean "recap"?`,
    '',
  ]);

  const none = spawnNsview(['--port', '0', '--docker', NOWHERE, '--lesson', join(folder, 'none')]);
  expect(await none.ended()).toBe(2);
  expect(none.stderr).toMatch(/^nsview: cannot open \S+none: ENOENT.*\n$/);
});
