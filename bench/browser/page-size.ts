import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
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
    const sizes = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (!type.includes('javascript')) return;
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length / 1000),
      );
    });
    const rest = await openWatched(page, url);
    if (rest.containers !== containers) {
      throw new Error(`${rest.containers} containers are drawn, not ${containers}`);
    }
    await page.waitForLoadState('networkidle');
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    );
    const afterwards = new Set(
      asked.filter(({ startTime }) => startTime > rest.at).map(({ name }) => name),
    );
    const found: Scripts = { first: 0, afterwards: 0 };
    for (const [name, size] of sizes) {
      found[afterwards.has(name) ? 'afterwards' : 'first'] += await size;
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
