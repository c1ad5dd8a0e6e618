import type { Page } from '@playwright/test';
import { demand } from './harness/command';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';

/* What a class reads beside the picture: what has room there, what gives it, and what is offered. */

const JOINED = [
  'docker run --name c1 -d ubuntu sh -c "sleep 1d"',
  'docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"',
];

/** Words of commands that would fit into a line, and stand on two. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator('[data-command], [data-evidence] code').evaluateAll((lines) =>
    lines.flatMap((line) =>
      [...line.querySelectorAll<HTMLElement>(':scope > span')].flatMap((word) => {
        const range = document.createRange();
        range.selectNodeContents(word);
        // A box in a line is a little lower than its letters, and a second line much more.
        const tops = [...range.getClientRects()].map(({ top }) => top);
        const isBroken = Math.max(...tops) - Math.min(...tops) > 8;
        // What gave its room is a dot.
        if (line.clientWidth < 50) return [];
        const isWide = word.clientWidth >= line.clientWidth * 0.9;
        return word.textContent.trim() !== '' && isBroken && !isWide ? [word.textContent] : [];
      }),
    ),
  );
}

test('where room is short facts give it one by one, the telling one stays, and all come when asked for', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openNsview(page, nsview, 'lesson=isolation&step=8&projector=1');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
  for (const line of JOINED) demand(await dockerd.type(line), line);
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
  await page.locator('[data-choice="both"]').click();

  const facts = page.locator('[data-evidence]');
  const more = page.getByRole('button', { name: /^\+\d more$/ });
  await expect(facts).toHaveCount(3);
  for (const height of [1080, 800, 600]) {
    await page.setViewportSize({ width: 1920, height });
    await expect.poll(() => brokenWords(page), String(height)).toEqual([]);
    await expect(facts.first()).toContainText(/pid:\[\d+\] = pid:\[\d+\]/);
  }
  await expect(more).toBeVisible();
  const room = async (nth: number) => (await facts.nth(nth).boundingBox())?.height ?? 0;
  expect(await room(0)).toBeGreaterThan(20);
  expect(await room(2)).toBeLessThan(2);
  await more.focus();
  await page.keyboard.press('Enter');
  const less = page.getByRole('button', { name: 'show less' });
  await expect(less).toBeFocused();
  expect(await room(2)).toBeGreaterThan(20);
  await page.keyboard.press('Enter');
  await expect(more).toBeFocused();
  expect(await room(2)).toBeLessThan(2);
});

test('the dot of the step that is shown is round, whatever stands beside it', async ({
  page,
  nsview,
}) => {
  for (const projector of ['', '&projector=1']) {
    await openNsview(page, nsview, `lesson=namespaces&step=9${projector}`);
    const box = await page.locator('[data-lesson-step="9"] > span').boundingBox();
    expect(Math.abs((box?.width ?? 0) - (box?.height ?? 9))).toBeLessThan(1);
  }
});

test('what cannot be done here says so first, is not offered, and is told apart from what was not begun', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=images&step=5&projector=1');
  const verdict = page.locator('[data-verdict="impossible"]');
  await expect(verdict).toContainText('no registry');
  const command = page.locator('[data-command]').first();
  const [first, then] = [await verdict.boundingBox(), await command.boundingBox()];
  expect(first?.y ?? Infinity).toBeLessThan(then?.y ?? 0);
  await expect(page.locator('[inert] [data-command]').first()).toBeAttached();
  await expect(page.locator('[data-command] ~ button:not([inert] *)')).toHaveCount(0);
  await expect(page.locator('[data-veil]')).toHaveCount(0);
  await page.keyboard.press('PageUp');
  const dot = (nth: number) => page.locator(`[data-lesson-step="${String(nth)}"]`);
  await expect(dot(5)).toHaveAttribute('data-step-state', 'impossible');
  await expect(dot(6)).toHaveAttribute('data-step-state', 'waiting');
});
