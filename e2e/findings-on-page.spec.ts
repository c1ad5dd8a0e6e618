import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { RULE_NAMES, SEVERITIES } from '../lib/findings/finding';
import { messagesFor } from '../lib/i18n/messages';
import { findings as question } from '../lib/questions/findings';
import { isSarif } from '../lib/report/fixtures/is-sarif';
import { freshSnapshot, untilKnown } from './harness/api';
import { barriers } from './harness/axe';
import { OWN_KERNEL_RUNTIME, type Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import type { Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';

/* What should be said of containers, as the page says it, against what is answered to who asks. */

const { says } = messagesFor('en').findings;

async function answered(nsview: Nsview, path: string) {
  const response = await fetch(`${nsview.url}/api/v1/${path}`);
  return question.answer.parse(await response.json());
}

/** One of which something is found, and one of which nothing is. */
async function runTwo(dockerd: Dockerd, nsview: Nsview): Promise<void> {
  const image = (await dockerd.cli('inspect', '--format', '{{.Id}}', 'ubuntu')).stdout.trim();
  await dockerd.run(
    ...['--name', 'careful', '--user', '1000:1000', '--memory', '16m', '--pids-limit', '10'],
    ...['--network', 'none', '--security-opt', 'no-new-privileges', '--cgroupns', 'private'],
    ...[image, 'sleep', '1d'],
  );
  await runCareless(dockerd, nsview);
}

async function runCareless(dockerd: Dockerd, nsview: Nsview): Promise<void> {
  await dockerd.run('--name', 'careless', '--cap-add', 'NET_ADMIN', 'ubuntu', 'sleep', '1d');
  await untilKnown(nsview, 'careless');
}

/** Those that stand open in the list on screen: their rules, in order. */
function listed(page: Page): Promise<(string | null)[]> {
  return page
    .locator('[data-findings] [data-finding]:not([data-acknowledged] *)')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding')));
}

/** Opens a container in full, and waits until what is found is told. */
async function openFull(page: Page, nsview: Nsview, name: string, more = ''): Promise<void> {
  await openNsview(page, nsview, `select=container:${name}&open=1${more}`);
  await expect(page.locator('[data-full] [data-findings]')).toBeVisible();
}

/** Opens the findings of all, from what is told of the machine. */
async function openAll(page: Page, nsview: Nsview, more = ''): Promise<void> {
  await openNsview(page, nsview, `select=container::host&inspector=1${more}`);
  await page.locator('[data-opens="findings"]').click();
  await expect(page.locator('[data-all-findings] [data-findings]')).toBeVisible();
}

function focused(page: Page, what: string) {
  return expect
    .poll(() => page.evaluate((each) => document.activeElement?.matches(each), what))
    .toBe(true);
}

test('in full: what is found of one and not of another, how it is seen and how it is changed', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTwo(dockerd, nsview);
  const told = await answered(nsview, 'containers/careless/findings');
  await openFull(page, nsview, 'careless');
  expect(await listed(page)).toEqual(told.findings.map(({ rule }) => rule));
  expect(told.findings.length).toBeGreaterThan(3);
  const n = String(told.findings.length);
  await expect(page.getByRole('heading', { name: /^Findings/ })).toHaveText(
    `Findings ${n} of ${n} about careless`,
  );
  for (const { rule, severity, evidence, change, reference } of told.findings) {
    const row = page.locator(`[data-finding="${rule}"]`);
    await expect(row).toHaveAttribute('data-severity', severity);
    await expect(row).toContainText(severity);
    for (const { command, value } of evidence) {
      await expect(row.getByRole('button', { name: `Copy: ${command}` })).toBeVisible();
      await expect(row).toContainText(value);
    }
    for (const { text } of change) {
      await expect(row.getByRole('button', { name: `Copy: ${text}` })).toBeVisible();
    }
    for (const { title, url } of reference) {
      await expect(row.getByRole('link', { name: title })).toHaveAttribute('href', url);
    }
  }
  // Below what it can see and may use, above what it may do.
  const tops = await Promise.all(
    ['[data-see="pid"]', '[data-finding]', '[data-full] [data-capability]'].map(async (each) => {
      const box = await page.locator(each).first().boundingBox();
      return box?.y ?? NaN;
    }),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));

  await openFull(page, nsview, 'careful');
  expect(await listed(page)).toEqual([]);
  const careful = await answered(nsview, 'containers/careful/findings');
  expect(careful.unknown).toEqual([]);
  await expect(page.locator('[data-full] [data-nothing]')).toHaveText('Nothing is found.');
  // What is about nothing on this machine is told as that, and not as well.
  for (const { rule } of careful.inapplicable) {
    await expect(page.locator(`[data-full] [data-inapplicable="${rule}"]`)).toBeVisible();
  }
  // It is looked at again: somebody joins it.
  await dockerd.run('--name', 'guest', '--pid', 'container:careful', 'ubuntu', 'sleep', '1d');
  await expect(page.locator('[data-finding="joined"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('[data-full] [data-nothing]')).toHaveCount(0);
});

test('what could not be decided says why, and is no "nothing found"', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'boxed', '--runtime', OWN_KERNEL_RUNTIME, 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const { unknown } = await answered(nsview, 'containers/boxed/findings');
  expect(unknown.length).toBeGreaterThan(2);
  await openFull(page, nsview, 'boxed');
  for (const { rule } of unknown) {
    const line = page.locator(`[data-full] [data-findings] [data-unreadable="${rule}"]`);
    await expect(line).toContainText('it runs on a kernel of its own');
  }
  await openNsview(page, nsview, 'select=container:boxed');
  await expect(page.locator('[data-undecided]')).toHaveText(`? ${unknown.length} not decided`);
  // In a recording nothing of it is kept, and no container is called well for that.
  await openNsview(page, nsview, 'recording=course&at=9999&select=container:c1&open=1');
  await expect(page.locator('[data-full] [data-unreadable="findings"]')).toContainText(
    'it was not recorded',
  );
  await expect(page.locator('[data-nothing]')).toHaveCount(0);
});

test('beside the picture: how many of which severity, and the way to what they are', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTwo(dockerd, nsview);
  const { findings } = await answered(nsview, 'containers/careless/findings');
  await openNsview(page, nsview, 'select=container:careless');
  for (const severity of SEVERITIES) {
    const count = findings.filter((each) => each.severity === severity).length;
    const told = page.locator(`#inspector [data-severity="${severity}"]`);
    expect(count).toBeGreaterThan(0);
    await expect(told).toHaveAttribute('data-count', String(count));
    await expect(told).toHaveText(`${count} ${severity}`);
  }
  await page.getByRole('button', { name: 'Show them' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-full="careless"] [data-finding]').first()).toBeVisible();
  await openNsview(page, nsview, 'select=container:careful');
  await expect(page.locator('#inspector')).toContainText('Nothing is found.');
});

test('by keyboard alone: all findings, some of them, one acknowledged, and that taken back', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(90_000);
  await runTwo(dockerd, nsview);
  await dockerd.run('--name', 'other', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const { findings } = await answered(nsview, 'findings');
  const dialog = page.locator('[data-all-findings]');
  const rows = dialog.locator('[data-finding]:visible');
  const open = async () => {
    await openNsview(page, nsview, 'select=container::host');
    await page.locator('[data-opens="findings"]').focus();
    await page.keyboard.press('Enter');
    await expect(rows.first()).toBeVisible();
  };
  const tabTo = async (what: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((each) => document.activeElement?.matches(each), what)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${what}`);
  };
  await open();
  await expect(rows).toHaveCount(findings.length);
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(
    SEVERITIES.map(
      (each) => `${findings.filter(({ severity }) => severity === each).length} ${each}`,
    ),
  );

  await test.step('by severity, by container, by words', async () => {
    await tabTo('[name="high"]');
    await page.keyboard.press('Space');
    await expect(dialog.locator('[data-severity="high"]')).toHaveCount(0);
    await expect(rows).not.toHaveCount(0);
    await page.keyboard.press('Space');
    await tabTo('select');
    await page.keyboard.type('other');
    await expect(dialog.locator('[data-finding]:not([data-subject="other"])')).toHaveCount(0);
    await page.keyboard.press('Home');
    await tabTo('[type="search"]');
    await page.keyboard.type('NET_ADMIN');
    await expect(rows).toHaveCount(1);
    await expect(dialog.getByRole('status').first()).toHaveText(
      `1 finding, ${findings.length - 1} not shown`,
    );
    await page.keyboard.type(' nobody');
    await expect(dialog.locator('[data-nothing]')).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect(rows).toHaveCount(findings.length);
  });

  await test.step('one is opened', async () => {
    await tabTo('summary');
    await page.keyboard.press('Enter');
    const [first] = findings;
    for (const { command } of first?.evidence ?? []) {
      await expect(rows.first().getByRole('button', { name: `Copy: ${command}` })).toBeVisible();
    }
  });

  await test.step('it is acknowledged, and the next one has the focus', async () => {
    await tabTo('[data-acknowledges="true"]');
    const [first, second] = findings;
    if (first === undefined || second === undefined) throw new Error('there are several');
    const row = (of: typeof first) =>
      `[data-finding="${of.rule}"][data-subject="${of.subject.name}"]`;
    await focused(page, `${row(first)} button`);
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(findings.length - 1);
    await focused(page, `${row(second)} [data-acknowledges="true"]`);
    await expect(dialog.locator('[data-acknowledged="1"]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await open();
    await expect(rows).toHaveCount(findings.length - 1);
    await page.reload();
    await open();
    await expect(rows).toHaveCount(findings.length - 1);
    await dialog.locator('[data-acknowledged] > summary').focus();
    await page.keyboard.press('Enter');
    await expect(dialog.locator(`[data-acknowledged] ${row(first)}`)).toBeVisible();
    await tabTo('[data-acknowledges="false"]');
    await page.keyboard.press('Enter');
    await expect(dialog.locator('[data-acknowledged]')).toHaveCount(0);
    await expect(rows).toHaveCount(findings.length);
    await focused(page, '[data-all-findings] *');
  });

  await test.step('and from there to the container', async () => {
    await page.keyboard.press('Escape');
    await open();
    await tabTo('summary');
    await page.keyboard.press('Enter');
    const name = findings[0]?.subject.name ?? '';
    await dialog.getByRole('button', { name: `Show ${name} in full` }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.locator(`[data-full="${name}"] [data-finding]`).first()).toBeVisible();
  });
});

test('what is acknowledged is that container’s: in another tab as well, and not its successor’s', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTwo(dockerd, nsview);
  const other = await page.context().newPage();
  await openFull(other, nsview, 'careless');
  await openFull(page, nsview, 'careless');
  const before = await listed(page);
  await page.locator('[data-finding="host-root"] [data-acknowledges]').click();
  const left = before.filter((rule) => rule !== 'host-root');
  expect(await listed(page)).toEqual(left);
  await expect.poll(() => listed(other)).toEqual(left);
  await expect(page.getByRole('heading', { name: /^Findings/ })).toContainText(
    `${left.length} of ${before.length} about careless`,
  );
  await openNsview(page, nsview, 'select=container:careless');
  await expect(page.locator('#inspector')).toContainText('1 acknowledged');
  await other.close();

  await dockerd.cli('rm', '-f', 'careless');
  await runCareless(dockerd, nsview);
  await openFull(page, nsview, 'careless');
  expect(await listed(page)).toEqual(before);
});

test('where the browser keeps nothing: it is said, and holds as long as the page does', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('storage is blocked', 'SecurityError');
      },
    });
  });
  await runTwo(dockerd, nsview);
  await openFull(page, nsview, 'careless');
  for (const rule of ['host-root', 'capabilities']) {
    await page.locator(`[data-finding="${rule}"] [data-acknowledges]`).click();
    expect(await listed(page)).not.toContain(rule);
  }
  await page.locator('[data-acknowledged="2"] > summary').click();
  await expect(page.locator('[data-acknowledged]')).toContainText('This browser keeps nothing');
});

test('all of them as files: JSON, SARIF by its schema, Markdown', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTwo(dockerd, nsview);
  await openAll(page, nsview);
  const dialog = page.locator('[data-all-findings]');
  // Neither what is acknowledged nor what is chosen is left out.
  await dialog.locator('[data-acknowledges="true"]').first().click();
  await dialog.getByRole('checkbox', { name: 'low' }).uncheck();
  const saved = async (format: string) => {
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `Save all as ${format}` }).click();
    const download = await coming;
    await expect(dialog).toContainText(`Saved as ${download.suggestedFilename()}`);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  };
  const { findings } = await answered(nsview, 'findings');

  const json = await saved('JSON');
  expect(json.name).toMatch(/^nsview-findings-.+Z\.json$/);
  expect(question.answer.parse(JSON.parse(json.text)).findings).toEqual(findings);

  const sarif = await saved('SARIF');
  expect(sarif.name).toMatch(/\.sarif$/);
  const log: unknown = JSON.parse(sarif.text);
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  expect(log).toMatchObject({
    runs: [{ results: findings.map(({ rule }) => ({ ruleId: rule })) }],
  });

  const markdown = await saved('Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  const lines = markdown.text.split('\n').filter((line) => /^\| (high|medium|low) \|/.test(line));
  expect(lines).toHaveLength(findings.length);
  expect(RULE_NAMES.length).toBeGreaterThan(0);
  expect(markdown.text).toContain(says['host-root']('careless', []));
});

test('nothing bars anybody, in each theme and language, and as a projector shows it', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(240_000);
  await runTwo(dockerd, nsview);
  await dockerd.run('--name', 'boxed', '--runtime', OWN_KERNEL_RUNTIME, 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  for (const { query } of LOOKS) {
    for (const look of [`&${query}`, `&${query}&projector=1`]) {
      await openFull(page, nsview, 'careless', look);
      expect(await barriers(page), `in full ${look}`).toEqual([]);
      await openAll(page, nsview, look);
      await page.locator('[data-all-findings] summary').first().click();
      expect(await barriers(page), `all ${look}`).toEqual([]);
    }
  }
});
