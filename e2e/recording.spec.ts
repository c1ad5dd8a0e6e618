import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Snapshot } from '@lib/model/snapshot';
import { marksOf, type Mark } from '@lib/recording/marks';
import { readRecording } from '../server/source/recording-file';
import { freshSnapshot, snapshotOf } from './harness/api';
import { barriers } from './harness/axe';
import { run } from './harness/command';
import { expect, test as base } from './harness/fixtures';
import { spawnNsview } from './harness/nsview';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';
import { seek, slider } from './harness/player';
import { PROGRAM } from './harness/program';

const COURSE = join(import.meta.dirname, '../public/recordings/course.jsonl.gz');
const NOWHERE = 'unix:///nsv-no-daemon-here.sock';
/** Where there is nothing in /proc. */
const NO_PROC = ['unshare', '--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /proc && exec "$0" "$@"'];

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsv-recording-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

async function marksIn(file: string): Promise<Mark[]> {
  const { timeline, typed, duration } = await readRecording(file);
  return marksOf(timeline.changes, typed, duration);
}

async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
}

test('with no /proc and no Docker, as an ordinary user: the four states of the course', async ({
  context,
  ownNsview,
  ordinary: { user, project },
}) => {
  // Where there is no table of connections either, no account can be told.
  const course = join(dirname(project.program), '../public/recordings/course.jsonl.gz');
  const args = ['--open', course, '--open-to-this-machine'];
  const build = { program: project.program };
  const nsview = await ownNsview({ args, as: user, within: NO_PROC, build });
  const marks = await marksIn(COURSE);
  const when = (typed: RegExp) => marks.findLast((mark) => typed.test(mark.typed ?? ''))?.at ?? -1;

  const processes = await context.newPage();
  await openNsview(processes, nsview, 'view=processes&vantages=:host,c1,c2&rows=all');
  const sharing = await context.newPage();
  await openNsview(sharing, nsview, 'view=sharing');
  await expect(sharing.locator('html')).toHaveAttribute('data-state', 'replay');
  await pause(sharing);
  const arc = (container: string) => containerNode(sharing, container).locator('[data-type="pid"]');
  const listed = async (vantage: string) =>
    (await shownProcesses(processes, vantage)).map(({ pid, user, command }) => [
      pid,
      user,
      command,
    ]);
  const first = [1, 'root', 'sleep 1d'];

  await test.step('c1 and c2 each see only their own processes', async () => {
    await seek(sharing, when(/--name c2 -d/) + 2000);
    await expect.poll(() => listed('c1')).toEqual([first]);
    await expect.poll(() => listed('c2')).toEqual([[1, 'root', 'sleep 999d']]);
    for (const container of ['c1', 'c2']) {
      await expect(arc(container)).toHaveAttribute('data-sharing', 'own');
      const [inside] = await shownProcesses(processes, container);
      const host = await shownProcesses(processes, ':host');
      expect(host.map(({ process }) => process)).toContain(inside?.process);
    }
    await expect(sharing.locator('[data-hub]')).toHaveCount(0);
  });

  await test.step('c2 is removed', async () => {
    await seek(sharing, when(/^docker rm/));
    await expect(containerNode(sharing, 'c2')).toHaveCount(0);
    await expect(containerNode(sharing, 'c1')).toBeVisible();
    await expect.poll(() => listed('c2')).toEqual([]);
  });

  await test.step('a mistyped mode is refused and changes nothing on the page', async () => {
    const { containers } = await snapshotOf(nsview);
    await seek(sharing, when(/contariner/));
    await expect(sharing.getByText('invalid PID mode')).toBeVisible();
    await settled(sharing);
    expect((await snapshotOf(nsview)).containers).toEqual(containers);
    await expect(containerNode(sharing, 'c2')).toHaveCount(0);
    await expect(arc('c1')).toHaveAttribute('data-sharing', 'own');
  });

  await test.step("c2 joins c1's PID namespace: each lists the processes of both", async () => {
    await seek(sharing, when(/--pid=container:c1/) + 2000);
    await expect.poll(() => listed('c1')).toHaveLength(2);
    expect(await listed('c1')).toContainEqual(first);
    expect(await shownProcesses(processes, 'c1')).toEqual(await shownProcesses(processes, 'c2'));
    for (const container of ['c1', 'c2']) {
      await expect(arc(container)).toHaveAttribute('data-sharing', 'shared');
    }
    const pid = await arc('c1').getAttribute('data-namespace');
    await expect(sharing.locator('[data-hub]')).toHaveCount(1);
    await expect(sharing.locator(`[data-hub="${pid}"]`)).toBeVisible();
    await expect(sharing.locator(`[data-tie="${pid}"]`)).toHaveCount(2);
  });

  await test.step('and back again', async () => {
    await seek(sharing, 0);
    await expect(sharing.locator('[data-container]:not([data-container=":host"])')).toHaveCount(0);
    await expect(containerNode(sharing, ':host')).toBeVisible();
  });
});

