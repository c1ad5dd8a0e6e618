import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Response } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { startNsview } from '../../e2e/harness/nsview';
import type { Report } from '../report';
import { openWatched, withPage, withRecording } from './generated-page';

/** Nothing listens there. */
const NO_DAEMON = 'unix:///run/nsview-bench-no-daemon.sock';

const CONTAINERS = 12;

/** The least that any page drawn with React has to load. */
const REACT_ALONE = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  createRoot(document.body).render(createElement('p'));
`;

/** `page.js`: how much JavaScript a page fetches until it is at rest for the first time, packed. */
export async function benchPageSize(browser: Browser, report: Report): Promise<void> {
  const live = await startNsview({ docker: NO_DAEMON });
  const machine = await scriptsOf(browser, `${live.url}/`, 0).finally(() => live.stop());
  const snapshot = new GeneratedMachine(CONTAINERS).snapshot();
  const recorded = await withRecording([snapshot], ({ url }) =>
    scriptsOf(browser, `${url}/`, CONTAINERS),
  );
  const larger = machine.first > recorded.first ? machine : recorded;
  report({
    name: 'page.js',
    value: larger.first,
    unit: 'KB gzip',
    baseline: { name: 'react and react-dom alone', value: await reactAlone(), unit: 'KB gzip' },
    n: 2,
    more: { machine: machine.first, recorded: recorded.first, afterwards: larger.afterwards },
  });
}

/** What scripts a page fetches, as thousands of bytes gzipped. */
interface Scripts {
  /** Until its picture is at rest. */
  first: number;
  /** While nothing else is to be done. */
  afterwards: number;
}

/** @throws when not all containers are drawn by then: what is not there yet is not free */
function scriptsOf(browser: Browser, url: string, containers: number): Promise<Scripts> {
  return withPage(browser, async (page) => {
    const scripts = new Map<string, Response>();
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      // What is asked for a second time is at hand.
      if (type.includes('javascript') && !scripts.has(response.url())) {
        scripts.set(response.url(), response);
      }
    });
    const rest = await openWatched(page, url);
    if (rest.containers !== containers) {
      throw new Error(`${rest.containers} containers are drawn, not ${containers}`);
    }
    await page.waitForLoadState('networkidle');
    const restAt = (await page.evaluate(() => performance.timeOrigin)) + rest.at;
    const found: Scripts = { first: 0, afterwards: 0 };
    for (const response of [...scripts.values()]) {
      // What a worker asks for counts too; the page itself would not tell of it.
      const isLater = response.request().timing().startTime > restAt;
      found[isLater ? 'afterwards' : 'first'] += gzipSync(await response.body()).length / 1000;
    }
    return found;
  });
}

async function reactAlone(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: REACT_ALONE, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1000;
}
