import type { Page } from '@playwright/test';
import { expectAgreement } from './harness/agreement';
import { freshSnapshot } from './harness/api';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, shownProcesses } from './harness/pages';
import { linksOf, processesIn } from './harness/witness';

/** The panes of c1 and c2 list what `ps aux` prints there, and the host's pane the same processes. */
async function expectPanesAsPs(page: Page, dockerd: Dockerd): Promise<void> {
  await expect(async () => {
    const host = await shownProcesses(page, ':host');
    for (const container of ['c1', 'c2']) {
      const printed = await processesIn(dockerd, container);
      const shown = await shownProcesses(page, container);
      expect(
        shown.map(({ pid, user, command }) => ({ pid, user, command })),
        `what ps aux prints in ${container}`,
      ).toEqual(printed);
      for (const { process, user, command } of shown) {
        expect(host).toContainEqual({ process, pid: process, user, command });
      }
      expect(shown.map(({ process }) => process)).toContain(await dockerd.leader(container));
    }
  }).toPass({ timeout: 15_000 });
}

/** Where things stand in the picture, so that it can be seen whether anything moved. */
function drawn(page: Page): Promise<string[]> {
  return page
    .locator('[data-container]:not([data-container=":host"]), [data-hub], [data-tie]')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const data = Object.entries((element as HTMLElement | SVGElement).dataset).sort();
        return JSON.stringify({ data, x, y, width, height });
      }),
    );
}

test('isolation in action, as in the course', async ({ context, dockerd, nsview }) => {
  const type = async (line: string) => demand(await dockerd.type(line), line);
  const processes = await context.newPage();
  await openNsview(processes, nsview, 'view=processes&vantages=:host,c1,c2&rows=all');
  const sharing = await context.newPage();
  await openNsview(sharing, nsview, 'view=sharing');
  const arc = (container: string) => containerNode(sharing, container).locator('[data-type="pid"]');

  await test.step('c1 and c2 each see only their own processes', async () => {
    await type('docker run --name c1 -d ubuntu sh -c "sleep 1d"');
    await type('docker exec c1 ps aux');
    await type('docker run --name c2 -d ubuntu sh -c "sleep 999d"');
    await type('docker exec c2 ps aux');

    await expectPanesAsPs(processes, dockerd);
    expect(await shownProcesses(processes, 'c1')).toHaveLength(1);
    await expectAgreement(sharing, nsview, dockerd, ['c1', 'c2']);
    await expect(arc('c1')).toHaveAttribute('data-sharing', 'own');
    await expect(arc('c2')).toHaveAttribute('data-sharing', 'own');
    await expect(sharing.locator('[data-hub]')).toHaveCount(0);
  });

  await test.step('c2 is removed', async () => {
    await type('docker rm c2 --force');
    await expect(containerNode(sharing, 'c2')).toHaveCount(0);
    await expect(containerNode(sharing, 'c1')).toBeVisible();
    await expect.poll(async () => (await shownProcesses(processes, 'c2')).length).toBe(0);
  });

  await test.step('a mistyped mode is refused and changes nothing on the page', async () => {
    const { containers: before } = await freshSnapshot(nsview);
    const picture = await drawn(sharing);

    const line = 'docker run --name c2 --pid=contariner:c1 -d ubuntu sh -c "sleep 999d"';
    const refused = await dockerd.type(line);
    expect(refused.code).toBe(125);
    expect(refused.stderr).toContain('invalid PID mode');

    const { containers: after, seq } = await freshSnapshot(nsview);
    expect(after).toEqual(before);
    // The page has taken in that later snapshot (other processes of the host come and go).
    await expect
      .poll(async () => Number(await sharing.locator('html').getAttribute('data-seq')))
      .toBeGreaterThanOrEqual(seq);
    expect(await drawn(sharing)).toEqual(picture);
  });

  await test.step("c2 joins c1's PID namespace: each lists the processes of both", async () => {
    await type('docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"');

    await expectPanesAsPs(processes, dockerd);
    expect(await shownProcesses(processes, 'c1')).toHaveLength(2);
    expect(await shownProcesses(processes, 'c1')).toEqual(await shownProcesses(processes, 'c2'));
    await expectAgreement(sharing, nsview, dockerd, ['c1', 'c2']);
    await expect(arc('c1')).toHaveAttribute('data-sharing', 'shared');
    await expect(arc('c2')).toHaveAttribute('data-sharing', 'shared');
  });

  await test.step('one hub ties both', async () => {
    const { pid } = linksOf(await dockerd.leader('c1'));
    await expect(sharing.locator('[data-hub]')).toHaveCount(1);
    await expect(sharing.locator(`[data-hub="${pid}"]`)).toBeVisible();
    for (const container of ['c1', 'c2']) {
      const id = await containerNode(sharing, container).getAttribute('data-container-id');
      await expect(sharing.locator(`[data-tie="${pid}"][data-from="${id}"]`)).toHaveCount(1);
    }
    await expect(sharing.locator(`[data-tie="${pid}"]`)).toHaveCount(2);
  });

  await test.step('what follows is said of the namespace, at the diamond and of c2', async () => {
    const said = /see each other’s processes, and can signal them/;
    const inspector = sharing.getByRole('complementary');
    await sharing.locator('[data-hub]').focus();
    await sharing.keyboard.press('Enter');
    await expect(inspector).toContainText(said);
    await expect(sharing.getByRole('tooltip')).toContainText(said);
    await sharing.keyboard.press('Escape');
    await containerNode(sharing, 'c2').click();
    await expect(inspector).toContainText(/c2 and c1 see each other’s processes/);
  });
});
