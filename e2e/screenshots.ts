/**
 * `npm run screenshots [FOLDER]`: pictures of the real thing, on a private daemon. Without a folder,
 * the one that the README shows; with one, both views with 0, 2 and 12 containers in both themes,
 * both languages and two sizes, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from './harness/browser';
import { startDockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';
import { COURSE, DOZEN, runTopology } from './harness/topology';

const README_PICTURE = new URL('../docs/sharing.png', import.meta.url).pathname;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

async function shoot(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
  path: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.waitForSelector('html[data-state="live"][data-settled="true"]');
  await page.waitForSelector('html[data-engine="connected"]');
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

/** @param suffix tells how many containers there are */
async function shootAll(browser: Browser, url: string, folder: string, suffix: string) {
  for (const size of SIZES) {
    for (const theme of ['dark', 'light']) {
      for (const language of ['en', 'zh-CN']) {
        for (const view of ['sharing', 'processes']) {
          const query = `view=${view}&theme=${theme}&lang=${language}`;
          const name = [view, suffix, size.width, theme, language].join('-');
          await shoot(browser, `${url}/?${query}`, size, join(folder, `${name}.png`));
        }
      }
    }
    const projector = `${url}/?projector=1&theme=light`;
    await shoot(browser, projector, size, join(folder, `projector-${suffix}-${size.width}.png`));
  }
  const [small] = SIZES;
  if (suffix === '0' || small === undefined) return;
  for (const theme of ['dark', 'light']) {
    const url2 = `${url}/?select=container:c2&theme=${theme}`;
    await shoot(browser, url2, small, join(folder, `selected-${suffix}-${theme}.png`));
  }
}

const folder = process.argv[2] ?? null;
const dockerd = await startDockerd();
try {
  await makeUbuntu(dockerd);
  const nsview = await startNsview({ docker: dockerd.endpoint });
  const browser = await chromium.launch(launchOptions());
  try {
    if (folder === null) {
      await runTopology(dockerd, DOZEN);
      const url = `${nsview.url}/?theme=dark&lang=en&select=container:c2`;
      await shoot(browser, url, { width: 1600, height: 900 }, README_PICTURE);
    } else {
      mkdirSync(folder, { recursive: true });
      await shootAll(browser, nsview.url, folder, '0');
      await runTopology(dockerd, COURSE);
      await shootAll(browser, nsview.url, folder, '2');
      await runTopology(dockerd, DOZEN.slice(COURSE.length));
      await shootAll(browser, nsview.url, folder, '12');
    }
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
}
