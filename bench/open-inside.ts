import { chromium, type Page } from 'playwright';
import { NAMESPACE_TYPES, type NamespaceType } from '../lib/model/namespace-type';
import { launchOptions } from '../e2e/harness/browser';
import { mustRun } from '../e2e/harness/command';
import { startNsview } from '../e2e/harness/nsview';
import { leadersOf, withLoadedDaemon } from './loaded-daemon';
import { median, quantile, type Report, type Wanted } from './report';

/** What each type isolates, and a command that tells as much through a process in it. */
const WITNESSES = {
  pid: (pid) => ['lsns', '-J', '-t', 'pid', '-p', String(pid)],
  net: (pid) => ['nsenter', '-t', String(pid), '-n', 'ip', '-j', 'addr'],
  mnt: (pid) => ['findmnt', '-J', '-N', String(pid)],
  user: (pid) => ['cat', `/proc/${pid}/uid_map`],
  ipc: (pid) => ['nsenter', '-t', String(pid), '-i', 'ipcs'],
  uts: (pid) => ['nsenter', '-t', String(pid), '-u', 'hostname'],
  cgroup: (pid) => ['nsenter', '-t', String(pid), '-C', 'cat', '/proc/self/cgroup'],
  time: (pid) => ['cat', `/proc/${pid}/timens_offsets`],
} satisfies Record<NamespaceType, (pid: number) => string[]>;

export const INSIDE_FIGURES = NAMESPACE_TYPES.map((type) => `inside.${type}` as const);

/** Milliseconds, one for each container. */
interface Taken {
  page: number[];
  command: number[];
}

/**
 * `inside.TYPE`: from the click on a namespace of a container until the frame that shows what it isolates,
 * the slowest but one in twenty; beside what a command takes to tell the same. Of 2,000 processes half are
 * in 20 containers; each of these is looked at once.
 */
export function benchInside(isWanted: Wanted, report: Report): Promise<void> {
  return withLoadedDaemon(async (dockerd) => {
    const nsview = await startNsview({ docker: dockerd.endpoint });
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      const types = NAMESPACE_TYPES.filter((type) => isWanted(`inside.${type}`));
      const taken = new Map<NamespaceType, Taken>(
        types.map((type) => [type, { page: [], command: [] }]),
      );
      for (const { name, leader } of await leadersOf(dockerd)) {
        await page.goto(`${nsview.url}/?view=processes&select=container:${name}`);
        await page.waitForSelector('html[data-settled="true"]');
        for (const [type, { page: opened, command }] of taken) {
          opened.push(await open(page, name, type));
          command.push(await timeOf(WITNESSES[type](leader)));
        }
      }
      for (const [type, { page: opened, command }] of taken) {
        report({
          name: `inside.${type}`,
          value: quantile(opened, 0.95),
          unit: 'ms',
          baseline: { name: WITNESSES[type](1).join(' '), value: median(command), unit: 'ms' },
          n: opened.length,
          more: { p50: median(opened) },
        });
      }
    } finally {
      await browser.close();
      await nsview.stop();
    }
  });
}

/** Opens the container's namespace of a type, and goes back. @returns milliseconds from click to paint */
async function open(page: Page, container: string, type: NamespaceType): Promise<number> {
  const row = page.locator(`[data-fact="${type}"] button`).first();
  await row.waitFor();
  const taken = await row.evaluate(
    (button: HTMLElement, selector) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          observer.disconnect();
          // The message is handled after the frame that the callback belongs to was drawn.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - from);
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { childList: true, subtree: true });
        const from = performance.now();
        button.click();
      }),
    `[data-inside="${type}"]`,
  );
  await page.getByRole('button', { name: container, exact: true }).first().click();
  return taken;
}

/** Milliseconds that a command takes to its end. */
async function timeOf([program = '', ...args]: readonly string[]): Promise<number> {
  const from = performance.now();
  await mustRun(program, args);
  return performance.now() - from;
}
