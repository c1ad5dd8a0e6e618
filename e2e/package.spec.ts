import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { mustRun, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { type InstalledPackage, installPackage } from './harness/package';
import { openNsview } from './harness/pages';

/* What is had from npm: run without building, without Next, and from any folder. */

const MEGABYTE = 1_000_000;

let installed: InstalledPackage;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  installed = await installPackage();
});
test.afterAll(() => installed.remove());

/** The command as a shell finds it, in a folder that is not its own. */
function nsview(...args: string[]) {
  const command = join(installed.folder, 'node_modules/.bin/nsview');
  return run('sh', ['-ec', 'cd / && exec "$@"', 'sh', command, ...args], { LC_ALL: 'C' });
}

test('is small, and has what belongs to it', () => {
  expect(installed.packed).toBeLessThan(8 * MEGABYTE);
  expect(installed.installed).toBeLessThan(20 * MEGABYTE);
  const own = join(installed.folder, 'node_modules/nsview');
  const files = ['LICENSE', 'README.md', 'docs/cli.md', 'docs/nsview.service', 'app/fonts/OFL.txt'];
  for (const file of files) {
    expect(statSync(join(own, file)).size, file).toBeGreaterThan(20);
  }
  const notice = readFileSync(join(own, 'dist/NOTICE'), 'utf8');
  for (const name of ['Inter', 'react', 'next', 'zod', 'socket.io', 'koffi', '@resvg/resvg-wasm']) {
    expect(notice, name).toContain(`${name} `);
  }
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')));
  expect(Object.keys(dependencies).sort()).toEqual(['@resvg/resvg-wasm', 'harfbuzzjs', 'koffi']);
});

test('every command works from any folder', async ({ dockerd }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--network=container:c1', 'ubuntu', 'sleep', '1d');
  const course = join(installed.folder, 'node_modules/nsview/public/recordings/course.jsonl.gz');
  const out = (name: string) => join(installed.folder, name);
  for (const args of [
    ['--help'],
    ['lesson', 'list'],
    ['lesson', 'print', 'isolation', '-o', out('isolation.html')],
    ['figure', '--from', course, '-o', out('course.svg')],
    ['figure', '--from', course, '--view', 'view=matrix&lang=zh-CN', '-o', out('course.png')],
    ['figure', '--from', course, '--text', 'fonts', '-o', out('course-fonts.svg')],
    ['page', '--from', course, '-o', out('course.html')],
    ...[
      ['ls'],
      ['snapshot'],
      ['record', '-o', out('own.jsonl.gz'), '--for', '1'],
      ['inside', 'c1'],
      ['process', String(await dockerd.leader('c1'))],
      ['use', 'c1'],
      ['findings'],
      ['reach', 'c1', 'c2'],
      ['ask', 'config', 'container=c1'],
    ].map((args) => [...args, '--docker', dockerd.endpoint]),
  ]) {
    const { code, stderr } = await nsview(...args);
    expect({ args, code, stderr }).toMatchObject({ code: 0 });
  }
  expect(readFileSync(out('isolation.html'), 'utf8')).toContain('<svg');
  expect(readFileSync(out('course.svg'), 'utf8')).toContain('<path');
  expect(readFileSync(out('course-fonts.svg'), 'utf8')).toContain('@font-face');
  expect(statSync(out('course.png')).size).toBeGreaterThan(10_000);
  expect(statSync(out('course.html')).size).toBeGreaterThan(100_000);
  expect(statSync(out('own.jsonl.gz')).size).toBeGreaterThan(1000);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')));
  expect(await nsview('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(await nsview('serve', '--dev')).toMatchObject({ code: 2 });
});

test('npx runs it, and says nothing else', async () => {
  // In a folder below no other package, to which npm would go up.
  const folder = mkdtempSync(join(tmpdir(), 'nsv-npx-'));
  try {
    // A cache of its own, so that nothing stays, over what npm has fetched before.
    const cache = join(folder, 'cache');
    const shared = (await mustRun('npm', ['config', 'get', 'cache'])).trim();
    mkdirSync(cache);
    symlinkSync(join(shared, '_cacache'), join(cache, '_cacache'));
    const env = { npm_config_cache: cache, npm_config_prefer_offline: 'true', LC_ALL: 'C' };
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    copyFileSync(installed.tarball, join(empty, 'nsview.tgz'));
    const words = ['cd "$1" && exec npx --yes ./nsview.tgz --version', 'sh', empty];
    const { stdout: own } = await nsview('--version');
    expect(await run('sh', ['-ec', ...words], env)).toEqual({ code: 0, stdout: own, stderr: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('shows recordings, lessons and this machine', async ({ page, dockerd, ownNsview }) => {
  const { program } = installed;
  const live = await ownNsview({ docker: dockerd.endpoint, build: { program } });
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  for (const view of ['sharing', 'lens', 'matrix', 'processes', 'kernel']) {
    await openNsview(page, live, `view=${view}&select=container:c1`);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
    await expect(page.locator('main')).toContainText('c1');
  }
  await openNsview(page, live, 'recording=course&at=0');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
  await openNsview(page, live, 'lesson=isolation');
  await expect(page.locator('[data-command]').first()).toBeVisible();
  const svg = await fetch(`${live.url}/api/v1/figure.svg?view=sharing`);
  expect(await svg.text()).toContain('<svg');
});
