import type { Page, WebSocketRoute } from '@playwright/test';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test as base } from './harness/fixtures';
import { spawnNsview, type Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { ask } from './harness/raw-http';
import { FOLLOWED, followersOf, Phones } from './harness/room';

const STARTS_C1 = 'docker run --name c1 -d ubuntu sh -c "sleep 1d"';
const STARTS_C2 = 'docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 1d"';

interface Presented {
  dockerd: Dockerd;
  nsview: Nsview;
  /** A page of the presenter's address, that leads. */
  leader: Page;
  /** The link, as that page shows it. */
  link: string;
  phones: Phones;
}

/** A room: who presents, with a real daemon, and phones in another browser. */
const test = base.extend<{ room: Presented }>({
  room: async ({ ownNsview, dockerd, page }, use) => {
    demand(await dockerd.type(STARTS_C1), STARTS_C1);
    demand(await dockerd.type(STARTS_C2), STARTS_C2);
    const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--present', FOLLOWED] });
    await openNsview(page, nsview, 'view=sharing');
    await page.keyboard.press('a');
    const link = (await page.locator('[data-qr]').getAttribute('data-qr')) ?? '';
    await page.getByRole('button', { name: 'Lead from this page' }).click();
    await expect(page.locator('[data-presenting="you"]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    const phones = await Phones.open(nsview, link);
    await use({ dockerd, nsview, leader: page, link, phones });
    await phones.close();
  },
});

const shows = (page: Page, view: string) =>
  expect(page.locator('[aria-current="page"]')).toHaveText(view);
const state = (page: Page, following: string) =>
  expect(page.locator('html')).toHaveAttribute('data-following', following);

test('two browsers: what is led is followed, also by who comes late, looks around, or was lost', async ({
  room: { leader, link, phones, nsview },
}) => {
  expect(link).toMatch(/^http:\/\/127\.0\.0\.2:\d+\/\?follow=[\w-]{22}$/);
  const phone = await phones.follow();
  expect(phone.url(), 'the token is not in the address').toBe(`${followersOf(nsview)}/`);
  await shows(phone, 'Sharing');
  await state(phone, 'following');
  await expect(leader.locator('[data-presenting="you"]')).toHaveAttribute('data-followers', '1');

  await leader.getByRole('button', { name: 'Lens', exact: true }).click();
  await leader.keyboard.press('2');
  await shows(phone, 'Lens');
  await expect(phone.locator('[data-box^="net:"]').first()).toBeVisible();
  await leader.keyboard.press('1');
  await expect(phone.locator('[data-box^="pid:"]').first()).toBeVisible();

  const late = await phones.follow({}, '&lang=zh-CN');
  await expect(late.locator('[data-box^="pid:"]').first()).toBeVisible();
  await expect(late.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(leader.locator('[data-presenting="you"]')).toHaveAttribute('data-followers', '2');

  // Around, and back by key.
  await phone.getByRole('button', { name: 'Matrix' }).click();
  await state(phone, 'away');
  await expect(phone.getByText('You look around by yourself.')).toBeVisible();
  await leader.getByRole('button', { name: 'Processes', exact: true }).click();
  await shows(late, '进程');
  await shows(phone, 'Matrix');
  await phone.keyboard.press('r');
  await shows(phone, 'Processes');
  await state(phone, 'following');
  // …and by thumb.
  await phone.getByRole('button', { name: 'Kernel' }).tap();
  await phone.getByRole('button', { name: 'Follow again' }).tap();
  await shows(phone, 'Processes');

  // A connection is lost, and comes back by itself.
  phones.relay.cut();
  await leader.getByRole('button', { name: 'Sharing', exact: true }).click();
  await leader.locator('[data-container="c2"]').click();
  await shows(phone, 'Sharing');
  await state(phone, 'following');
  await expect(phone.locator('[data-container="c2"][aria-selected="true"]')).toBeVisible();
});

test('two moments that are compared are compared on each phone, with the same signs', async ({
  room: { leader, phones, nsview },
}) => {
  const early = await phones.follow();
  await openNsview(leader, nsview, 'view=sharing&recording=course&timeline=5&at=41&from=15');
  await expect(leader.locator('[data-different]').first()).toBeVisible();
  const signs = (page: Page) =>
    page
      .locator('#view [data-sign]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-sign')).sort());
  const led = await signs(leader);
  expect(led).toContain('went');
  await expect(early.locator('[data-compared]')).toContainText('A 0:15');
  await expect.poll(() => signs(early)).toEqual(led);
  await expect(early.locator('[data-gone="c2"]')).toBeVisible();
  const late = await phones.follow();
  await expect.poll(() => signs(late)).toEqual(led);
  expect(await barriers(late)).toEqual([]);
  await leader.getByRole('button', { name: 'Compare no more' }).first().click();
  for (const phone of [early, late]) {
    await expect(phone.locator('[data-compared]')).toHaveCount(0);
    await expect.poll(() => signs(phone)).toEqual([]);
  }
});

test('the right to lead is on no page of followers, and what they send of it is refused and counted', async ({
  room: { phones, nsview, link },
}) => {
  const address = followersOf(nsview);
  const { port } = new URL(nsview.url);
  const phone = await phones.follow();
  const [, token = ''] = link.split('follow=');
  const sources = await phone.evaluate(() => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    return Promise.all([location.href, ...asked].map(async (url) => (await fetch(url)).text()));
  });
  expect(sources.length).toBeGreaterThan(10);
  for (const source of sources) {
    expect(source).not.toContain(token);
    expect(source).not.toContain(`127.0.0.1:${port}`);
  }
  await expect(phone.getByRole('button', { name: 'Present' })).toHaveCount(0);
  // The cookie is nothing that a script could read and send elsewhere.
  expect(await phone.evaluate(() => document.cookie)).toBe('');
  expect((await ask(`${address}/api/v1/snapshot`, {})).status).toBe(401);
  expect((await ask(address, { Host: `localhost:${new URL(address).port}` })).status).toBe(403);
});

test('one leads at a time, hands over, and is taken over from when it is gone', async ({
  room: { leader, phones, nsview },
  context,
}) => {
  const phone = await phones.follow();
  const second = await context.newPage();
  await openNsview(second, nsview, 'view=matrix');
  await second.keyboard.press('a');
  await expect(second.getByText('Another page leads.')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Lead from this page' })).toHaveCount(0);
  await shows(phone, 'Sharing');

  await leader.keyboard.press('a');
  await leader.getByRole('button', { name: 'Hand over' }).click();
  await expect(phone.getByText('Nobody leads just now.')).toBeVisible();
  await second.getByRole('button', { name: 'Lead from this page' }).click();
  await shows(phone, 'Matrix');
  await expect(leader.getByText('Another page leads.')).toBeVisible();

  await second.close();
  await leader.getByRole('button', { name: 'Lead from this page' }).click();
  await shows(phone, 'Sharing');
});

test('who leads by a line that broke, and is not missed yet, leads again when it is', async ({
  room: { leader, nsview },
  context,
}) => {
  await leader.keyboard.press('a');
  await leader.getByRole('button', { name: 'Hand over' }).click();
  const page = await context.newPage();
  const lines: { here: WebSocketRoute; there: WebSocketRoute }[] = [];
  await page.routeWebSocket(/\/socket\.io\//, (here) => {
    lines.push({ here, there: here.connectToServer() });
    // The server does not hear that it is closed.
    here.onClose(() => undefined);
  });
  await openNsview(page, nsview, 'view=matrix');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Lead from this page' }).click();
  await expect(page.locator('[data-presenting="you"]')).toHaveCount(1);

  await lines[0]?.here.close();
  await expect(page.locator('[data-presenting="another"]')).toHaveCount(1);
  await lines[0]?.there.close();
  await expect(page.locator('[data-presenting="you"]')).toHaveCount(1);
  await expect(leader.locator('[data-presenting="another"]')).toHaveCount(1);
});

test('a question is voted on from phones, hidden until who leads shows it, and right once it was seen', async ({
  room: { leader, phones, nsview, dockerd },
}) => {
  await dockerd.clear();
  // Loaded anew, the page leads again.
  await openNsview(leader, nsview, 'lesson=isolation');
  await expect(leader.locator('[data-presenting="you"]')).toHaveCount(1);
  const [one, two] = [await phones.follow(), await phones.follow({ colorScheme: 'light' })];
  await expect(one.locator('[data-led-step="start-c1"]')).toBeVisible();
  await expect(one.locator('[data-choice]')).toHaveCount(3);
  for (const thumbed of await one.locator('[data-choice], header button').all()) {
    const box = await thumbed.boundingBox();
    expect(box?.height, await thumbed.innerText()).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  const wide = await one.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, 'nothing is beyond the edge of a phone').toBeLessThanOrEqual(390);
  expect(await barriers(one)).toEqual([]);

  await one.locator('[data-choice="vm"]').tap();
  await one.locator('[data-choice="here"]').tap();
  await two.locator('[data-choice="docker"]').tap();
  await expect(one.locator('[data-choice="here"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(leader.locator('[data-voted="2"]')).toBeVisible();
  await expect(leader.locator('#lesson [data-votes]')).toHaveCount(0);
  await expect(one.locator('[data-votes]')).toHaveCount(0);

  await leader.getByRole('button', { name: 'Show the votes' }).click();
  for (const page of [leader, one, two]) {
    await expect(page.locator('[data-choice="here"]')).toContainText('1 vote');
    await expect(page.locator('[data-choice="vm"]')).toContainText('0 votes');
  }
  await two.locator('[data-choice="here"]').tap({ force: true });
  await expect(two.locator('[data-choice="docker"]'), 'too late').toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(one.getByRole('img', { name: 'Right' })).toHaveCount(0);

  // Done, and answered here: now everybody is told.
  await leader.locator('[data-choice="here"]').click();
  demand(await dockerd.type(STARTS_C1), STARTS_C1);
  await expect(leader.locator('html')).toHaveAttribute('data-step-state', 'done');
  await expect(
    one.locator('[data-choice="here"]').getByRole('img', { name: 'Right' }),
  ).toBeVisible();
  await leader.keyboard.press('PageDown');
  await expect(two.locator('[data-led-step="ps-in-c1"]')).toBeVisible();

  // What leaves no trace: who leads predicts, and nobody is told; votes count until it was seen, and then everybody is.
  const right = two.locator('[data-choice="own"]').getByRole('img', { name: 'Right' });
  await leader.locator('[data-choice="own"]').click();
  await expect(leader.locator('[data-seen]')).toBeVisible();
  await two.locator('[data-choice="all"]').tap();
  await expect(leader.locator('[data-voted="1"]')).toBeVisible();
  const ps = 'docker exec c1 ps aux';
  demand(await dockerd.type(ps), ps);
  await expect(right).toHaveCount(0);
  await leader.locator('[data-seen]').click();
  await expect(leader.locator('html')).toHaveAttribute('data-step-state', 'done');
  await expect(right).toBeVisible();
});

test('what is no address of this machine is one line, and exit code 2', async () => {
  for (const address of ['0.0.0.0', 'course.example', '192.0.2.1']) {
    const nsview = spawnNsview(['--port', '0', '--present', address]);
    expect(await nsview.ended(), address).toBe(2);
    expect(nsview.stderr.trim().split('\n')).toHaveLength(1);
    expect(nsview.stderr).toContain(address);
  }
});
