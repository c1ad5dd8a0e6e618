/**
 * `npm run screenshots:timeline FOLDER`: two moments of a recording compared in every view, what takes that away, and a room
 * that follows it, on the page that leads and on a phone; in the three themes and both languages, in two sizes, and as a
 * projector shows it, with its tools. Needs a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { LANGUAGES } from '../lib/model/language';
import { THEMES, VIEWS } from '../lib/view-state/view-state';
import { launchOptions } from './harness/browser';
import { startNsview } from './harness/nsview';
import { FOLLOWED, Phones } from './harness/room';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
/** One that shared what another had went, and another one. */
const COMPARED = 'recording=compose&timeline=5&at=54&from=36';
const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run screenshots:timeline FOLDER\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const nsview = await startNsview({ docker: NO_DAEMON, args: ['--present', FOLLOWED] });
const browser = await chromium.launch(launchOptions());
try {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const save = async (page: Page, name: string) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
  };
  const open = async (query: string, size = SIZES[0]) => {
    const page = await context.newPage();
    if (size !== undefined) await page.setViewportSize(size);
    await page.goto(`${nsview.url}/?${COMPARED}&${query}`);
    await page.waitForSelector('html[data-settled="true"] [data-gone]');
    return page;
  };
  for (const size of SIZES) {
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        const page = await open(`view=sharing&theme=${theme}&lang=${language}`, size);
        await save(page, ['sharing', size.width, theme, language].join('-'));
        await page.close();
      }
    }
    const page = await open('view=sharing&theme=light&projector=1', size);
    await page.keyboard.press('s');
    await page.mouse.move(size.width / 3, size.height / 2);
    await save(page, `projector-${size.width}`);
    await page.close();
  }
  for (const view of VIEWS) {
    const page = await open(`view=${view}&theme=dark`);
    await save(page, `view-${view}`);
    await page.close();
  }
  const leader = await open('view=sharing&theme=dark');
  await leader.keyboard.press('e');
  await leader.waitForSelector('[role="dialog"], dialog[open]');
  await save(leader, 'take-away');
  await leader.keyboard.press('Escape');
  await leader.keyboard.press('a');
  const link = (await leader.locator('[data-qr]').getAttribute('data-qr')) ?? '';
  await leader.getByRole('button', { name: 'Lead from this page' }).click();
  await save(leader, 'leader');
  const phones = await Phones.open(nsview, link);
  for (const theme of THEMES) {
    for (const language of LANGUAGES) {
      const phone = await phones.follow({}, `&theme=${theme}&lang=${language}`);
      await phone.waitForSelector('[data-compared]');
      await phone.waitForSelector('[data-gone]');
      await save(phone, ['phone', theme, language].join('-'));
      await phone.close();
    }
  }
  await phones.close();
} finally {
  await browser.close();
  await nsview.stop();
}
