import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { demand, run } from './harness/command';
import { expect, test as base } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { containerNode, settled } from './harness/pages';
import { PROGRAM } from './harness/program';

/* Pages to take away, opened from a disk where there is no network: what each shows is in it. */

const COURSE = join(import.meta.dirname, '../public/recordings/course.jsonl.gz');
const MOST_BYTES = 600_000;

interface Taken {
  folder: string;
  /** Opens a page by `file:`; all that it asked for beyond itself, and all that it complained of. */
  open: (file: string, query?: string) => Promise<{ asked: string[]; complaints: string[] }>;
}

const test = base.extend<{ taken: Taken }>({
  taken: async ({ page, context }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsv-page-'));
    await context.setOffline(true);
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.isNavigationRequest() && !/^(data|blob):/.test(request.url())) {
        asked.push(request.url());
      }
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const open = async (file: string, query = '') => {
      await page.goto(`${pathToFileURL(file).href}${query}`);
      await settled(page);
      return { asked, complaints };
    };
    await use({ folder, open });
    rmSync(folder, { recursive: true });
  },
});

/** Makes a page. @returns its file */
async function made(folder: string, ...args: string[]): Promise<string> {
  const file = join(folder, 'out.html');
  const argv = [PROGRAM, 'page', '-o', file, ...args];
  demand(await run(process.execPath, argv, { LC_ALL: 'C' }), 'nsview page');
  return file;
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the recording' });

test('the course is one small file with all views, the player, the search and both languages', async ({
  page,
  taken: { folder, open },
}) => {
  const file = await made(folder, '--from', COURSE, '--title', 'Course, at home');
  expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES);
  const { asked, complaints } = await open(file, '?at=30&theme=light');
  await expect(page).toHaveTitle('Course, at home');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  await expect(containerNode(page, 'c1')).toBeVisible();

  for (const [view, shown] of [
    ['Lens', '[data-box^="pid:"]'],
    ['Matrix', '[data-container="c1"]'],
    ['Processes', '[data-vantage="c1"] [data-process]'],
    ['Kernel', '[data-kernel="host"]'],
    ['Sharing', '[data-container="c2"]'],
  ] as const) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await settled(page);
    await expect(page.locator(shown).first()).toBeVisible();
  }

  await slider(page).fill('0');
  await expect(page.locator('[data-container="c1"]')).toHaveCount(0);
  await page.getByRole('button', { name: /^Play/ }).click();
  await expect(containerNode(page, 'c1')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /^Pause/ }).click();

  await page.keyboard.press('/');
  await page.keyboard.type('c1');
  await page.keyboard.press('Enter');
  await expect(containerNode(page, 'c1')).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '矩阵' })).toBeVisible();
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const { theme, language, query } of LOOKS) {
  test(`axe finds no barrier, in the ${theme} theme, in ${language}`, async ({
    page,
    taken: { folder, open },
  }) => {
    const file = await made(folder, '--from', COURSE);
    for (const view of ['sharing', 'lens', 'matrix', 'processes', 'kernel']) {
      await open(file, `?at=30&view=${view}&${query}`);
      expect(await barriers(page), view).toEqual([]);
    }
  });
}

test('it begins as it was told, and says what it is and what was not recorded', async ({
  page,
  taken: { folder, open },
}) => {
  const view = 'view=matrix&select=container:c1&at=30&lesson=isolation';
  const file = await made(folder, '--from', COURSE, '--view', view);
  const { asked, complaints } = await open(file);
  await expect(page.locator('[data-container="c1"]')).toBeVisible();
  await expect(slider(page)).toHaveValue('30000');
  await expect(page.getByText('Lessons need nsview itself')).toBeVisible();
  await page.getByRole('button', { name: 'On without the lesson' }).click();

  await page.getByRole('button', { name: 'A page taken away' }).click();
  const about = page.getByRole('dialog', { name: 'This page was taken away' });
  await expect(about).toContainText('no server is asked anything');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await open(file, '?view=sharing&select=container:c1&open=1&at=30');
  await expect(page.locator('[data-full="c1"] [data-unreadable]').first()).toBeVisible();
  expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
});

test('what a recording says is neither markup nor script, whatever it is', async ({
  page,
  taken: { folder, open },
}) => {
  const evil = '</script><script>window.owned=1</script><!--<img src=x onerror=owned=1>';
  const recorded = gunzipSync(readFileSync(COURSE)).toString();
  const hostile = join(folder, 'hostile.jsonl.gz');
  const commands = recorded.replaceAll('"sleep"', JSON.stringify(evil));
  expect(commands).not.toBe(recorded);
  const lines = commands.replaceAll('"name":"c1"', `"name":${JSON.stringify(evil)}`);
  expect(lines).not.toBe(commands);
  writeFileSync(hostile, gzipSync(lines));
  const file = await made(folder, '--from', hostile, '--title', evil, '--view', 'view=matrix');
  const { asked, complaints } = await open(file, '?at=30&view=processes&lang=en');
  await expect(page).toHaveTitle(evil);
  await expect(page.locator('[data-process]').getByText(evil).first()).toBeVisible();
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
});

test('in a frame that may keep nothing and write no address it works as well', async ({
  page,
  taken: { folder },
}) => {
  const file = await made(folder, '--from', COURSE, '--view', 'at=30');
  const around = join(folder, 'around.html');
  writeFileSync(around, '<iframe sandbox="allow-scripts" src="out.html" width=1200 height=700>');
  await page.goto(pathToFileURL(around).href);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-settled', 'true');
  await frame.getByRole('button', { name: 'Matrix' }).click();
  await expect(frame.locator('[data-container="c1"]')).toBeVisible();
  expect(statSync(file).size).toBeGreaterThan(0);
});

test('this machine at this moment, and for a while', async ({
  page,
  dockerd,
  taken: { folder, open },
}) => {
  await dockerd.run('--name', 'here', '--hostname', 'told', 'ubuntu', 'sleep', '1d');
  const docker = ['--docker', dockerd.endpoint];
  const { complaints } = await open(await made(folder, ...docker), '?view=lens&lens=uts');
  await expect(page.locator('[data-fact="hostname"]').getByText('told')).toBeVisible();
  await open(await made(folder, ...docker, '--minutes', '0.05'));
  await expect(containerNode(page, 'here')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  expect(complaints).toEqual([]);
});
