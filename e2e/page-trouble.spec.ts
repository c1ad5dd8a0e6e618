import type { BrowserContext, Page } from '@playwright/test';
import { VIEWS } from '../lib/view-state/view-state';
import { pageOptions } from './harness/browser';
import { expect, test as base } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview, settled } from './harness/pages';

const NOWHERE = 'unix:///nsv-no-daemon-here.sock';
/** A moment at which c1 and c2 run. */
const STILL = 'recording=course&at=20';

const test = base.extend<{ course: Nsview; troubled: BrowserContext }>({
  course: async ({ ownNsview }, use) => use(await ownNsview({ docker: NOWHERE })),
  // Not the context of other tests: what goes wrong here is told in the console as well.
  troubled: async ({ browser, course: _server }, use) => {
    const { viewport, contextOptions } = pageOptions;
    const context = await browser.newContext({ viewport, ...contextOptions });
    await use(context);
    await context.close();
  },
});

/**
 * Takes something from the browser, as a hardened or an old one does not have it, before any script of
 * the page; {@link giveBack} gives it back.
 */
async function take(context: BrowserContext, name: 'ResizeObserver' | 'setInterval') {
  await context.addInitScript((taken) => {
    const real: unknown = Reflect.get(window, taken);
    let gone = true;
    window.addEventListener('give-back', () => (gone = false));
    Object.defineProperty(window, taken, {
      get: () => {
        // What drives the browser from outside has it.
        const byPage = new Error().stack?.includes('/_next/') === true;
        if (gone && byPage) throw new Error(`${taken} is not allowed here`);
        return real;
      },
    });
  }, name);
}

const giveBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('give-back')));

test('Back to a link that was written by hand adds no entry: Forward leads on again', async ({
  page,
  course,
}) => {
  await openNsview(page, course, `${STILL}&theme=dark&view=matrix`);
  await page.getByRole('button', { name: 'Lens', exact: true }).click();
  await expect(page).toHaveURL(/view=lens/);
  const entries = await page.evaluate(() => window.history.length);
  await page.goBack();
  await expect(page.getByRole('grid')).toBeVisible();
  await settled(page);
  expect(await page.evaluate(() => window.history.length)).toBe(entries);
  await page.goForward();
  await expect(page).toHaveURL(/view=lens/);
  await expect(page.locator('[data-box]').first()).toBeVisible();
});

test('a browser that forbids the page to keep anything shows all the same, and keeps nothing', async ({
  troubled,
  course,
}) => {
  await troubled.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  const page = await troubled.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await openNsview(page, course, `view=sharing&${STILL}`);
  const c1 = containerNode(page, 'c1');
  await expect(c1).toBeVisible();
  await c1.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(c1).toHaveAttribute('data-pinned', 'true');
  await page.keyboard.press('+');
  await settled(page);
  await page.reload();
  await settled(page);
  await expect(c1).not.toHaveAttribute('data-pinned');
  expect(thrown).toEqual([]);
});

for (const [language, views, title, again] of [
  ['en', VIEWS, 'could not be drawn', 'Try again'],
  // What differs between views was shown.
  ['zh-CN', ['sharing'], '无法绘制', '重试'],
] as const) {
  test(`a view that fails says so in ${language}, keeps the rest of the page, and can be tried again`, async ({
    troubled,
    course,
  }) => {
    await take(troubled, 'ResizeObserver');
    for (const view of views) {
      const page = await troubled.newPage();
      await page.goto(`${course.url}/?view=${view}&lang=${language}&${STILL}`);
      const alert = page.getByRole('main').getByRole('alert');
      await expect(alert).toContainText(title);
      await expect(alert).toContainText('ResizeObserver is not allowed here');
      // The rest lives: the machine is told about, and other views can be chosen.
      await expect(page.getByRole('complementary')).toContainText('docker');

      // Tried again while nothing has changed, it fails again, and the focus is where it was.
      const button = alert.getByRole('button', { name: again });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(alert).toContainText(title);
      await expect(button).toBeFocused();

      await giveBack(page);
      await page.keyboard.press('Enter');
      await expect(alert).toHaveCount(0);
      await settled(page);
      await expect(page.locator('#view')).toBeFocused();
      await page.close();
    }
  });
}

test('a view that fails leaves the others to be chosen', async ({ troubled, course }) => {
  await take(troubled, 'ResizeObserver');
  const page = await troubled.newPage();
  await page.goto(`${course.url}/?view=matrix&${STILL}`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Matrix');
  await giveBack(page);
  await page.keyboard.press('v');
  await expect(page.locator('[data-vantage]').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test('a container in full that fails is named, not the view below it', async ({
  troubled,
  course,
}) => {
  await take(troubled, 'setInterval');
  const page = await troubled.newPage();
  await page.goto(`${course.url}/?view=matrix&select=container:c1&open=1&${STILL}`);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('c1 could not be drawn in full.');
  await expect(alert).not.toContainText('Matrix');
  await giveBack(page);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.locator('[data-full="c1"] h2')).toHaveText('c1');
});

test('an inspector that fails says so, leaves the picture, and is tried again', async ({
  troubled,
  course,
}) => {
  await take(troubled, 'setInterval');
  const page = await troubled.newPage();
  await openNsview(page, course, `view=sharing&select=container:c1&${STILL}`);
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByRole('alert')).toContainText('setInterval is not allowed here');
  await expect(containerNode(page, 'c1')).toHaveAttribute('aria-selected', 'true');

  // Another selection is another attempt.
  await page.goto(`${course.url}/?view=sharing&select=container::host&${STILL}`);
  await expect(inspector.getByRole('alert')).toHaveCount(0);
  await containerNode(page, 'c1').click();
  await expect(inspector.getByRole('alert')).toBeVisible();
  await containerNode(page, ':host').click();
  await expect(inspector.getByRole('alert')).toHaveCount(0);

  await containerNode(page, 'c1').click();
  await giveBack(page);
  await inspector.getByRole('button', { name: 'Try again' }).click();
  await expect(inspector.getByRole('alert')).toHaveCount(0);
  await expect(inspector.getByRole('heading', { name: 'c1', exact: true })).toBeVisible();
  await expect(inspector).toBeFocused();
});
