import { setTimeout as delay } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { demand } from './command';
import type { Dockerd } from './dockerd';
import type { Nsview } from './nsview';
import { openNsview, settled } from './pages';
import { PageMemory } from './page-memory';
import { PlaceLog } from './place-log';
import { DOZEN, runTopology } from './topology';

/** What the page may hold more of at the end: a part of what it held after the first ones. */
const MORE = { heap: 0.06, objects: 0.06, nodes: 0.01, listeners: 0.01 };
/** Milliseconds from one start to the next. */
const PACE = 1000;
/** Milliseconds that one runs: about ten at any time. */
const LIFE = 8000;

/** How the nth is run: alone, with those who stay, on the host's namespaces, in a project. */
const KINDS: readonly (readonly string[])[] = [
  [],
  ['--pid=container:c1'],
  ['--net=host'],
  ['--label', 'com.docker.compose.project=shop'],
  ['--net=container:web', '--label', 'com.docker.compose.project=shop'],
  ['--label', 'com.docker.compose.project=batch'],
  ['--ipc=container:api', '--pid=host'],
];
const SLEEP = ['ubuntu', 'sh', '-c', 'sleep 1d; :'];

async function docker(dockerd: Dockerd, ...args: string[]): Promise<void> {
  demand(await dockerd.cli(...args), `docker ${args.join(' ')}`);
}

/** One comes, runs for a while and goes, in one of the ways in which containers do. */
async function comeAndGo(dockerd: Dockerd, nth: number): Promise<void> {
  const flags = KINDS[nth % KINDS.length] ?? [];
  if (nth % 4 === 0) {
    // Ends by itself, and is no more.
    await dockerd.run('--rm', ...flags, 'ubuntu', 'sleep', String(LIFE / 1000));
    return delay(LIFE + 500);
  }
  // Names come again, with another container behind them.
  const name = `comer-${nth % 25}`;
  await dockerd.run('--name', name, ...flags, ...SLEEP);
  await delay(LIFE / 2);
  if (nth % 4 === 1) await docker(dockerd, 'restart', '--time', '0', name);
  if (nth % 4 === 2) {
    await docker(dockerd, 'stop', '--time', '0', name);
    await delay(1000);
    await docker(dockerd, 'start', name);
  }
  await delay(LIFE / 2);
  if (nth % 4 === 3) await docker(dockerd, 'stop', '--time', '0', name);
  await docker(dockerd, 'rm', '--force', name);
}

/** Those from one number to another come and go; resolves when the page shows that all have gone. */
async function churn(page: Page, dockerd: Dockerd, from: number, to: number): Promise<void> {
  const lives: Promise<void>[] = [];
  for (let nth = from; nth < to; nth += 1) {
    lives.push(comeAndGo(dockerd, nth));
    await delay(PACE);
  }
  await Promise.all(lives);
  await expect(page.locator('[data-container-id]')).toHaveCount(DOZEN.length);
  await settled(page);
}

/**
 * Has containers come and go, one a second, while twelve stay, and demands that what stays keeps its place in every
 * frame, that no warning is written, and that the page holds no more afterwards than it held after the first of them.
 *
 * @param comers how many come in all
 * @param first after how many the page has all that it keeps for good
 */
export async function expectAllInPlace(
  page: Page,
  { dockerd, nsview }: { dockerd: Dockerd; nsview: Nsview },
  { comers, first }: { comers: number; first: number },
): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') complaints.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await runTopology(dockerd, DOZEN);
  await openNsview(page, nsview, 'view=sharing');
  await expect(page.locator('[data-container-id]')).toHaveCount(DOZEN.length);
  const places = await PlaceLog.start(
    page,
    DOZEN.map(([name]) => name),
  );
  const memory = await PageMemory.of(page);

  await churn(page, dockerd, 0, first);
  const before = await memory.held();
  await churn(page, dockerd, first, comers);
  const after = await memory.held();

  const { frames, movements, missed, above } = await places.seen();
  for (const kind of ['heap', 'objects', 'nodes', 'listeners'] as const) {
    const most = before[kind] * (1 + MORE[kind]);
    expect.soft(after[kind], `${kind} that the page holds`).toBeLessThanOrEqual(most);
  }
  expect.soft(frames).toBeGreaterThan(500);
  const containers = movements.filter(({ container }) => container !== null);
  expect.soft(containers, 'containers that were seen').toHaveLength(DOZEN.length + comers);
  expect.soft(missed, 'containers that stay, and were not drawn').toEqual([]);
  expect.soft(above, 'what stood above the picture, from first to last').toHaveLength(1);
  const moved = movements.filter(({ inPicture, onScreen }) => inPicture > 1 || onScreen > 1);
  expect.soft(moved, 'what moved').toEqual([]);
  expect(complaints, 'warnings in the console').toEqual([]);
}
