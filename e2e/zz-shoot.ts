import { chromium } from '@playwright/test';
import { launchOptions, pageOptions } from './harness/browser';
import { startDockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';
import { openNsview, settled } from './harness/pages';
import { FOLLOWED, Phones } from './harness/room';

const dockerd = await startDockerd();
await makeUbuntu(dockerd);
await dockerd.type('docker run --name c1 -d ubuntu sh -c "sleep 1d"');
await dockerd.type('docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 1d"');
await dockerd.type('docker run --name web -d ubuntu sh -c "sleep 1d"');
const nsview = await startNsview({ docker: dockerd.endpoint, args: ['--present', FOLLOWED] });
const browser = await chromium.launch(launchOptions());
const leader = await (await browser.newContext({ ...pageOptions, reducedMotion: 'reduce', viewport: { width: 1920, height: 1080 } })).newPage();
const shot = (page: typeof leader, name: string) => page.screenshot({ path: `/tmp/wp-shots/${name}.png` });
let phones: Phones | null = null;
try {
  await openNsview(leader, nsview, 'view=sharing');
  await leader.keyboard.press('s');
  const link = (await leader.locator('[data-qr]').getAttribute('data-qr')) ?? '';
  phones = await Phones.open(nsview, link);
  const dark = await phones.follow({ colorScheme: 'dark' });
  const light = await phones.follow({ colorScheme: 'light' }, '&lang=zh-CN');
  const laptop = await phones.follow({ colorScheme: 'light', viewport: { width: 1920, height: 1080 } });
  await leader.getByRole('button', { name: 'Lead from this page' }).click();
  await leader.waitForTimeout(500);
  await shot(leader, 'leader-dialog-dark');
  await leader.emulateMedia({ colorScheme: 'light' });
  await leader.waitForTimeout(300);
  await shot(leader, 'leader-dialog-light');
  await leader.emulateMedia({ colorScheme: 'dark' });
  await leader.keyboard.press('Escape');
  const all = async (name: string) => {
    for (const [page, how] of [[dark, 'dark'], [light, 'light'], [laptop, 'laptop']] as const) {
      await page.waitForTimeout(700);
      await settled(page).catch(() => undefined);
      await shot(page, `${name}-${how}`);
    }
  };
  await all('sharing');
  for (const view of ['Lens', 'Matrix', 'Processes', 'Kernel']) {
    await leader.getByRole('button', { name: view, exact: true }).click();
    await all(view.toLowerCase());
  }
  await dark.getByRole('button', { name: 'Matrix' }).click();
  await dark.waitForTimeout(500);
  await shot(dark, 'away-dark');
  await dark.keyboard.press('r');
  await leader.goto(`${nsview.url}/?lesson=isolation&step=4`);
  await settled(leader);
  await leader.waitForTimeout(800);
  await all('question');
  await dark.locator('[data-choice]').first().tap();
  await light.locator('[data-choice]').nth(1).tap();
  await leader.waitForTimeout(500);
  await shot(leader, 'leader-question');
  await leader.getByRole('button', { name: 'Show the votes' }).click();
  await leader.waitForTimeout(500);
  await shot(leader, 'leader-votes');
  await all('votes');
} finally {
  await browser.close();
  await phones?.close();
  await nsview.stop();
  await dockerd.close();
}
