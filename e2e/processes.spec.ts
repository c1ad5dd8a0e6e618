import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { shortBytes } from '@lib/select/usage';
import { barriers } from './harness/axe';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { openNsview, settled, shownProcesses } from './harness/pages';
import { tellsState } from './harness/usage-frames';
import { processesIn } from './harness/witness';

/** A shell that waits for its child. */
const FAMILY = ['ubuntu', 'sh', '-c', 'sleep 1d; :'];

async function runPair(dockerd: Dockerd): Promise<void> {
  await dockerd.run('--name', 'c1', ...FAMILY);
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', ...FAMILY);
}

const pane = (page: Page, vantage: string) => page.locator(`[data-vantage="${vantage}"]`);
const rowOf = (page: Page, vantage: string, pid: number) =>
  pane(page, vantage).locator(`[data-process="${pid}"]`);
const shownPids = async (page: Page, vantage: string) =>
  (await shownProcesses(page, vantage)).map(({ pid }) => pid);

/** A field of /proc/PID/status, as the kernel tells it now. */
function statusOf(pid: number, field: string): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
}

/** Field 24 of /proc/PID/stat, in pages; VmRSS of its status is counted otherwise and can differ. */
function residentBytes(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[21]) * 4096;
}

/** The host PIDs of all processes with this number as their last, or only, NSpid. */
function numbered(pid: number): number[] {
  const all = readdirSync('/proc').map(Number).filter(Boolean);
  return all.filter((each) => {
    try {
      return statusOf(each, 'NSpid').split(/\s+/).map(Number).includes(pid);
    } catch {
      // It has ended.
      return false;
    }
  });
}

const column = (row: Locator, name: string) => row.locator(`[data-column="${name}"]`);

test('a tree by the parents that each vantage sees, folded by pointer and keyboard', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runPair(dockerd);
  const [first, second] = [await dockerd.leader('c1'), await dockerd.leader('c2')];
  const witness = (await processesIn(dockerd, 'c1')).map(({ pid }) => pid);
  await openNsview(page, nsview, 'view=processes&vantages=:host,c1,c2&rows=all');
  await expect.poll(() => shownPids(page, 'c1')).toEqual(witness);
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  await expect(page).toHaveURL(/tree=1/);

  // In c1 the two leaders are roots, for their parents are outside; each row below its kernel's parent.
  const grid = page.getByRole('treegrid', { name: 'Processes seen from c1' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(witness.length));
  const levels = await grid.locator('[data-process]').evaluateAll((rows) =>
    rows.map((row) => ({
      pid: Number(row.getAttribute('data-process')),
      level: Number(row.getAttribute('aria-level')),
    })),
  );
  expect(levels.map(({ level }) => level)).toEqual([1, 2, 1, 2]);
  for (const [index, { pid, level }] of levels.entries()) {
    const above = levels.slice(0, index).findLast((each) => each.level === level - 1);
    if (above !== undefined) expect(Number(statusOf(pid, 'PPid'))).toBe(above.pid);
  }
  // A child is named right of its parent, which has something to fold before its name.
  const left = async (pid: number) =>
    (await column(rowOf(page, 'c1', pid), 'command').boundingBox())?.x ?? 0;
  for (const child of levels.filter(({ level }) => level === 2)) {
    expect(await left(child.pid)).toBeGreaterThan(await left(Number(statusOf(child.pid, 'PPid'))));
  }
  // On the host the leader hangs below its own monitor.
  await expect(rowOf(page, ':host', first)).not.toHaveAttribute('aria-level', '1');

  await rowOf(page, 'c1', first).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, 'c1', first)).toHaveAttribute('aria-expanded', 'false');
  await expect(rowOf(page, 'c1', first).locator('[data-folded-count]')).toHaveText('+1');
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await expect(page).toHaveURL(new RegExp(`folded=${first}`));
  await page.keyboard.press('ArrowRight');
  await expect(rowOf(page, 'c1', first)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator('[data-process]:focus')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, 'c1', first)).toBeFocused();
  await page.keyboard.press('End');
  await expect(grid.locator('[data-process]').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rowOf(page, 'c1', first)).toBeFocused();

  await rowOf(page, 'c2', second).locator('[data-action="fold"]').click();
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await page.getByRole('button', { name: 'Unfold all (1)' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
});

