import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespaceIdSchema } from '@lib/model/namespace-id-schema';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { OFFERED_RECORDINGS } from '@lib/protocol/shipped';
import { inside } from '@lib/questions/inside';
import { readRecording } from '../server/source/recording-file';
import { demand, run } from './harness/command';
import { expect, test as base } from './harness/fixtures';
import { insideOf } from './harness/inside';
import { spawnNsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* What namespaces isolate, as a recording tells it. */

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsv-recording-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

test('record --inside: what was told of namespaces then is told again', async ({
  dockerd,
  nsview,
  ownNsview,
  folder,
  page,
}) => {
  await dockerd.run('--name', 'c1', '--hostname', 'before', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  const links = linksOf(leader);
  const uts = namespaceIdSchema.parse(links.uts);
  const file = join(folder, 'inside.gz');
  const recorder = spawnNsview(['record', '--inside', '-o', file, '--docker', dockerd.endpoint]);
  /** How long it is when this is the last that it has of the container's name. */
  const recorded = (hostname: string) =>
    until(
      `the recording has ${hostname}`,
      async () => {
        const recording = await readRecording(file).catch(() => null);
        if (recording === null) return false;
        const { duration, readings, timeline } = recording;
        const { namespaces } = timeline.snapshotOf(timeline.indexAt(duration));
        const lifetime = namespaces.find(({ id }) => id === uts)?.lifetime ?? '';
        const reading = readings.at(duration, uts, lifetime);
        return reading?.type === 'uts' && reading.hostname === hostname && duration;
      },
      20_000,
    );
  const before = await recorded('before');
  demand(await run('nsenter', ['-t', String(leader), '-u', 'hostname', 'after']), 'hostname');
  const after = await recorded('after');
  expect(await recorder.stop('SIGINT').then(() => recorder.exitCode)).toBe(0);

  const replayed = await ownNsview({ args: ['--open', file] });
  await openNsview(page, replayed, `select=namespace:${links.uts}&at=${before / 1000}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  const slider = page.getByRole('slider', { name: 'Moment of the recording' });
  for (const [at, hostname] of [
    [before, 'before'],
    [after, 'after'],
    [0, 'before'],
  ] as const) {
    await slider.fill(String(at));
    await expect(page.locator('[data-inside="uts"]')).toContainText(hostname);
  }
  for (const type of ['pid', 'net', 'mnt', 'user', 'ipc', 'cgroup', 'time'] as const) {
    const { takenAt: _then, ...then } = await insideOf(replayed, type, leader);
    const { takenAt: _now, ...now } = await insideOf(nsview, type, leader);
    expect(then, type).toEqual(now);
  }
});

test('what was not recorded is told as that', async ({ dockerd, ownNsview, folder, page }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const links = linksOf(await dockerd.leader('c1'));
  const file = join(folder, 'pictures.gz');
  const recorder = spawnNsview(['record', '--for', '2', '-o', file, '--docker', dockerd.endpoint]);
  await until('it has ended', () => recorder.exitCode === 0, 20_000);
  const replayed = await ownNsview({ args: ['--open', file] });
  const asked = async (id: string) =>
    (await fetch(`${replayed.url}/api/v1/inside/${id}`)).json() as Promise<unknown>;
  expect(await asked(links.net)).toEqual({
    error: { code: 'not-in-recording', message: 'this is not in the recording' },
  });
  // Pictures have who ends with whom, and the maps.
  expect(inside.answer.parse(await asked(links.pid))).toMatchObject({ endsWith: [] });
  expect(inside.answer.parse(await asked(links.user))).toMatchObject({
    uidMap: [[0, 0, 4294967295]],
    unreadable: { setgroups: 'not-recorded' },
  });
  await openNsview(page, replayed, `select=namespace:${links.net}`);
  await expect(page.getByText('it was not recorded')).toBeVisible();
});

/** What is drawn of each type where it is known. */
const DRAWN = {
  pid: '[data-box] [data-process]',
  net: '[data-box] [data-device]',
  mnt: '[data-layer]',
  user: '[data-ruler] [data-id="0"]',
  ipc: '[data-fact="segments"]',
  uts: '[data-fact="hostname"][data-state="known"]',
  cgroup: '[data-fact="root"][data-state="known"]',
  time: '[data-fact="boottimeNs"]',
} as const;

for (const recording of OFFERED_RECORDINGS) {
  test(`the recording ${recording} tells in each lens what is isolated`, async ({
    page,
    nsview,
  }) => {
    // As the page opens only the host is there; at the end all that was made.
    for (const moment of ['', '&at=9999']) {
      for (const type of NAMESPACE_TYPES) {
        await openNsview(page, nsview, `recording=${recording}&view=lens&lens=${type}${moment}`);
        await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
        const picture = page.getByRole('listbox');
        if (moment !== '' || type !== 'mnt') {
          await expect(picture.locator(DRAWN[type]).first(), `${type} ${moment}`).toBeAttached();
        }
        await expect(picture.locator('[data-state="asked"]'), type).toHaveCount(0);
        await expect(page.locator('main'), type).not.toContainText('not recorded');
      }
    }
  });
}
