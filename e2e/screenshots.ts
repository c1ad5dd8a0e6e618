/**
 * `npm run screenshots FOLDER`: pictures of the real thing, to be looked at: all views with 0, 2 and 12
 * containers of a private daemon and with 60 and 500 of a machine that was made up, in two themes, both
 * languages and two sizes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { VIEWS } from '../lib/view-state/view-state';
import { launchOptions } from './harness/browser';
import { startDockerd } from './harness/dockerd';
import { GeneratedMachine } from './harness/generated/machine';
import { writeRecording } from './harness/generated/recording';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';
import { COURSE, DOZEN, runTopology } from './harness/topology';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const MANY = [60, 500];
const PROCESSES_EACH = 10;

/** One for all pages: what one of them has fetched is at hand for the next. */
let context: BrowserContext | null = null;

async function shoot(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
  path: string,
): Promise<void> {
  context ??= await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(url);
  await page.waitForSelector('html[data-settled="true"]');
  await page.waitForSelector('html[data-state="replay"], html[data-engine="connected"]');
  await page.screenshot({ path });
  await page.close();
  process.stdout.write(`${path}\n`);
}

/** @param suffix tells how many containers there are */
async function shootAll(browser: Browser, url: string, folder: string, suffix: string) {
  for (const size of SIZES) {
    for (const theme of ['dark', 'light']) {
      for (const language of ['en', 'zh-CN']) {
        for (const view of VIEWS) {
          const query = `view=${view}&theme=${theme}&lang=${language}`;
          const name = [view, suffix, size.width, theme, language].join('-');
          await shoot(browser, `${url}/?${query}`, size, join(folder, `${name}.png`));
        }
      }
    }
    for (const view of VIEWS) {
      const projector = `${url}/?view=${view}&projector=1&theme=light`;
      const name = `${view}-projector-${suffix}-${String(size.width)}.png`;
      await shoot(browser, projector, size, join(folder, name));
    }
  }
}

/** The course demonstration with c2 selected, and two compared. */
async function shootChosen(browser: Browser, url: string, folder: string) {
  const [size] = SIZES;
  if (size === undefined) return;
  for (const theme of ['dark', 'light', 'contrast']) {
    for (const select of ['container:c2', 'container:c1,container:c2']) {
      const name = `selected-${String(select.split(',').length)}-${theme}.png`;
      await shoot(browser, `${url}/?select=${select}&theme=${theme}`, size, join(folder, name));
    }
  }
}

async function shootMany(browser: Browser, folder: string, count: number) {
  const temporary = mkdtempSync(join(tmpdir(), 'nsview-'));
  try {
    const path = join(temporary, 'generated.nsview');
    writeRecording(path, [new GeneratedMachine(count, count * PROCESSES_EACH).snapshot()]);
    const nsview = await startNsview({ args: ['--open', path] });
    try {
      await shootAll(browser, nsview.url, folder, String(count));
    } finally {
      await nsview.stop();
    }
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('name the folder that they are put into');
// What is in the host's network namespace is tied to the host then, as on anybody's machine.
const dockerd = await startDockerd({ machineNetwork: true });
try {
  await makeUbuntu(dockerd);
  const nsview = await startNsview({ docker: dockerd.endpoint });
  const browser = await chromium.launch(launchOptions());
  try {
    mkdirSync(folder, { recursive: true });
    await shootAll(browser, nsview.url, folder, '0');
    await runTopology(dockerd, COURSE);
    await shootAll(browser, nsview.url, folder, '2');
    await shootChosen(browser, nsview.url, folder);
    await runTopology(dockerd, DOZEN.slice(COURSE.length));
    await shootAll(browser, nsview.url, folder, '12');
    for (const count of MANY) await shootMany(browser, folder, count);
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
}