test('sorted by a header, with pointer and keyboard', async ({ page, dockerd, nsview }) => {
  await runPair(dockerd);
  const witness = await processesIn(dockerd, 'c1');
  await openNsview(page, nsview, 'view=processes&vantages=c1&rows=all');
  const header = (name: string) =>
    pane(page, 'c1')
      .getByRole('columnheader')
      .filter({ has: page.locator(`[data-sort=${name}]`) });
  await expect(header('pid')).toHaveAttribute('aria-sort', 'ascending');

  await header('command').getByRole('button').click();
  await expect(page).toHaveURL(/by=command/);
  await expect(header('command')).toHaveAttribute('aria-sort', 'ascending');
  const byCommand = witness
    .toSorted((a, b) => (a.command < b.command ? -1 : a.command > b.command ? 1 : a.pid - b.pid))
    .map(({ pid }) => pid);
  await expect.poll(() => shownPids(page, 'c1')).toEqual(byCommand);

  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/by=-pid/);
  await expect(header('pid')).toHaveAttribute('aria-sort', 'descending');
  const down = witness.map(({ pid }) => pid).toSorted((a, b) => b - a);
  await expect.poll(() => shownPids(page, 'c1')).toEqual(down);
  await page.keyboard.press('ArrowDown');
  await expect(pane(page, 'c1').locator('[data-process]').first()).toBeFocused();
});

test('what the filter leaves out is counted, and comes back', async ({ page, dockerd, nsview }) => {
  await runPair(dockerd);
  await openNsview(page, nsview, 'view=processes&vantages=c1&rows=all');
  await expect.poll(() => shownPids(page, 'c1')).toHaveLength(4);
  await expect(pane(page, 'c1').locator('[data-hidden-count]')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Filter processes' }).fill('sh -c');
  await expect(page).toHaveURL(/match=sh%20-c/);
  await expect.poll(() => shownPids(page, 'c1')).toHaveLength(2);
  const hidden = pane(page, 'c1').locator('[data-hidden-count]');
  await expect(hidden).toHaveAttribute('data-hidden-count', '2');
  await expect(hidden).toContainText('2 processes are hidden by the filter');

  // In a tree what stands above stays.
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  const child = (await processesIn(dockerd, 'c1')).find(({ command }) => command === 'sleep 1d');
  // By its number on the host: one of a digit is where others begin.
  await page.getByRole('searchbox', { name: 'Filter processes' }).fill('sleep');
  const outside = await pane(page, 'c1')
    .locator('[data-process]')
    .filter({
      has: page.locator('[data-column="pid"]', { hasText: new RegExp(`^${child?.pid}$`) }),
    })
    .getAttribute('data-process');
  await page.getByRole('searchbox', { name: 'Filter processes' }).fill(`sleep ${outside}`);
  await expect.poll(() => shownPids(page, 'c1')).toEqual([1, child?.pid]);

  await page.getByRole('searchbox', { name: 'Filter processes' }).fill('nobody has this');
  await expect(pane(page, 'c1')).toContainText('No process here is what the filter asks for.');
  await expect(hidden).toHaveAttribute('data-hidden-count', '4');
  await hidden.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => shownPids(page, 'c1')).toHaveLength(4);
});

