import type { Locator, Page } from '@playwright/test';
import { KEYS, keysOnBoard, type Strokes } from '../lib/keys/keys';
import { LANGUAGES } from '../lib/model/language';
import { VIEWS } from '../lib/view-state/view-state';
import { demand } from './harness/command';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';
import { linksOf } from './harness/witness';

/** The key of the ring, cell or row that has the focus; null: none of the picture. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const picture = activeElement?.closest(
      'main :is([role="listbox"], [role="grid"], [role="treegrid"])',
    );
    if (!picture) return null;
    return activeElement?.getAttribute('data-container') ?? activeElement?.tagName ?? null;
  });
}

/** Tab stops before what is in the view: header, chips, and what else may come. */
const MOST_STOPS = 60;
const MOST_STEPS = 12;

function hasFocus(thing: Locator): Promise<boolean> {
  return thing.evaluate((element) => element.contains(document.activeElement));
}

/** Is there a mark around what has the focus? */
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return false;
    if (!focused.matches(':focus-visible')) return false;
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--focus)';
    const mark = getComputedStyle(probe).color;
    probe.remove();
    return [focused, ...focused.querySelectorAll('*')].some((each) => {
      const { outlineStyle, outlineColor, stroke, strokeWidth } = getComputedStyle(each);
      const isOutlined = outlineStyle !== 'none' && outlineColor === mark;
      return isOutlined || (stroke === mark && Number.parseFloat(strokeWidth) > 0);
    });
  });
  expect(seen, 'what has the focus is marked').toBe(true);
}

