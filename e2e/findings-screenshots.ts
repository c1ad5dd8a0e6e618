/**
 * `npm run screenshots:findings FOLDER`: findings, to be looked at: of a container in full, beside the picture, and of
 * none, two and thirty containers in the dialog; in the three themes and both languages, in two sizes, and as a
 * projector shows them. Needs root and a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { LANGUAGES } from '../lib/model/language';
import { THEMES } from '../lib/view-state/view-state';
import { launchOptions } from './harness/browser';
import { demand } from './harness/command';
import { OWN_KERNEL_RUNTIME, startDockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };
const SLEEP = ['ubuntu', 'sleep', '1d'];

/** Much is found of the first, and of the second little can be decided. */
const TWO: readonly (readonly string[])[] = [
  [
    '--name',
    'wild',
    '--pid=host',
    '--cap-add=NET_ADMIN',
    '--cap-add=SYS_PTRACE',
    '-v',
    '/:/host',
    '-p',
    '8080:80',
    ...SLEEP,
  ],
  ['--name', 'boxed', '--runtime', OWN_KERNEL_RUNTIME, ...SLEEP],
];
const PLAIN = 28;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run screenshots:findings FOLDER\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const dockerd = await startDockerd();
try {
  await makeUbuntu(dockerd);
  const nsview = await startNsview({ docker: dockerd.endpoint });
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const shoot = async (
      name: string,
      query: string,
      size: typeof SMALL,
      prepare: (page: Page) => Promise<void>,
    ) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.goto(`${nsview.url}/?${query}`);
      await page.waitForSelector('html[data-settled="true"][data-engine="connected"]');
      await prepare(page);
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      await page.close();
      process.stdout.write(`${path}\n`);
    };
    const inFull = async (page: Page) => {
      await page.locator('[data-full] [data-findings]').scrollIntoViewIfNeeded();
      await page
        .locator('[data-full] section', { has: page.locator('[data-findings]') })
        .evaluate((each) => each.scrollIntoView());
    };
    const dialog = async (page: Page) => {
      await page.locator('[data-opens="findings"]').first().click();
      await page.waitForSelector('[data-all-findings] [data-findings]');
    };
    const firstOpened = async (page: Page) => {
      await dialog(page);
      await page.locator('[data-all-findings] summary').first().click();
    };
    const HOST = 'select=container::host&inspector=1';
    await shoot('dialog-0', `${HOST}&theme=dark`, SMALL, dialog);
    for (const args of TWO) demand(await dockerd.cli('run', '-d', ...args), 'docker run');
    await shoot('dialog-2', `${HOST}&theme=dark`, SMALL, firstOpened);
    for (const theme of THEMES) {
      for (const lang of LANGUAGES) {
        const look = `theme=${theme}&lang=${lang}`;
        for (const name of ['wild', 'boxed']) {
          const query = `select=container:${name}&open=1&${look}`;
          await shoot(`full-${name}-${theme}-${lang}`, query, SMALL, inFull);
        }
        const beside = async (page: Page) => {
          await page.locator('#inspector [data-severity]').first().waitFor();
        };
        await shoot(`beside-${theme}-${lang}`, `select=container:wild&${look}`, SMALL, beside);
      }
    }
    await shoot('full-large', 'select=container:wild&open=1&theme=dark', LARGE, inFull);
    const projector = 'theme=light&projector=1';
    await shoot('full-projector', `select=container:wild&open=1&${projector}`, LARGE, inFull);
    for (let nth = 1; nth <= PLAIN; nth += 1) {
      demand(await dockerd.cli('run', '-d', '--name', `web-${nth}`, ...SLEEP), 'docker run');
    }
    for (const theme of THEMES) {
      for (const lang of LANGUAGES) {
        const look = `theme=${theme}&lang=${lang}`;
        await shoot(`dialog-30-${theme}-${lang}`, `${HOST}&${look}`, SMALL, firstOpened);
      }
    }
    await shoot('dialog-30-large', `${HOST}&theme=dark`, LARGE, firstOpened);
    await shoot('dialog-30-projector', `${HOST}&${projector}`, LARGE, firstOpened);
    await shoot('dialog-30-end', `${HOST}&theme=dark`, SMALL, async (page) => {
      await dialog(page);
      for (let times = 0; times < 2; times += 1) {
        await page.locator('[data-acknowledges="true"]').first().click();
      }
      await page.locator('[data-acknowledged] > summary').click();
      await page.locator('[data-all-findings] [data-findings]').evaluate((list) => {
        list.scrollTop = list.scrollHeight;
      });
    });
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
}
