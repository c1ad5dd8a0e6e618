import type { Page } from '@playwright/test';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';

const SLEEP = ['ubuntu', 'sh', '-c', 'sleep 1d'];

/** Where rings and diamonds are seen, by key, in whole pixels. */
function seen(page: Page): Promise<Record<string, string>> {
  return page.locator('svg [data-key]').evaluateAll((things) =>
    Object.fromEntries(
      things.map((thing) => {
        const { x, y, width, height } = thing.getBoundingClientRect();
        return [thing.getAttribute('data-key'), [x, y, width, height].map(Math.round).join(' ')];
      }),
    ),
  );
}

/** As the course has it: c2 is run again, in c1's PID namespace now. */
async function joinLive(page: Page, dockerd: Dockerd): Promise<void> {
  demand(await dockerd.cli('rm', '--force', 'c2'), 'docker rm');
  await dockerd.run('--name', 'c2', '--pid=container:c1', ...SLEEP);
  await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(2);
  await settled(page);
}

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
] as const) {
  test(`a picture that one comes back to stands as one left it, after a container has joined another, at ${width}×${height}`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await page.setViewportSize({ width, height });
    for (const name of ['c1', 'c2']) await dockerd.run('--name', name, ...SLEEP);
    await openNsview(page, nsview);
    await joinLive(page, dockerd);
    const before = await seen(page);
    expect(Object.keys(before)).toHaveLength(4);
    await page.getByRole('button', { name: 'Matrix', exact: true }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await page.getByRole('button', { name: 'Sharing', exact: true }).click();
    await expect(containerNode(page, 'c1')).toBeVisible();
    await settled(page);
    expect(await seen(page)).toEqual(before);
  });
}