/** What no other process of this machine can change meanwhile, and no search at its own time. */
function ofContainers({ host, engines, containers, namespaces, processes }: Snapshot) {
  return {
    host: { ...host, reader: 'recording' },
    engines,
    containers,
    namespaces: namespaces
      .filter((namespace) => !namespace.host && namespace.containers.length > 0)
      .map((namespace) => ({ ...namespace, heldBy: 'searched for now and then' })),
    processes: processes.filter(({ container }) => container !== null),
  };
}

test('what was recorded is what was seen live; a killed recorder loses nothing of it', async ({
  dockerd,
  nsview,
  folder,
  ownNsview,
  page,
}) => {
  const files = ['ended.gz', 'killed.gz'].map((name) => join(folder, name));
  const recorders = files.map((file) =>
    spawnNsview(['record', '-o', file, '--docker', dockerd.endpoint]),
  );
  const [ended, killed] = recorders;
  const [endedFile = '', killedFile = ''] = files;
  if (ended === undefined || killed === undefined) throw new Error('two recorders');
  /** How long a recording is when its last picture is what is live. */
  const recorded = async (file: string, live: Snapshot): Promise<number> => {
    const { timeline, duration } = await readRecording(file);
    const last = timeline.snapshotOf(timeline.indexAt(duration));
    expect(ofContainers(last)).toEqual(ofContainers(live));
    return duration;
  };

  const seen: { live: Snapshot; at: number }[] = [];
  for (const line of [
    'docker run --name c1 -d ubuntu sleep 1d',
    'docker run --name c2 --pid=container:c1 -d ubuntu sleep 999d',
    'docker rm c2 --force',
  ]) {
    expect((await dockerd.type(line)).code).toBe(0);
    await expect(async () => {
      const live = await freshSnapshot(nsview);
      const at = await recorded(endedFile, live);
      await recorded(killedFile, live);
      seen.push({ live, at });
    }).toPass({ timeout: 15_000 });
  }
  await killed.stop('SIGKILL');
  expect(await ended.stop('SIGINT').then(() => ended.exitCode)).toBe(0);
  expect(ended.stderr).toMatch(/^nsview: .*ended\.gz: \d:\d\d, \d+ changes, \d+ kB\n$/);

  for (const [file, complete] of [
    [endedFile, true],
    [killedFile, false],
  ] as const) {
    const recording = await readRecording(file);
    expect(recording.complete, file).toBe(complete);
  }
  const replayed = await ownNsview({ args: ['--open', endedFile] });
  await openNsview(page, replayed);
  await pause(page);
  for (const { live, at } of seen) {
    await seek(page, at);
    await expect
      .poll(async () => ofContainers(await snapshotOf(replayed)))
      .toEqual(ofContainers(live));
  }

  const cut = await ownNsview({ args: ['--open', killedFile] });
  expect(cut.stderr).toContain('cut off');
  await openNsview(page, cut);
  await expect(page.getByText('was cut off')).toBeVisible();
});