test('who else is PID 1: every one that the kernel numbers so, one press away', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runPair(dockerd);
  await dockerd.run('--name', 'web', ...FAMILY);
  const [first, web] = [await dockerd.leader('c1'), await dockerd.leader('web')];
  await openNsview(page, nsview, 'view=processes&vantages=:host,c1');
  await rowOf(page, 'c1', first).focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/number=1/);
  const panel = page.locator('[data-same-number="1"]');
  const namesakes = () =>
    panel
      .locator('[data-namesake]')
      .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-namesake'))).sort());
  await expect.poll(async () => String(await namesakes())).toBe(String(numbered(1).sort()));
  const count = (await namesakes()).length;
  await expect(panel).toContainText(`PID 1 exists in these ${count} PID namespaces`);

  // web has no pane: it gets one, in which the process has the focus.
  await panel.locator(`[data-namesake="${web}"]`).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/vantages=:host,c1,web/);
  await expect(page).toHaveURL(/select=container:web/);
  await expect(rowOf(page, 'web', web)).toBeFocused();
  await expect(rowOf(page, ':host', web)).toBeVisible();
  await expect(rowOf(page, ':host', web)).toHaveAttribute('data-lit', 'true');
  await expect(page.locator(`[data-numbers="${web}"]`)).toContainText(`PID ${web} on the host`);

  await page.getByLabel('Who has PID').fill('4194304');
  await expect(page.getByText('PID 4194304 exists in no PID namespace now')).toBeVisible();
  await page.getByRole('button', { name: 'Close the list of those with the same number' }).click();
  await expect(page.locator('[data-same-number]')).toHaveCount(0);
  await rowOf(page, 'c1', first).locator('[data-action="number"]').click();
  await expect(page.locator('[data-same-number="1"]')).toBeVisible();
});

test('another browser shows the same list', async ({ page, browser, dockerd, nsview }) => {
  await runPair(dockerd);
  const leader = await dockerd.leader('c1');
  await openNsview(
    page,
    nsview,
    'view=processes&vantages=:host,c1,c2&rows=all&theme=light&lang=en',
  );
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ['PID on the host', 'Start']) {
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
  await page.keyboard.press('Escape');
  await pane(page, 'c1').locator('[data-sort="command"]').click();
  await page.getByRole('searchbox', { name: 'Filter processes' }).fill('sleep 1');
  await page.getByLabel('Who has PID').fill('1');
  await rowOf(page, 'c1', leader).locator('[data-action="fold"]').click();
  await expect(page).toHaveURL(
    new RegExp(
      `tree=1&folded=${leader}&columns=pid,host-pid,user,start,command&by=command&match=sleep%201&number=1`,
    ),
  );
  const look = async (shown: Page) => ({
    address: new URL(shown.url()).search,
    inC1: await shownProcesses(shown, 'c1'),
    inC2: await shownProcesses(shown, 'c2'),
    hidden: await shown.locator('[data-vantage="c1"] [data-hidden-count]').count(),
    headers: await pane(shown, 'c1').getByRole('columnheader').allTextContents(),
    cells: await rowOf(shown, 'c1', leader).getByRole('gridcell').allTextContents(),
    folded: await rowOf(shown, 'c1', leader).getAttribute('aria-expanded'),
    number: await shown.locator('[data-same-number]').getAttribute('data-same-number'),
  });
  const here = await look(page);
  expect(here.inC1.length).toBeGreaterThan(1);
  expect(here.folded).toBe('false');
  expect(here.headers).toHaveLength(5);

  const elsewhere = await browser.newContext({ colorScheme: 'dark', locale: 'zh-CN' });
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await settled(other);
  expect(await look(other)).toEqual(here);
  await elsewhere.close();
});

test('state, CPU and memory are what the kernel says', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'busy', 'ubuntu', 'sh', '-c', 'sleep 1d & while :; do :; done');
  const leader = await dockerd.leader('busy');
  const columns = 'columns=pid,host-pid,user,host-user,state,cpu,memory,start,command';
  await openNsview(page, nsview, `view=processes&vantages=busy&by=-cpu&${columns}`);
  const rows = pane(page, 'busy').locator('[data-process]');
  await expect(rows).toHaveCount(2);
  const sleeper = Number(
    (await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-process')))).find(
      (pid) => pid !== String(leader),
    ),
  );
  const [working, sleeping] = [rowOf(page, 'busy', leader), rowOf(page, 'busy', sleeper)];
  const share = async (row: Locator) => Number((await column(row, 'cpu').textContent()) || NaN);
  // A share takes two readings, two seconds apart.
  await expect.poll(() => share(working), { timeout: 15_000 }).toBeGreaterThan(5);
  expect(await share(sleeping)).toBeLessThan(1);
  await expect(column(working, 'state')).toHaveText('R');
  await expect(column(sleeping, 'state')).toHaveText(statusOf(sleeper, 'State').charAt(0));
  await expect(column(sleeping, 'memory')).toHaveText(shortBytes(residentBytes(sleeper)));
  await expect(column(sleeping, 'host-pid')).toHaveText(String(sleeper));
  await expect(column(sleeping, 'host-user')).toHaveText('root');
  await expect(column(sleeping, 'start')).toHaveText(/^\d\d:\d\d:\d\d$|^[A-Z][a-z]{2} \d+$/);
  // The busiest first.
  await expect(rows.first()).toHaveAttribute('data-process', String(leader));
});

