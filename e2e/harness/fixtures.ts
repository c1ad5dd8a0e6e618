import { test as base, type BrowserContext } from '@playwright/test';
import { type Dockerd, startDockerd } from './dockerd';
import { makeUbuntu } from './images';
import { type Nsview, startNsview } from './nsview';

interface TestFixtures {
  /** The shared daemon, without any containers, before and after the test. */
  dockerd: Dockerd;
  /** Of the browser; a test in which some page logs an error or throws one fails. */
  context: BrowserContext;
}

interface WorkerFixtures {
  sharedDockerd: Dockerd;
  /** A server that watches the shared daemon. */
  nsview: Nsview;
}

/** Playwright's `test` on a real daemon with an `ubuntu` image, watched by a real server. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedDockerd: [
    async ({}, use) => {
      const dockerd = await startDockerd();
      try {
        await makeUbuntu(dockerd);
        await use(dockerd);
      } finally {
        await dockerd.close();
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  nsview: [
    async ({ sharedDockerd }, use) => {
      const nsview = await startNsview({ docker: sharedDockerd.endpoint });
      await use(nsview);
      await nsview.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  dockerd: async ({ sharedDockerd }, use) => {
    await use(sharedDockerd);
    await sharedDockerd.removeContainers();
  },
  context: async ({ context }, use) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(context);
    base.expect(errors, 'errors in the console of a page').toEqual([]);
  },
});

export { expect } from '@playwright/test';
