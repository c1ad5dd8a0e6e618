import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { startNsview } from '../../e2e/harness/nsview';
import type { Report } from '../report';
import { openSettled, withPage, withRecording } from './generated-page';

/** Nothing listens there. */
const NO_DAEMON = 'unix:///run/nsview-bench-no-daemon.sock';

/** The least that any page drawn with React has to load. */
const REACT_ALONE = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  createRoot(document.body).render(createElement('p'));
`;

/** `page.js`: how much JavaScript a page fetches until it is at rest for the first time, packed. */
export async function benchPageSize(browser: Browser, report: Report): Promise<void> {
  const live = await startNsview({ docker: NO_DAEMON });
  const machine = await kilobytes(browser, `${live.url}/`).finally(() => live.stop());
  const recorded = await withRecording([new GeneratedMachine(12).snapshot()], ({ url }) =>
    kilobytes(browser, `${url}/`),
  );
  report({
    name: 'page.js',
    value: Math.max(machine, recorded),
    unit: 'KB gzip',
    baseline: { name: 'react and react-dom alone', value: await reactAlone(), unit: 'KB gzip' },
    n: 2,
    more: { machine, recorded },
  });
}

/** What scripts a page has fetched by the time it is at rest: thousands of bytes, gzipped. */
function kilobytes(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (type.includes('javascript')) bodies.push(response.body());
    });
    await openSettled(page, url);
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    return sizes.reduce((sum, size) => sum + size, 0) / 1000;
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