test('a state is of now: after a held moment, and on the way back from another view and from the past', async ({
  page,
  dockerd,
  nsview,
}) => {
  const [heard, said]: string[][] = [[], []];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard?.push(String(payload)));
    socket.on('framesent', ({ payload }) => said?.push(String(payload)));
  });
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  await openNsview(
    page,
    nsview,
    'view=processes&vantages=c1&columns=pid,state,command&timeline=15',
  );
  const state = column(rowOf(page, 'c1', leader), 'state');
  await expect(state).toHaveText('S');

  await page.keyboard.press('z');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'frozen');
  process.kill(leader, 'SIGSTOP');
  // It comes once, and not again as long as the process stands still.
  await expect.poll(() => heard?.some((frame) => tellsState(frame, leader, 'T'))).toBe(true);
  await expect(state).toHaveText('S');
  await page.keyboard.press('z');
  await expect(state).toHaveText('T');

  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  // Something may be asked after it.
  const lastWatch = () => said?.findLast((frame) => frame.startsWith('42["watch"'));
  await expect.poll(lastWatch).toContain('"rows":[]');
  process.kill(leader, 'SIGCONT');
  const shown = page.evaluate(
    (pid) =>
      new Promise<string[]>((resolve) => {
        const states: string[] = [];
        const look = () => {
          const cell = document.querySelector(`[data-process="${pid}"] [data-column="state"]`);
          states.push(cell?.textContent ?? '');
          if (states.at(-1) === 'S') resolve(states);
          else requestAnimationFrame(look);
        };
        look();
      }),
    leader,
  );
  await page.getByRole('button', { name: 'Processes', exact: true }).click();
  expect(await shown).not.toContain('T');

  // In the past nothing of now is told, and on the way back what goes on is told again.
  await page.keyboard.press(',');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  await page.keyboard.press('g');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  process.kill(leader, 'SIGSTOP');
  await expect(state).toHaveText('T');
  process.kill(leader, 'SIGCONT');
});

test('four panes at 1280: no heading is cut, no pane scrolls sideways', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runPair(dockerd);
  await dockerd.run('--name', 'a-container-with-a-long-name', ...FAMILY);
  await openNsview(
    page,
    nsview,
    'view=processes&vantages=:host,c1,c2,a-container-with-a-long-name',
  );
  await expect(page.locator('[data-vantage] [role="grid"]')).toHaveCount(4);
  const cut = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[role="grid"], [role="columnheader"]')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent.slice(0, 40)),
    );
  expect(await cut()).toEqual([]);
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  await expect(page.getByRole('treegrid')).toHaveCount(4);
  expect(await cut()).toEqual([]);
});

test('axe finds no barrier in a filtered tree with all that can be open', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runPair(dockerd);
  for (const { query } of LOOKS) {
    const list = 'tree=1&match=s&number=1&by=-cpu&columns=pid,host-pid,cpu,start,command';
    await openNsview(page, nsview, `view=processes&vantages=:host,c1,c2&${query}&${list}`);
    await page
      .getByRole('button', { expanded: false })
      .filter({ hasText: /Columns|列/ })
      .click();
    expect(await barriers(page), query).toEqual([]);
  }
});