test('without Docker the page offers recordings; each viewer has a player of their own', async ({
  page,
  context,
  ownNsview,
}) => {
  const nsview = await ownNsview({ docker: NOWHERE });
  const other = await context.newPage();
  await openNsview(other, nsview);
  await openNsview(page, nsview);
  await page.getByRole('link', { name: 'Isolation in action' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  await expect(page).toHaveURL(/\?recording=course$/);
  await expect(other.locator('html')).toHaveAttribute('data-state', 'live');

  await test.step('the keyboard plays it, and goes from change to change', async () => {
    await page.locator('#view').focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await expect(page).toHaveURL(/recording=course&at=\d/);
    await page.keyboard.press('Period');
    await expect(containerNode(page, 'c1')).toBeVisible();
    await expect(page.getByText('docker run --name c1 -d ubuntu')).toBeVisible();
    const [first] = await marksIn(COURSE);
    await expect(slider(page)).toHaveValue(String(first?.at));
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider(page)).toHaveValue(String((first?.at ?? 0) + 1000));
    await page.keyboard.press('Comma');
    await expect(slider(page)).toHaveValue(String(first?.at));
    await page.keyboard.press('Comma');
    await expect(slider(page)).toHaveValue('0');
  });

  await test.step('times are those of the recording', async () => {
    await seek(page, (await marksIn(COURSE))[0]?.at ?? 0);
    await page.keyboard.press('ArrowRight');
    await containerNode(page, 'c1').locator('[data-type="pid"]').click();
    await expect(page.getByRole('complementary')).toContainText(/ up \d s/);
  });

  await test.step('a link leads to the same moment', async () => {
    const moment = await slider(page).inputValue();
    await expect(page).toHaveURL(new RegExp(`&at=${Number(moment) / 1000}$`));
    const linked = await context.newPage();
    await linked.goto(page.url());
    await expect(linked.locator('html')).toHaveAttribute('data-state', 'replay');
    await expect(slider(linked)).toHaveValue(moment);
    await expect(containerNode(linked, 'c1')).toBeVisible();
    await seek(linked, 0);
    await expect(containerNode(linked, 'c1')).toHaveCount(0);
    await expect(containerNode(page, 'c1')).toBeVisible();
  });

  await test.step('and back to this machine', async () => {
    await page.getByRole('button', { name: 'Back to this machine' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
    await expect(slider(page)).toHaveCount(0);
    await page.goBack();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  });
});

test('what --open shows is one show for all who look', async ({ context, ownNsview }) => {
  const nsview = await ownNsview({ args: ['--open', COURSE] });
  const { takenAt, containers, host } = await snapshotOf(nsview);
  expect(containers).toEqual([]);
  expect(host.reader).toBe('recording');
  expect(takenAt).toMatch(/^20\d\d-/);
  const [teacher, pupil] = [await context.newPage(), await context.newPage()];
  await openNsview(teacher, nsview);
  await openNsview(pupil, nsview);
  await pause(teacher);
  await expect(pupil.getByRole('button', { name: 'Play' })).toBeVisible();
  await seek(pupil, 20_000);
  await expect(slider(teacher)).toHaveValue('20000');
  await slider(teacher).focus();
  await teacher.keyboard.press('End');
  await expect(pupil.getByRole('button', { name: 'Play again' })).toBeVisible();
  await expect(containerNode(pupil, 'c2')).toBeVisible();
  const usage = await fetch(`${nsview.url}/api/v1/usage`);
  expect(await usage.json()).toEqual({ processes: [] });
});

test('axe finds no barrier in the player, nor in what is offered', async ({ page, ownNsview }) => {
  const nsview = await ownNsview({ docker: NOWHERE });
  for (const theme of ['dark', 'light']) {
    for (const query of [
      'lang=en',
      'recording=course&at=24',
      'recording=compose&at=34&projector=1',
    ]) {
      await openNsview(page, nsview, `theme=${theme}&${query}`);
      expect(await barriers(page), `${theme} ${query}`).toEqual([]);
    }
  }
});

test('on a machine without /proc a recording is shown, and it is said why', async ({
  page,
  ownNsview,
}) => {
  const nsview = await ownNsview({ docker: NOWHERE, within: NO_PROC });
  expect(nsview.stderr).toMatch(/^nsview: [^\n]*\/proc[^\n]*--open FILE[^\n]*\n$/);
  await openNsview(page, nsview, 'recording=compose&at=34.5');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  await expect(containerNode(page, 'mailer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to this machine' })).toHaveCount(0);
  await page.getByLabel('Recording', { exact: true }).selectOption('Isolation in action');
  await expect(containerNode(page, 'mailer')).toHaveCount(0);
  await expect(slider(page)).toBeVisible();
});

test('a recording of a machine that cannot be read leaves nothing', async ({ folder }) => {
  const args = ['record', '-o', join(folder, 'x'), '--reader', 'container', '--docker', NOWHERE];
  const { code } = await run(process.execPath, [PROGRAM, ...args]);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('a wrong call, or a file that is none, is one line and exit code 2', async ({ folder }) => {
  const there = join(folder, 'there');
  const otherVersion = join(folder, 'later');
  const broken = join(folder, 'broken');
  const header = { format: 'nsview-recording', createdAt: '2026-11-23T15:30:00Z', nsview: '1' };
  copyFileSync(COURSE, there);
  writeFileSync(otherVersion, gzipSync(`${JSON.stringify({ ...header, version: 5 })}\n`));
  const line = JSON.stringify({ ...header, version: 1, anonymous: true });
  writeFileSync(broken, gzipSync(`${line}\n{"at":0,"snapshot":{}}\n`));
  for (const [args, told] of [
    [['record'], /-o FILE/],
    [['record', '-o', there], /there already; --force/],
    [['record', '-o', join(folder, 'none/x')], /cannot write .*ENOENT/],
    [['record', '-o', 'x', '--for', 'ever'], /--for.*ever/],
    [['record', '-o', 'x', '--for', '0'], /--for/],
    [['record', '-o', 'x', 'y'], /y/],
    [['--open', join(folder, 'none')], /cannot open .*ENOENT/],
    [['--open', PROGRAM], /not a recording/],
    [['--open', folder], /EISDIR/],
    [['--open', otherVersion], /version 5.*version 4/],
    [['--open', broken], /line 2: snapshot\./],
    [['--open', COURSE, '--docker', NOWHERE], /--docker/],
    [['--open'], /--open/],
  ] as const) {
    const { code, stdout, stderr } = await run(process.execPath, [PROGRAM, ...args], {
      LC_ALL: 'C',
    });
    expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
    expect(stderr, args.join(' ')).toMatch(/^nsview: [^\n]+\n$/);
    expect(stderr).toMatch(told);
  }
  expect(readFileSync(there)).toEqual(readFileSync(COURSE));
});
