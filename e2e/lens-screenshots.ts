/**
 * `npm run screenshots:lenses FOLDER [TYPE…]`: what every namespace isolates, to be looked at: all
 * lenses (or those of the given types) with 2, 12 and 60 containers of a private daemon, in the three
 * themes and both languages, and as a projector shows them. Needs root and a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { NAMESPACE_TYPES } from '../lib/model/namespace-type';
import { launchOptions } from './harness/browser';
import { demand } from './harness/command';
import { startDockerd, type Dockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { startNsview } from './harness/nsview';

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };
const IDLE = ['sleep', '1d'];
/** How many dozens there are beside the first one in the end. */
const MORE_DOZENS = 4;
const RESTED = 1000;

interface Run {
  name: string;
  flags?: readonly string[];
  command?: readonly string[];
}

const PAIR: readonly Run[] = [
  { name: 'c1', flags: ['-p', '8080:80'], command: ['httpd', '-f', '-p', '80'] },
  { name: 'c2', flags: ['--pid=container:c1', '-v', 'data:/data'] },
];

/** With the pair a dozen, in which every type has something to tell. */
function others(suffix: string): Run[] {
  const at = (name: string) => `${name}${suffix}`;
  return [
    { name: at('web'), flags: ['--net=shop'], command: ['httpd', '-f', '-p', '80'] },
    { name: at('web-sidecar'), flags: [`--net=container:${at('web')}`] },
    {
      name: at('api'),
      flags: ['--net=shop', '--ipc=shareable', '--shm-size=8m', '-v', 'data:/srv'],
    },
    { name: at('cache'), flags: [`--ipc=container:${at('api')}`, '--tmpfs=/run'] },
    {
      name: at('db'),
      flags: ['--hostname=database', '-v', `${at('rows')}:/var/lib/db`, '--user=999'],
    },
    { name: at('metrics'), flags: ['--pid=host', '--net=host', '-v', '/:/host:ro'] },
    { name: at('debug'), flags: [`--pid=container:${at('db')}`, `--net=container:${at('db')}`] },
    {
      name: at('worker'),
      flags: ['--ipc=host', '-v', '/var/run/docker.sock:/var/run/docker.sock'],
    },
    { name: at('mailer'), flags: ['--uts=host', '--cgroupns=private', '--read-only'] },
    {
      name: at('vault'),
      flags: ['--net=none', '--security-opt=seccomp=unconfined'],
      command: ['unshare', '-U', '-r', ...IDLE],
    },
  ];
}

async function runAll(dockerd: Dockerd, runs: readonly Run[]): Promise<void> {
  for (const { name, flags = [], command = IDLE } of runs) {
    const outcome = await dockerd.cli('run', '-d', '--name', name, ...flags, 'ubuntu', ...command);
    demand(outcome, `docker run ${name}`);
  }
}

/** Waits until nothing has been drawn for a second: what every box tells has come by then. */
async function rest(page: Page): Promise<void> {
  await page.waitForSelector('html[data-settled="true"][data-engine="connected"]');
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        // Never stopped: the page is closed after its picture.
        let waiting = setTimeout(resolve, quiet);
        const watcher = new MutationObserver(() => {
          clearTimeout(waiting);
          waiting = setTimeout(resolve, quiet);
        });
        watcher.observe(document.querySelector('main') ?? document.body, {
          childList: true,
          subtree: true,
        });
      }),
    RESTED,
  );
}

async function shootLenses(browser: Browser, url: string, folder: string, count: number) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const shoot = async (name: string, query: string, size: typeof SMALL) => {
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.goto(`${url}/?view=lens&${query}`);
    await rest(page);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    await page.close();
    process.stdout.write(`${path}\n`);
  };
  for (const type of types) {
    for (const theme of ['dark', 'light', 'contrast']) {
      for (const language of ['en', 'zh-CN']) {
        const name = [type, count, theme, language].join('-');
        await shoot(name, `lens=${type}&theme=${theme}&lang=${language}`, SMALL);
      }
    }
    await shoot(`${type}-${String(count)}-large`, `lens=${type}&theme=dark`, LARGE);
    await shoot(
      `${type}-${String(count)}-projector`,
      `lens=${type}&theme=light&projector=1`,
      SMALL,
    );
  }
  await context.close();
}

const [folder, ...wanted] = process.argv.slice(2);
const types = NAMESPACE_TYPES.filter((type) => wanted.length === 0 || wanted.includes(type));
if (folder === undefined || types.length === 0) {
  process.stderr.write(
    `usage: npm run screenshots:lenses FOLDER [TYPE…]; types: ${NAMESPACE_TYPES.join(', ')}\n`,
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const dockerd = await startDockerd();
try {
  await makeUbuntu(dockerd);
  demand(await dockerd.cli('network', 'create', 'shop'), 'docker network create');
  const nsview = await startNsview({ docker: dockerd.endpoint });
  const browser = await chromium.launch(launchOptions());
  try {
    await runAll(dockerd, PAIR);
    await shootLenses(browser, nsview.url, folder, 2);
    await runAll(dockerd, others(''));
    await shootLenses(browser, nsview.url, folder, 12);
    for (let dozen = 1; dozen <= MORE_DOZENS; dozen += 1) {
      await runAll(dockerd, [
        { name: `c1-${dozen}` },
        { name: `c2-${dozen}`, flags: [`--pid=container:c1-${dozen}`] },
        ...others(`-${dozen}`),
      ]);
    }
    await shootLenses(browser, nsview.url, folder, 60);
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
}
