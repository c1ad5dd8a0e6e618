import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { seek, slider } from './harness/player';

/** Milliseconds that what the server tells takes on a slow line. */
const SLOW = 600;
/** More than the page waits between two wishes, so each is told on its own; all before the first answer comes. */
const BETWEEN = SLOW / 4;
/** Of the course's recording, in milliseconds: c1 is there from 3.8 s on. */
const [BEGIN, WITH_C1, LATER] = [0, 5000, 9000];

test('a slow line takes nothing back that the hand did', async ({ page, nsview }) => {
  await page.routeWebSocket(/\/socket\.io\//, (here) => {
    const server = here.connectToServer();
    server.onMessage((message) => setTimeout(() => here.send(message), SLOW));
  });
  await openNsview(page, nsview, 'recording=course&at=0');
  const moments = [LATER, WITH_C1, BEGIN, WITH_C1];
  for (const moment of moments) {
    await seek(page, moment);
    await page.waitForTimeout(BETWEEN);
  }
  const seen = await slider(page).evaluate(async (input, milliseconds) => {
    const values = new Set<string>();
    for (const end = performance.now() + milliseconds; performance.now() < end;) {
      if (input instanceof HTMLInputElement) values.add(input.value);
      await new Promise(requestAnimationFrame);
    }
    return [...values];
  }, 2 * SLOW);
  expect(seen).toEqual([String(WITH_C1)]);
  await expect(containerNode(page, 'c1')).toBeVisible();
});