async function tabInto(page: Page, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(place)) return expectVisibleFocus(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab stop in ${String(place)}`);
}

/** With arrows, each time in the direction in which it lies. */
async function walkTo(page: Page, thing: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await hasFocus(thing)) return expectVisibleFocus(page);
    const goal = await thing.boundingBox();
    const from = await page.locator(':focus').boundingBox();
    if (goal === null || from === null) throw new Error('it is not drawn');
    const across = goal.x + goal.width / 2 - from.x - from.width / 2;
    const down = goal.y + goal.height / 2 - from.y - from.height / 2;
    const sideways = Math.abs(across) > Math.abs(down);
    const key = sideways
      ? across > 0
        ? 'ArrowRight'
        : 'ArrowLeft'
      : down > 0
        ? 'ArrowDown'
        : 'ArrowUp';
    await page.keyboard.press(key);
  }
  expect(await hasFocus(thing), `${String(thing)} is reached by arrows`).toBe(true);
}

const TOLD =
  /^(data-(container|type|sharing|namespace|hub|tie|from|box|vantage|compare|standing)|aria-(selected|pressed|sort))$/;

/**
 * What scripts may rely on in the view, and what is selected and pressed. Without processes: those
 * of the host come and go.
 */
async function shownIn(page: Page): Promise<string[]> {
  const told = await page
    .locator('main, main :not([data-process])')
    .evaluateAll((elements) =>
      elements.map((element) =>
        element.getAttributeNames().map((name) => [name, element.getAttribute(name)] as const),
      ),
    );
  return told
    .map((each) => each.filter(([name]) => TOLD.test(name)).map((pair) => pair.join('=')))
    .filter((each) => each.length > 0)
    .map((each) => each.join(' '))
    .sort();
}

test('isolation in action with the keyboard alone, and the same in a fresh browser', async ({
  page,
  browser,
  dockerd,
  nsview,
}) => {
  const type = async (line: string) => demand(await dockerd.type(line), line);
  const row = (name: string) => page.locator(`[data-compare="${name}"]`);
  await type('docker run --name c1 -d ubuntu sh -c "sleep 1d"');
  await type('docker run --name c2 -d ubuntu sh -c "sleep 999d"');
  await openNsview(page, nsview, 'view=sharing');

  await test.step('c1 is selected, and c2 compared with it', async () => {
    await tabInto(page, page.locator('main svg[role="listbox"], main [role="listbox"]').first());
    await walkTo(page, containerNode(page, 'c1'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/select=container:c1$/);
    await walkTo(page, containerNode(page, 'c2'));
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(/select=container:c1,container:c2/);
    await expect(row('pid')).toHaveAttribute('data-standing', 'different');
  });

  await test.step('c2 comes again, in the PID namespace of c1', async () => {
    await type('docker rm c2 --force');
    await type('docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"');
    await expect(row('pid')).toHaveAttribute('data-standing', 'same');
    await expect(row('net')).toHaveAttribute('data-standing', 'different');
  });

  await test.step('the lens has both in one box of PIDs, and apart in the network', async () => {
    const leader = await dockerd.leader('c1');
    const second = await dockerd.leader('c2');
    const idOf = (link: string) => link.replace(/[[\]]/g, '');
    const boxOf = (link: string) => page.locator(`[data-box="${idOf(link)}"]`);
    await page.keyboard.press('v');
    await expect(page).toHaveURL(/view=lens/);
    const box = boxOf(linksOf(leader).pid);
    await expect(box.locator(`[data-process="${second}"]`)).toHaveCount(1);
    await page.keyboard.press('2');
    await expect(page).toHaveURL(/lens=net/);
    const apart = boxOf(linksOf(leader).net);
    await expect(apart.locator(`[data-process="${leader}"]`)).toHaveCount(1);
    await expect(apart.locator(`[data-process="${second}"]`)).toHaveCount(0);
    await settled(page);
  });

  await test.step('the matrix has the same letter for both', async () => {
    await page.keyboard.press('v');
    await expect(page).toHaveURL(/view=matrix/);
    for (const name of ['c1', 'c2']) {
      const cell = containerNode(page, name).locator('[data-type="pid"]');
      await expect(cell).toContainText('PID-A');
    }
    await tabInto(page, page.getByRole('grid'));
    // From the header of the first type down to the host's cell, and on to the first container.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('tooltip')).toContainText(/c1 .* PID namespace/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/select=container:c1(&|$)/);
  });

  await test.step('both panes list both, and a process is lit in each', async () => {
    await page.keyboard.press('v');
    await expect(page).toHaveURL(/view=processes/);
    await expect.poll(async () => (await shownProcesses(page, 'c1')).length).toBe(2);
    expect(await shownProcesses(page, 'c2')).toEqual(await shownProcesses(page, 'c1'));
    await tabInto(page, page.locator('[data-vantage="c1"]').getByRole('row').nth(1));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-vantage="c2"] [data-lit="true"]')).toHaveCount(1);
  });

  await test.step('found by its inode', async () => {
    const inode = linksOf(await dockerd.leader('c1')).pid.replace(/\D/g, '');
    await page.keyboard.press('/');
    await page.keyboard.type(inode);
    await expect(page.locator(`[data-result="pid:[${inode}]"]`)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`select=namespace:pid:${inode}`));
  });

  await test.step('the address says all of it', async () => {
    for (const view of ['processes', 'kernel', 'sharing', 'lens', 'matrix']) {
      await expect(page).toHaveURL(new RegExp(`view=${view}`));
      await settled(page);
      const elsewhere = await browser.newContext();
      const other = await elsewhere.newPage();
      await other.goto(page.url());
      await settled(other);
      await expect.poll(() => shownIn(other), { message: view }).toEqual(await shownIn(page));
      expect(await shownProcesses(other, 'c1')).toEqual(await shownProcesses(page, 'c1'));
      expect(new URL(other.url()).search).toBe(new URL(page.url()).search);
      await elsewhere.close();
      await page.keyboard.press('v');
    }
  });
});

test('the help tells of every key that is bound, in both languages', async ({ page, nsview }) => {
  for (const language of LANGUAGES) {
    await openNsview(page, nsview, `view=sharing&lang=${language}`);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog').locator('kbd');
    await expect(keys.first()).toBeVisible();
    const shown = new Set(await keys.allTextContents());
    const bound = Object.values(KEYS).flatMap((lines: Readonly<Record<string, Strokes>>) =>
      Object.values(lines).flatMap((line) => Object.values(line).flat()),
    );
    expect([...shown].sort()).toEqual([...new Set(bound.map(keysOnBoard))].sort());
    // Those of the player as well.
    for (const key of [',', '.', '/', 'Ctrl K']) expect(shown).toContain(key);
    await page.keyboard.press('Escape');
  }
});

test('the keyboard is at the picture at once, by the first link or by an arrow', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  for (const view of VIEWS) {
    await openNsview(page, nsview, `view=${view}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page), `by the link, in ${view}`).not.toBeNull();
    await expectVisibleFocus(page);
    await openNsview(page, nsview, `view=${view}`);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page), `by an arrow, in ${view}`).not.toBeNull();
    await expectVisibleFocus(page);
  }
});

test('the focus goes along from view to view', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=sharing');
  await page.keyboard.press('ArrowRight');
  await walkTo(page, containerNode(page, 'c1'));
  for (const view of ['lens', 'matrix', 'processes', 'kernel', 'sharing']) {
    await page.keyboard.press('v');
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
    await expect.poll(() => focused(page), { message: view }).not.toBeNull();
    await expectVisibleFocus(page);
  }
  // Whoever points at nothing has the focus nowhere, whatever view comes.
  await page.locator('header h1').click();
  await page.keyboard.press('v');
  await settled(page);
  expect(await focused(page)).toBeNull();
});

test('Escape lets go of the selection in every view', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  for (const view of VIEWS) {
    await openNsview(page, nsview, `view=${view}&select=container:c1`);
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/select=/);
  }
});
