/**
 * `npm run screenshots:full FOLDER`: a container in full, to be looked at: one whose limits did something, one
 * that joined it, one that has what is the host's, one that rests; in the three themes and both languages, in two
 * sizes, and as a projector shows them. Needs root and a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { LANGUAGES } from '../lib/model/language';
import { THEMES } from '../lib/view-state/view-state';
import { launchOptions } from './harness/browser';
import { demand } from './harness/command';
import { startDockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };

/** Allocates more than it may, spins, forks more than it may; then sleeps, which takes no fork. */
const GREEDY = [
  'dd if=/dev/zero of=/dev/null bs=200M count=1',
  '(while :; do :; done) &',
  '(i=0; while [ $i -lt 40 ]; do sleep 1d & i=$((i+1)); done)',
  'exec sleep 1d',
].join('\n');
const LIMITS = ['--memory=64m', '--cpus=0.5', '--pids-limit=20'];
const RIGHTS = ['--cap-add=NET_ADMIN', '--cap-drop=MKNOD'];
const HOSTS = ['--pid=host', '--net=host', '-v', '/:/host', '-v', '/run/docker.sock:/d.sock'];
const RUNS: Readonly<Record<string, readonly string[]>> = {
  greedy: [...LIMITS, ...RIGHTS, 'ubuntu', 'sh', '-c', GREEDY],
  guest: ['--pid=container:greedy', '-p', '8080:80', 'ubuntu', 'httpd', '-f', '-p', '80'],
  wild: [...HOSTS, 'ubuntu', 'sleep', '1d'],
  rested: ['ubuntu', 'true'],
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run screenshots:full FOLDER\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const dockerd = await startDockerd();
try {
  await makeUbuntu(dockerd);
  for (const [name, args] of Object.entries(RUNS)) {
    demand(await dockerd.cli('run', '-d', '--name', name, ...args), `docker run ${name}`);
  }
  const nsview = await startNsview({ docker: dockerd.endpoint });
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const shoot = async (name: string, query: string, size: typeof SMALL) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.goto(`${nsview.url}/?open=1&${query}`);
      await page.waitForSelector('html[data-settled="true"][data-engine="connected"]');
      if (!name.startsWith('rested')) await page.waitForSelector('[data-use="cpu"] [data-figure]');
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      await page.close();
      process.stdout.write(`${path}\n`);
    };
    for (const container of Object.keys(RUNS)) {
      const select = `select=container:${container}`;
      for (const theme of THEMES) {
        for (const language of LANGUAGES) {
          const name = [container, theme, language].join('-');
          await shoot(name, `${select}&theme=${theme}&lang=${language}`, SMALL);
        }
      }
      await shoot(`${container}-large`, `${select}&theme=dark`, LARGE);
      await shoot(`${container}-projector`, `${select}&theme=light&projector=1`, LARGE);
    }
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
}
